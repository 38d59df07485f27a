#include "tour/Tour.h"

#include "support/Quiet.h"
#include "tour/Inspector.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <cstdio>

namespace tour {

void Tour::settle(const ui::OfficeJobs* jobs)
{
    static_cast<void>(
        tests::waitForQuiet(jobs, longestWaitMs, turnMs)); // what runs on shows as it is
}

void Tour::shoot(QWidget* widget, const char* page, const ui::OfficeJobs* jobs)
{
    const QPointer<QWidget> kept = widget; // it may close by itself
    settle(jobs);
    shootNow(kept, page);
}

void Tour::shootNow(QWidget* widget, const char* page)
{
    const QString name = QStringLiteral("%1-%2-%3-%4.png")
                             .arg(QLatin1String(page), m_language, m_theme)
                             .arg(m_scale);
    if (widget == nullptr || !widget->isVisible()) {
        miss(page);
        return;
    }
    const QPixmap picture = widget->grab();
    if (!picture.save(m_folder.filePath(name))) {
        std::fprintf(stderr, "could not save %s\n", qPrintable(name));
        m_missed = true;
        return;
    }
    m_pictures.append(name);
    for (const QString& fault : inspect(*widget, picture.toImage())) {
        m_faults[fault].append(name);
    }
}

void Tour::miss(const char* page)
{
    std::fprintf(stderr, "could not reach %s\n", page);
    m_missed = true;
}

QPushButton* primaryOf(QWidget* widget)
{
    for (QPushButton* button : widget->findChildren<QPushButton*>()) {
        if (button->isVisible()
            && button->property("role").toString() == QLatin1String("primary")) {
            return button;
        }
    }
    return nullptr;
}

QList<QLineEdit*> visibleEdits(QWidget* widget)
{
    QList<QLineEdit*> edits = widget->findChildren<QLineEdit*>();
    edits.removeIf([](const QLineEdit* edit) { return !edit->isVisible(); });
    return edits;
}

} // namespace tour
