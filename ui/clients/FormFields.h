/// FormFields: the fields of a client in calm sections: two columns of them where there is room, one where there is not;
/// short fields that belong together share a line. Alt+1 to Alt+5 go to a section. Or, with showOnly(), no more than the
/// few fields that are edited in the record itself, without headings and labels. Thread of the window.
#pragma once

#include "core/records/Field.h"
#include "ui/clients/FormNotice.h"

#include <QHash>
#include <QScrollArea>

#include <vector>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class FieldRow;

class FormFields : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormFields(QWidget* parent);

    [[nodiscard]] const QHash<core::Field, FieldRow*>& rows() const { return m_rows; }
    /// Their order for the keyboard and the eye.
    [[nodiscard]] const std::vector<core::Field>& order() const { return m_order; }
    /// Stands below the confidential fields.
    void addConsent(QWidget* consent);
    void setRowVisible(core::Field field, bool visible);
    void showOnly(const std::vector<core::Field>& fields);
    /// As high as what it shows, where it shows but a few.
    void fitHeight();
    void scrollTo(const QWidget* widget);
    /// A line below that field, where the eyes are; it scrolls into view.
    void say(core::Field below,
             const QString& words,
             const std::vector<FormNotice::Button>& buttons = {});
    void sayNothing() { m_notice->say({}); }
    [[nodiscard]] QString said() const { return m_notice->said(); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line
    {
        QWidget* box;
        QLabel* label;
        std::vector<core::Field> fields;
    };
    struct Section
    {
        QWidget* box;
        QLabel* heading;
        std::vector<core::Field> fields;
    };

    void addSection(std::size_t index, QVBoxLayout* column);
    void addRow(core::Field field, QWidget* parent);
    QWidget* addLine(const std::vector<core::Field>& fields, QWidget* parent);
    void putNoticeBelow(core::Field field);
    void nameLines();
    void arrange();

    QHash<core::Field, FieldRow*> m_rows;
    std::vector<core::Field> m_order;
    std::vector<Line> m_lines;
    std::vector<Section> m_sections;
    QBoxLayout* m_across = nullptr;
    QVBoxLayout* m_confidential = nullptr;
    FormNotice* m_notice;
    bool m_isInPlace = false;
};

} // namespace ui
