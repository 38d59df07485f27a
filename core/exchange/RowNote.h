/// RowNote: a row of a file as somebody looks at it before it comes in: its cells, what is wrong in which of them, which client
/// it is already, and what would become of it. A dry run keeps them (ImportOptions::notes), those first that want a look.
///
///     for (const RowNote& note : trial->notes)
///         for (const RowFlaw& flaw : note.flaws) mark(note.line, flaw.column, flaw.words);
///
/// Cells that hold confidential numbers are masked; of a client that the person may not see, only id and owner are told.
/// Pure values; RowNotes: thread of the run.
#pragma once

#include "core/base/Id.h"
#include "core/exchange/ColumnMapping.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/ImportPlan.h"
#include "core/records/Finding.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace core {

/// What becomes of a row.
enum class RowFate : std::uint8_t
{
    Created,
    Updated,
    Skipped,
    Rejected
};

struct RowFlaw
{
    int column = -1; ///< of the file, from 0; -1: no column holds the field
    Field field = Field::Id;
    QString rule;
    QString words; ///< translated; says what to do
};

/// A value that would change in the client the office has.
struct RowChange
{
    Field field = Field::Id;
    QString before; ///< stored form, as `after`
    QString after;
};

struct RowNote
{
    static constexpr qsizetype longestCell = 2000; ///< of a longer one only the beginning is kept

    std::int64_t line = 0;
    QStringList cells; ///< none of a row that cannot be read
    QString name; ///< of the client that it becomes
    RowFate fate = RowFate::Created;
    QString rejection; ///< why it cannot come in
    std::vector<RowFlaw> flaws;
    ClientPk known{}; ///< the client that it certainly is
    ClientId knownId{};
    QString knownName; ///< empty where the person may not see it
    QString knownOwner;
    std::int64_t above = 0; ///< the line of the row that it repeats
    std::vector<RowChange>
        changes; ///< of the known client, where it may be seen and the row goes into it

    [[nodiscard]] bool isKnown() const { return known.isValid() || above > 0; }
    /// Somebody may want to do something about it.
    [[nodiscard]] bool wantsLook() const
    {
        return !rejection.isEmpty() || !flaws.empty() || isKnown();
    }
};

/// Fills the notes of one run.
class RowNotes
{
public:
    explicit RowNotes(const ColumnMapping& mapping);

    /// What reading the row showed.
    void begin(RowNote& note, const CsvRow& source, const ImportRow& row) const;
    /// What storing it would show.
    void add(RowNote& note, const Findings& findings) const;

private:
    const ColumnMapping& m_mapping;
    QHash<int, int> m_columns; ///< by field
};

} // namespace core
