/// FieldRow: one field of any form: a label beside its editor, what the rules say below it. Every form uses it, so
/// that Tab order, spacing, accessible names and findings look and work the same everywhere. Thread of the window.
#pragma once

#include "core/records/Finding.h"

#include <QString>
#include <QWidget>

class QLabel;

namespace ui {

class FieldRow : public QWidget
{
    Q_OBJECT

public:
    FieldRow(QString label, QWidget* editor, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* editor() const { return m_editor; }
    /// Wide enough for the longest label in either language at the body font.
    [[nodiscard]] static int labelWidth(const QWidget* widget);
    void setLabel(const QString& label);
    /// With the star of what must be filled.
    [[nodiscard]] QString label() const;
    /// Several rows share one label, or it stands elsewhere: this one shows none, its editor keeps its name.
    void setBare(bool bare);
    void setRequired(bool required);
    /// What the rules say; empty hides it.
    void setFinding(core::Severity severity, const QString& message);
    void clearFinding();
    [[nodiscard]] bool hasFinding() const;
    /// Why nothing can be typed here; empty: it can.
    void setLocked(const QString& reason);
    /// A mark that this field's change will be asked for.
    void setNeedsApproval(bool needed);

private:
    void showLabel();

    QLabel* m_label;
    QWidget* m_editor;
    QLabel* m_finding;
    QWidget* m_approval;
    QString m_text;
    bool m_required = false;
};

} // namespace ui
