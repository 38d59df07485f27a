/// ImportRowModel: rows of a file as a trial noted them: the line, what becomes of it, what is wrong, then its cells, of which
/// those that come in can be corrected. Shows those that a filter lets through. What was corrected or chosen since the trial
/// is shown as such until the next one. Thread of the window.
#pragma once

#include "core/exchange/Importer.h"

#include <QAbstractTableModel>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace ui {

using core::RowChoices;

/// "new", "goes into CUST…", "left out", "cannot come in".
[[nodiscard]] QString fateWords(const core::RowNote& note);
/// Findings and the reason of a rejection, one after the other.
[[nodiscard]] QString flawWords(const core::RowNote& note);

class ImportRowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        LineColumn,
        FateColumn,
        FlawColumn,
        FirstCell
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Of a new trial; corrections and choices stay.
    void setNotes(std::vector<core::RowNote> notes, const core::ColumnMapping& mapping);
    void setFilter(std::function<bool(const core::RowNote&)> filter);
    /// For another file.
    void forget();

    [[nodiscard]] const std::vector<core::RowNote>& notes() const { return m_notes; }
    [[nodiscard]] const core::RowNote& noteAt(int row) const;
    [[nodiscard]] int rowOfLine(std::int64_t line) const; ///< -1: not shown
    [[nodiscard]] const core::ImportFixes& fixes() const { return m_fixes; }
    [[nodiscard]] const RowChoices& choices() const { return m_choices; }
    [[nodiscard]] bool isFixed(std::int64_t line) const { return m_fixes.count(line) > 0; }
    /// Nothing: as all.
    void choose(const std::vector<std::int64_t>& lines, std::optional<core::DuplicateMode> mode);
    void clearChoices();
    /// Takes back what was corrected in the row.
    void unfix(const std::vector<std::int64_t>& lines);
    /// The next cell with a flaw behind this one, round the end; invalid: there is none.
    [[nodiscard]] QModelIndex nextFlaw(const QModelIndex& from) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// A cell was corrected, or a choice made: another trial is due.
    void settled();

private:
    [[nodiscard]] bool mayEdit(const core::RowNote& note, int column) const;
    [[nodiscard]] const core::RowFlaw* flawOf(const core::RowNote& note, int column) const;
    [[nodiscard]] QString cellOf(const core::RowNote& note, int column) const;
    [[nodiscard]] QVariant lead(const core::RowNote& note, int column, int role) const;
    [[nodiscard]] QVariant cell(const core::RowNote& note, int column, int role) const;
    void sift();

    std::vector<core::RowNote> m_notes;
    core::ColumnMapping m_mapping;
    std::vector<int> m_rows; ///< of the notes, those that are shown
    std::function<bool(const core::RowNote&)> m_filter;
    core::ImportFixes m_fixes;
    RowChoices m_choices;
    std::map<std::int64_t, std::map<int, QString>> m_originals; ///< of corrected cells
    std::set<std::int64_t> m_due; ///< lines settled since the trial
};

} // namespace ui
