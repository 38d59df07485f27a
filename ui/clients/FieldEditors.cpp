#include "ui/clients/FieldEditors.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/Contact.h"
#include "core/standardize/Email.h"
#include "core/standardize/Phone.h"
#include "ui/clients/FieldSuggestions.h"
#include "ui/widgets/EntriesEditor.h"
#include "ui/widgets/SuggestEdit.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
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

QString say(const char* text)
{
    return QCoreApplication::translate("ui::FieldEditors", text);
}

QString shownPhones(const QStringList& stored)
{
    QStringList shown;
    for (const QString& phone : stored) {
        shown.append(core::shownPhone(phone));
    }
    return shown.join(QStringLiteral("; "));
}

QString contactsText(const EntriesEditor::Entries& entries)
{
    std::vector<core::Contact> contacts;
    for (const QStringList& entry : entries) {
        core::Contact contact{entry.at(0), entry.at(1), {}, core::splitEmails(entry.at(3))};
        for (const core::Phone& phone : core::parsePhones(entry.at(2))) {
            contact.phones.append(phone.stored());
        }
        contacts.push_back(std::move(contact));
    }
    return core::contactsToText(contacts);
}

EntriesEditor::Entries contactEntries(const QString& stored)
{
    EntriesEditor::Entries entries;
    for (const core::Contact& contact : core::contactsFromText(stored)) {
        entries.push_back({contact.name,
                           contact.position,
                           shownPhones(contact.phones),
                           contact.emails.join(QStringLiteral("; "))});
    }
    return entries;
}

QWidget* makeContacts(QWidget* parent)
{
    return new EntriesEditor({{say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Name")),
                               say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Position")),
                               say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Phones")),
                               say(QT_TRANSLATE_NOOP("ui::FieldEditors", "E-mails"))},
                              2,
                              say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Add a contact")),
                              say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Remove this contact")),
                              contactsText,
                              contactEntries,
                              [](int cell, const QString& typed) {
                                  constexpr int phonesCell = 2;
                                  return cell == phonesCell ? tidyPhones(typed) : typed;
                              }},
                             parent);
}

QString ownFieldsText(const EntriesEditor::Entries& entries)
{
    QJsonObject object;
    for (const QStringList& entry : entries) {
        // A value whose name is not typed yet keeps its place under the label that everybody understands.
        const QString wanted = entry.at(0).isEmpty()
            ? say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Without a name"))
            : entry.at(0);
        QString name = wanted;
        for (int i = 2; object.contains(name); ++i) { // the same name twice loses neither value
            name = QStringLiteral("%1 %2").arg(wanted).arg(i);
        }
        object.insert(name, entry.at(1));
    }
    return object.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QWidget* makeOwnFields(QWidget* parent)
{
    return new EntriesEditor({{say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Name of the field")),
                               say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Value"))},
                              2,
                              say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Add a field")),
                              say(QT_TRANSLATE_NOOP("ui::FieldEditors", "Remove this field")),
                              ownFieldsText,
                              [](const QString& stored) {
                                  EntriesEditor::Entries entries;
                                  for (const OwnField& field : ownFieldsFrom(stored)) {
                                      entries.push_back({field.name, field.value});
                                  }
                                  return entries;
                              }},
                             parent);
}

QWidget* makeOwner(const QStringList& owners, QWidget* parent)
{
    auto* edit = new SuggestEdit(parent);
    edit->setFree(false);
    if (!owners.isEmpty()) {
        edit->setSource([owners](const QString& typed) { return wordsLike(owners, typed); });
    }
    return edit;
}

} // namespace

QString tidyPhones(const QString& typed)
{
    QStringList shown;
    for (const core::Phone& phone : core::parsePhones(typed)) {
        shown.append(phone.isValid() ? core::shownPhone(phone.stored()) : phone.raw);
    }
    return shown.join(QStringLiteral("; "));
}

std::vector<OwnField> ownFieldsFrom(const QString& stored)
{
    std::vector<OwnField> fields;
    const QJsonObject object = QJsonDocument::fromJson(stored.toUtf8()).object();
    for (auto field = object.begin(); field != object.end(); ++field) {
        fields.push_back({field.key(), field.value().toVariant().toString()});
    }
    return fields;
}

QString editorForm(Field field, const QString& stored)
{
    const bool asStored = field == Field::Contacts || !choicesFor(field).empty();
    return asStored ? stored : core::shownValue(field, stored);
}

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
    if (field == Field::Owner) {
        return makeOwner(owners, parent);
    }
    if (field == Field::Industry) {
        auto* edit = new SuggestEdit(parent);
        edit->setFree(false);
        edit->setSource(industriesLike);
        return edit;
    }
    if (field == Field::Tags || field == Field::Province || field == Field::City
        || field == Field::District) {
        auto* edit = new SuggestEdit(parent); // who has the record around it says what is offered
        edit->setSeveral(field == Field::Tags);
        return edit;
    }
    if (field == Field::Contacts) {
        return makeContacts(parent);
    }
    if (field == Field::Custom) {
        return makeOwnFields(parent);
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
    if (const auto* entries = qobject_cast<const EntriesEditor*>(editor)) {
        return entries->text();
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
    } else if (auto* entries = qobject_cast<EntriesEditor*>(editor)) {
        entries->setText(text);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(text);
        line->setCursorPosition(0);
    }
}

void onEdited(QWidget* editor, QObject* context, const std::function<void()>& changed)
{
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        QObject::connect(
            box, &QComboBox::currentIndexChanged, context, [changed](int) { changed(); });
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(editor)) {
        QObject::connect(lines, &QPlainTextEdit::textChanged, context, changed);
    } else if (auto* entries = qobject_cast<EntriesEditor*>(editor)) {
        QObject::connect(entries, &EntriesEditor::edited, context, changed);
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
    } else if (auto* entries = qobject_cast<EntriesEditor*>(editor)) {
        entries->setReadOnly(readOnly);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setReadOnly(readOnly);
    }
}

} // namespace ui
