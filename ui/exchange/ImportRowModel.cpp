#include "ui/exchange/ImportRowModel.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QLocale>

#include <algorithm>

namespace ui {

QString fateWords(const core::RowNote& note)
{
    switch (note.fate) {
    case core::RowFate::Created:
        return note.isKnown() ? ImportRowModel::tr("new, beside ours") : ImportRowModel::tr("new");
    case core::RowFate::Updated:
        return note.known.isValid() ? ImportRowModel::tr("goes into %1").arg(note.knownId.value)
                                    : ImportRowModel::tr("goes into line %1").arg(note.above);
    case core::RowFate::Skipped:
        return note.known.isValid() && note.changes.empty() && !note.knownName.isEmpty()
            ? ImportRowModel::tr("left out, nothing new")
            : ImportRowModel::tr("left out");
    case core::RowFate::Rejected:
        return ImportRowModel::tr("cannot come in");
    }
    return {};
}

QString flawWords(const core::RowNote& note)
{
    QStringList words;
    if (!note.rejection.isEmpty()) {
        words.append(QStringLiteral("✕ ") + note.rejection);
    }
    for (const core::RowFlaw& flaw : note.flaws) {
        words.append(QStringLiteral("▲ ")
                     + ImportRowModel::tr("%1: %2").arg(core::fieldLabel(flaw.field), flaw.words));
    }
    return words.join(QStringLiteral("   "));
}

void ImportRowModel::setNotes(std::vector<core::RowNote> notes, const core::ColumnMapping& mapping)
{
    beginResetModel();
    m_notes = std::move(notes);
    m_mapping = mapping;
    m_due.clear();
    sift();
    endResetModel();
}

void ImportRowModel::setFilter(std::function<bool(const core::RowNote&)> filter)
{
    beginResetModel();
    m_filter = std::move(filter);
    sift();
    endResetModel();
}

void ImportRowModel::sift()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_notes.size(); ++i) {
        if (!m_filter || m_filter(m_notes[i])) {
            m_rows.push_back(int(i));
        }
    }
}

void ImportRowModel::forget()
{
    beginResetModel();
    m_notes.clear();
    m_rows.clear();
    m_fixes.clear();
    m_choices.clear();
    m_originals.clear();
    m_due.clear();
    endResetModel();
}

const core::RowNote& ImportRowModel::noteAt(int row) const
{
    return m_notes[std::size_t(m_rows[std::size_t(row)])];
}

int ImportRowModel::rowOfLine(std::int64_t line) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [this, line](int note) {
        return m_notes[std::size_t(note)].line == line;
    });
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

void ImportRowModel::choose(const std::vector<std::int64_t>& lines,
                            std::optional<core::DuplicateMode> mode)
{
    for (const std::int64_t line : lines) {
        if (mode) {
            m_choices[line] = *mode;
        } else {
            m_choices.erase(line);
        }
        m_due.insert(line);
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    Q_EMIT settled();
}

void ImportRowModel::clearChoices()
{
    m_choices.clear();
}

void ImportRowModel::unfix(const std::vector<std::int64_t>& lines)
{
    const std::set<std::int64_t> wanted(lines.begin(), lines.end());
    bool isAny = false;
    for (core::RowNote& note : m_notes) {
        const auto originals = m_originals.find(note.line);
        if (originals == m_originals.end() || wanted.count(note.line) == 0) {
            continue;
        }
        for (const auto& [column, text] : originals->second) {
            note.cells[column] = text;
        }
        m_fixes.erase(note.line);
        m_originals.erase(originals);
        m_due.insert(note.line);
        isAny = true;
    }
    if (isAny) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT settled();
    }
}

QModelIndex ImportRowModel::nextFlaw(const QModelIndex& from) const
{
    const int cells = columnCount() - FirstCell;
    const int all = rowCount() * cells;
    const int begin
        = from.isValid() ? from.row() * cells + std::max(from.column() - FirstCell, -1) : -1;
    for (int step = 1; step <= all; ++step) {
        const int at = ((begin + step) % all + all) % all;
        const core::RowNote& note = noteAt(at / cells);
        const bool lacksName = !note.rejection.isEmpty() && at % cells == 0;
        if (lacksName || flawOf(note, at % cells) != nullptr) {
            return index(at / cells, FirstCell + at % cells);
        }
    }
    return {};
}

int ImportRowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportRowModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstCell + int(m_mapping.columns.size());
}

/// What comes in and may be shown: a cell that is left out or sealed is corrected in the file.
bool ImportRowModel::mayEdit(const core::RowNote& note, int column) const
{
    if (column < 0 || column >= int(m_mapping.columns.size()) || column >= note.cells.size()) {
        return false;
    }
    const core::ColumnUse use = m_mapping.columns[std::size_t(column)].use;
    return use != core::ColumnUse::Sealed && note.cells[column] != QLatin1String("***")
        && note.cells[column].size() < core::RowNote::longestCell;
}

