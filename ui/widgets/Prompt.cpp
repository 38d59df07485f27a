#include "ui/widgets/Prompt.h"

#include "core/base/Log.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {

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

void showError(QWidget* parent, const core::Error& error)
{
    if (error.code == core::ErrorCode::Cancelled) {
        return; // the person stopped it, and knows
    }
    core::logWarning("window",
                     core::errorCodeName(error.code) + QStringLiteral(": ") + error.detail);
    auto* box = new QMessageBox(
        QMessageBox::Warning, titleFor(error.code), error.message, QMessageBox::Ok, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void ask(QWidget* parent,
         const QString& title,
         const QString& question,
         const QString& verb,
         std::function<void()> onYes)
{
    auto* box
        = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = box->addButton(verb, QMessageBox::AcceptRole);
    box->setDefaultButton(yes);
    QObject::connect(box,
                     &QMessageBox::buttonClicked,
                     box,
                     [yes, onYes = std::move(onYes)](QAbstractButton* clicked) {
                         if (clicked == yes) {
                             onYes();
                         }
                     });
    box->open();
}

} // namespace ui
