/// FormFields: the fields of a client in calm sections: two columns of them where there is room, one where there is not;
/// short fields that belong together share a line. Alt+1 to Alt+5 go to a section. Or, with showOnly(), no more than the
/// few fields that are edited in the record itself, without headings and labels. Thread of the window.
#pragma once

#include "core/records/Field.h"

#include <QHash>
#include <QScrollArea>

#include <functional>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
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
    /// A line below the address, with a button that does something about it; empty words hide it.
    void say(const QString& words, const QString& button = {}, std::function<void()> action = {});
    [[nodiscard]] QString said() const;

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
    QWidget* makeNotice(QWidget* parent);
    void nameLines();
    void arrange();

    QHash<core::Field, FieldRow*> m_rows;
    std::vector<core::Field> m_order;
    std::vector<Line> m_lines;
    std::vector<Section> m_sections;
    QBoxLayout* m_across = nullptr;
    QVBoxLayout* m_confidential = nullptr;
    QWidget* m_notice = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_button = nullptr;
    std::function<void()> m_action;
    bool m_isInPlace = false;
};

} // namespace ui
