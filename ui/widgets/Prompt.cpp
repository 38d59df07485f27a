#include "ui/widgets/Prompt.h"

#include "core/base/Log.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int promptWidth = 480;
constexpr int promptIcon = 24;

QString titleFor(core::ErrorCode code)
{
    using core::ErrorCode;
    const auto say = [](const char* text) {
        return QCoreApplication::translate("ui::Prompt", text);
    };
    switch (code) {
    case ErrorCode::Denied:
        return say(QT_TRANSLATE_NOOP("ui::Prompt", "Not allowed"));
    case ErrorCode::Busy:
        return say(QT_TRANSLATE_NOOP("ui::Prompt", "The office is busy"));
    case ErrorCode::Corrupt:
        return say(QT_TRANSLATE_NOOP("ui::Prompt", "Damage found"));
    case ErrorCode::Conflict:
        return say(QT_TRANSLATE_NOOP("ui::Prompt", "Changed by somebody else"));
    case ErrorCode::Unauthenticated:
        return say(QT_TRANSLATE_NOOP("ui::Prompt", "Not logged in"));
    case ErrorCode::Invalid:
    case ErrorCode::NotFound:
    case ErrorCode::Duplicate:
    case ErrorCode::Io:
    case ErrorCode::Cancelled:
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        break;
    }
    return say(QT_TRANSLATE_NOOP("ui::Prompt", "That did not work"));
}

} // namespace

PromptDialog::PromptDialog(const QString& title,
                           const QString& words,
                           const QString& verb,
                           QWidget* parent)
    : Dialog(parent)
    , m_words(words)
{
    const bool asks = !verb.isEmpty();
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setFixedWidth(promptWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(4));
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(4));
    auto* mark = new QLabel(this);
    setIcon(mark,
            asks ? "help" : "warning",
            asks ? theme::Tone::Accent : theme::Tone::Warning,
            promptIcon);
    top->addWidget(mark, 0, Qt::AlignTop);
    auto* said = new QVBoxLayout;
    said->setSpacing(theme::space(2));
    QLabel* heading = makeText(this, title);
    heading->setFont(theme::font(theme::Heading));
    said->addWidget(heading);
    said->addWidget(makeText(this, words));
    top->addLayout(said, 1);
    column->addLayout(top);
    auto* row = new QHBoxLayout;
    auto* leave = new QPushButton(asks ? tr("Cancel") : tr("Close"), this);
    row->addStretch(1);
    row->insertWidget(asks ? 0 : 1, leave);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    if (asks) {
        QPushButton* yes = makePrimary(verb, this);
        row->addWidget(yes);
        connect(yes, &QPushButton::clicked, this, &QDialog::accept);
        yes->setFocus();
    }
    column->addLayout(row);
}

void showError(QWidget* parent, const core::Error& error)
{
    if (error.code == core::ErrorCode::Cancelled) {
        return; // the person stopped it, and knows
    }
    core::logWarning("window",
                     core::errorCodeName(error.code) + QStringLiteral(": ") + error.detail);
    (new PromptDialog(titleFor(error.code), error.message, {}, parent))->open();
}

void ask(QWidget* parent,
         const QString& title,
         const QString& question,
         const QString& verb,
         std::function<void()> onYes)
{
    auto* dialog = new PromptDialog(title, question, verb, parent);
    QObject::connect(dialog, &QDialog::accepted, dialog, std::move(onYes));
    dialog->open();
}

} // namespace ui
