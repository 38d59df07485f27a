#include "tour/Tour.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <cstdio>

namespace tour {

void Tour::settle(const ui::OfficeJobs* jobs)
{
    QTest::qWait(settleMs);
    if (jobs != nullptr) {
        static_cast<void>(QTest::qWaitFor(
            [jobs] {
                return jobs->pending(ui::Lane::Read) == 0 && jobs->pending(ui::Lane::Write) == 0
                    && jobs->pending(ui::Lane::Long) == 0;
            },
            longestWaitMs));
        QTest::qWait(settleMs);
    }
}

void Tour::shoot(QWidget* widget, const char* page, const ui::OfficeJobs* jobs)
{
    settle(jobs);
    shootNow(widget, page);
}

void Tour::shootNow(QWidget* widget, const char* page)
{
    const QString name = QStringLiteral("%1-%2-%3-%4.png")
                             .arg(QLatin1String(page), m_language, m_theme)
                             .arg(m_scale);
    if (widget == nullptr || !widget->isVisible()) {
        miss(page);
    } else if (!widget->grab().save(m_folder.filePath(name))) {
        std::fprintf(stderr, "could not save %s\n", qPrintable(name));
        m_missed = true;
    } else {
        m_pictures.append(name);
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
