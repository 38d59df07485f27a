#include "ui/clients/FieldEditors.h"

#include "core/records/ClientStandardizer.h"
#include "core/standardize/Industry.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui {

namespace {

using core::Field;

QComboBox* makeChoices(Field field, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    for (const Choice& choice : choicesFor(field)) {
        box->addItem(choice.label, choice.code);
    }
    return box;
}

QLineEdit* makeIndustry(QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    QStringList labels;
    for (const auto& industry : core::allIndustries()) {
        labels.append(core::shownValue(Field::Industry, industry.code));
    }
    auto* completer = new QCompleter(labels, edit);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    edit->setCompleter(completer);
    return edit;
}

QComboBox* makeOwners(const QStringList& owners, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->addItem(QString(), QString());
    for (const QString& owner : owners) {
        box->addItem(owner, owner);
    }
    return box;
}

} // namespace

std::vector<Choice> choicesFor(Field field)
{
    std::vector<Choice> choices;
    const auto add = [&](const char* code) {
        const QString word = QString::fromLatin1(code);
        choices.push_back({word, core::shownValue(field, word)});
    };
    if (field == Field::Type) {
        add("company");
        add("person");
    } else if (field == Field::Activity) {
        choices.push_back({});
        add("active");
        add("potential");
        add("dormant");
    } else if (field == Field::Source) {
        choices.push_back({});
        add("client");
        add("visit");
        add("third_party");
    }
    return choices;
}

QWidget* makeEditor(Field field, const QStringList& owners, QWidget* parent)
{
    if (!choicesFor(field).empty()) {
        return makeChoices(field, parent);
    }
    if (field == Field::Industry) {
        return makeIndustry(parent);
    }
    if (field == Field::Owner) {
        return makeOwners(owners, parent);
    }
    if (field == Field::Notes) {
        auto* edit = new QPlainTextEdit(parent);
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4 + theme::space(4));
        return edit;
    }
    return new QLineEdit(parent);
}

QString editorText(const QWidget* editor)
{
    if (const auto* box = qobject_cast<const QComboBox*>(editor)) {
        return box->currentData().toString();
    }
    if (const auto* lines = qobject_cast<const QPlainTextEdit*>(editor)) {
        return lines->toPlainText();
    }
    const auto* line = qobject_cast<const QLineEdit*>(editor);
    return line != nullptr ? line->text() : QString();
}

void setEditorText(QWidget* editor, const QString& text)
{
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        int index = box->findData(text);
        if (index < 0 && !text.isEmpty()) {
            box->addItem(text, text);
            index = box->count() - 1;
        }
        box->setCurrentIndex(std::max(index, 0));
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(editor)) {
        lines->setPlainText(text);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(text);
        line->setCursorPosition(0);
    }
}

void onEdited(QWidget* editor, QObject* context, std::function<void()> changed)
{
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        QObject::connect(
            box, &QComboBox::currentIndexChanged, context, [changed](int) { changed(); });
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(editor)) {
        QObject::connect(lines, &QPlainTextEdit::textChanged, context, changed);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        QObject::connect(
            line, &QLineEdit::textChanged, context, [changed](const QString&) { changed(); });
    }
}

void setEditorReadOnly(QWidget* editor, bool readOnly)
{
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        box->setEnabled(!readOnly);
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(editor)) {
        lines->setReadOnly(readOnly);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setReadOnly(readOnly);
    }
}

} // namespace ui
