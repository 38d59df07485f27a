#include "ui/shell/UpdateDialog.h"

#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int updateWidth = 560;
constexpr int fewestLines = 3;
constexpr int mostLinesOfNews = 8; // then they scroll
constexpr int lettersInLine = 40;

bool isPage(const QString& target)
{
    return target.startsWith(QLatin1String("https://"));
}

} // namespace

UpdateDialog::UpdateDialog(const UpdateNews& news, QWidget* parent)
    : Dialog(parent)
{
    setWindowTitle(tr("New version"));
    setFixedWidth(updateWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    auto* title = new QLabel(tr("Version %1 is there").arg(news.notice.version.toString()), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(theme::font(theme::Title));
    column->addWidget(title);
    QLabel* about = makeText(this,
                             tr("Released on %1. Installed on this computer: %2.")
                                 .arg(QLocale().toString(news.notice.date, QLocale::LongFormat),
                                      core::installedVersion().toString()));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    addNotes(news.notice.notes());
    if (!news.target.isEmpty()) {
        addTarget(news.target);
    }
    QLabel* hint = makeText(this,
                            tr("The program installs nothing by itself. Save your work and close "
                               "it before you install the new version; the office stays as it "
                               "is."));
    setTone(hint, theme::Tone::Muted);
    column->addWidget(hint);
    addButtons(news.target);
}

QString UpdateDialog::words(const core::UpdateNotice& notice)
{
    return tr("Version %1 is there; installed: %2")
        .arg(notice.version.toString(), core::installedVersion().toString());
}

void UpdateDialog::addNotes(const QString& notes)
{
    auto* text = new QPlainTextEdit(notes, this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("What is new"));
    const int lines = std::clamp(
        int(notes.count(u'\n') + notes.size() / lettersInLine) + 1, fewestLines, mostLinesOfNews);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * lines + theme::space(4));
    layout()->addWidget(text);
}

void UpdateDialog::addTarget(const QString& target)
{
    auto* place = new QLineEdit(isPage(target) ? target : QDir::toNativeSeparators(target), this);
    place->setReadOnly(true);
    place->setCursorPosition(0);
    layout()->addWidget(new FieldRow(isPage(target) ? tr("Page") : tr("Folder"), place, this));
}

void UpdateDialog::addButtons(const QString& target)
{
    auto* row = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"), this);
    row->addWidget(close);
    row->addStretch(1);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    if (!target.isEmpty()) {
        QPushButton* open = isPage(target) ? makePrimary("forward", tr("Open the page"), this)
                                           : makePrimary("folder", tr("Open the folder"), this);
        setKey(open, 'O');
        row->addWidget(open);
        open->setFocus();
        connect(open, &QPushButton::clicked, this, [this, target] {
            QDesktopServices::openUrl(isPage(target) ? QUrl(target, QUrl::StrictMode)
                                                     : QUrl::fromLocalFile(target));
            accept();
        });
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

} // namespace ui
