/// FieldEditors: the editor of each field of a record, and how its text gets in and out: one line, several lines, a
/// list of words, entries of several lines. Shown form inside; the words of a list carry their code as data. Thread of the window.
#pragma once

#include "core/records/Field.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace ui {

/// Makes the right widget for the field. `owners` are the names offered for Field::Owner.
[[nodiscard]] QWidget* makeEditor(core::Field field, const QStringList& owners, QWidget* parent);

/// The text as a person sees it; for lists of words the code.
[[nodiscard]] QString editorText(const QWidget* editor);
void setEditorText(QWidget* editor, const QString& text);
void onEdited(QWidget* editor, QObject* context, const std::function<void()>& changed);
void setEditorReadOnly(QWidget* editor, bool readOnly);

/// What an editor is filled with: the shown form, or the stored one where it keeps a code or several entries.
[[nodiscard]] QString editorForm(core::Field field, const QString& stored);

/// Several numbers as people write them, apart by semicolons; what is none stays as it was typed.
[[nodiscard]] QString tidyPhones(const QString& typed);

/// A field of the office's own, as Field::Custom keeps them.
struct OwnField
{
    QString name;
    QString value;
};
[[nodiscard]] std::vector<OwnField> ownFieldsFrom(const QString& stored);

/// The words of fields that have few values: type, activity, source.
struct Choice
{
    QString code;
    QString label;
};
[[nodiscard]] std::vector<Choice> choicesFor(core::Field field);

} // namespace ui