const core::RowFlaw* ImportRowModel::flawOf(const core::RowNote& note, int column) const
{
    const auto flaw
        = std::find_if(note.flaws.begin(), note.flaws.end(), [column](const core::RowFlaw& one) {
              return one.column == column;
          });
    return flaw == note.flaws.end() ? nullptr : &*flaw;
}

QString ImportRowModel::cellOf(const core::RowNote& note, int column) const
{
    return note.cells.value(column);
}

QVariant ImportRowModel::lead(const core::RowNote& note, int column, int role) const
{
    const bool isDue = m_due.count(note.line) > 0;
    const bool isAsked = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (column == LineColumn) {
        return role == Qt::DisplayRole ? QVariant(QLocale().toString(qlonglong(note.line)))
                                       : QVariant();
    }
    if (column == FateColumn) {
        if (isAsked) {
            const QString words = isDue ? tr("being tried…") : fateWords(note);
            return isFixed(note.line) ? tr("%1, corrected").arg(words) : words;
        }
        if (role == toneRole && note.fate == core::RowFate::Rejected && !isDue) {
            return int(theme::Tone::Bad);
        }
        return role == toneRole && note.fate == core::RowFate::Skipped
            ? QVariant(int(theme::Tone::Muted))
            : QVariant();
    }
    if (isAsked) {
        return isDue ? QString() : flawWords(note);
    }
    if (role == toneRole) {
        return int(note.rejection.isEmpty() ? theme::Tone::Warning : theme::Tone::Bad);
    }
    return {};
}

QVariant ImportRowModel::cell(const core::RowNote& note, int column, int role) const
{
    const core::RowFlaw* flaw = flawOf(note, column);
    const auto fixes = m_fixes.find(note.line);
    const bool isCorrected = fixes != m_fixes.end() && fixes->second.count(column) > 0;
    const QString text = cellOf(note, column);
    const bool isMarked = flaw != nullptr && m_due.count(note.line) == 0;
    if (role == Qt::EditRole) {
        return text;
    }
    if (role == Qt::DisplayRole) {
        return isMarked ? QString(QStringLiteral("▲ ") + text.simplified()) : text.simplified();
    }
    if (role == Qt::ToolTipRole) {
        QStringList words;
        if (isMarked) {
            words.append(flaw->words);
        }
        if (isCorrected) {
            words.append(tr("In the file: %1").arg(m_originals.at(note.line).at(column)));
        } else if (!text.isEmpty()) {
            words.append(text);
        }
        return words.join(u'\n');
    }
    if (role == Qt::FontRole && isCorrected) {
        return theme::font(theme::Strong);
    }
    if (role == shadeRole && isMarked) {
        return int(theme::Tone::Different);
    }
    if (role == toneRole) {
        const core::ColumnUse use = m_mapping.columns[std::size_t(column)].use;
        const bool isLeftOut = use == core::ColumnUse::Ignored || use == core::ColumnUse::LeftOut
            || note.fate == core::RowFate::Skipped;
        return isLeftOut ? QVariant(int(theme::Tone::Muted)) : QVariant();
    }
    return {};
}

QVariant ImportRowModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const core::RowNote& note = noteAt(index.row());
    return index.column() < FirstCell ? lead(note, index.column(), role)
                                      : cell(note, index.column() - FirstCell, role);
}

QVariant ImportRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LineColumn:
        return tr("Line");
    case FateColumn:
        return tr("What happens");
    case FlawColumn:
        return tr("What to look at");
    default:
        break;
    }
    const auto at = std::size_t(section - FirstCell);
    return at < m_mapping.columns.size() ? m_mapping.columns[at].header : QString();
}

Qt::ItemFlags ImportRowModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.isValid() && index.column() >= FirstCell
        && mayEdit(noteAt(index.row()), index.column() - FirstCell)) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool ImportRowModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    const int column = index.column() - FirstCell;
    core::RowNote& note = m_notes[std::size_t(m_rows[std::size_t(index.row())])];
    const QString text = value.toString().trimmed();
    if (text == note.cells[column]) {
        return false;
    }
    auto& originals = m_originals[note.line];
    const QString original = originals.try_emplace(column, note.cells[column]).first->second;
    note.cells[column] = text;
    if (text == original) { // as it stood in the file
        originals.erase(column);
        m_fixes[note.line].erase(column);
        if (m_fixes[note.line].empty()) {
            m_fixes.erase(note.line);
            m_originals.erase(note.line);
        }
    } else {
        m_fixes[note.line][column] = text;
    }
    m_due.insert(note.line);
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    Q_EMIT settled();
    return true;
}

} // namespace ui
