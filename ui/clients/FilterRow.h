/// FilterRow: the editors under the list's header, one per column, and the filter that they make together. What is typed is
/// contained in the value; "苏州*" begins with it; "=", "!=", ">" and "<" before it mean that, and "=" alone an empty field.
/// Thread of the window.
#pragma once

#include "ui/clients/ListColumns.h"
#include "ui/jobs/OfficeJobs.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <map>

class QComboBox;
class QLineEdit;

namespace ui {

class FilterHeader;

/// The condition of one column, in the filter language; empty where nothing is asked. Pure.
[[nodiscard]] QString columnCondition(core::Field field, const QString& typed);

class FilterRow : public QObject
{
    Q_OBJECT

public:
    FilterRow(OfficeJobs& jobs, FilterHeader* header);

    /// All of them together, in the filter language.
    [[nodiscard]] QString filter() const;
    /// What stands in the editors, by the column's key; only those that ask for something.
    using Typed = std::map<QString, QString>;
    [[nodiscard]] Typed typed() const;
    void setTyped(const Typed& typed);
    void clear() { setTyped({}); }
    void clearColumn(int column);
    /// In words, for a chip: "City: 苏州".
    [[nodiscard]] std::map<int, QString> words() const;

Q_SIGNALS:
    /// The filter is another now; a moment after the last key.
    void edited();
    /// The keyboard goes on in the list.
    void listWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEditor(int column);
    QComboBox* makeChoices(int column);
    void readOwners();
    [[nodiscard]] QString textOf(int column) const;
    void setText(int column, const QString& text);

    OfficeJobs& m_jobs;
    FilterHeader* m_header;
    std::map<int, QLineEdit*> m_lines;
    std::map<int, QComboBox*> m_choices; ///< their data is the whole condition
    QTimer m_delay{this};
};

} // namespace ui
