/// MergeWalk: a group of records in an office, and merges, edits, undos and undos of undos at random, one after the other;
/// at the end everything is taken apart again. After each undo, records with which nothing is merged any more are what
/// ExpectedRecord says.
///
///     MergeWalk walk(office, seed);
///     walk.run();                        // fails with the steps so far
#pragma once

#include "core/duplicates/MergeValues.h"

#include <map>
#include <set>

namespace duplicatestest {

struct WalkTally
{
    int sequences = 0;
    int records = 0;
    int merges = 0;
    int undos = 0;
    int redos = 0;
    int edits = 0;
    int placed = 0;
    int inner = 0; ///< undos beneath a later merge
    int checks = 0; ///< of a record that is apart
    int loose = 0; ///< of those, ones that could not be byte for byte

    void add(const WalkTally& other);
    [[nodiscard]] QString text() const;
};

class MergeWalk
{
public:
    MergeWalk(MergeOffice& office, std::uint64_t seed);

    void run();
    [[nodiscard]] const WalkTally& tally() const { return m_tally; }

private:
    struct InForce
    {
        MergePk pk;
        int survivor = 0;
        std::vector<int> members;
        int at = 0;
    };
    using Levels = std::vector<std::pair<int, int>>; ///< record, and the step of its merge

    void enter();
    void step();
    void stepMerge();
    void stepEdit();
    void stepUndo();
    void stepAgain();
    void stepRequest();

    /// What a person may choose for the merged record.
    void chooseFreely(MergePlan& plan, const std::vector<Client>& clients);
    void chooseList(MergePlan& plan, Field field, const std::vector<Client>& clients);
    void note(const AppliedMerge& applied, const MergePlan& plan);

    MadeEdit someEdit(int record, const Client& now);
    void editParts(MadeEdit& edit, int record);
    void takeAway(MadeEdit& edit, const QString& part);
    [[nodiscard]] bool isMainOfAny(Field list, const QString& part) const;
    void addPart(MadeEdit& edit, int record);
    bool isNewTo(const MadeEdit& edit, int record, const QString& part) const;
    void readSealed(MadeEdit& edit, const Client& now);

    void undo(std::size_t which);
    void place(UnmergePlan& plan);
    void move(const UnmergePlan& plan, const Levels& levels, const std::vector<int>& back);
    std::vector<MadeEdit> takeEdits(const PlacedEdit& placed, const Levels& levels);
    void againAtOnce(MergePk merge, const Client& before);

    [[nodiscard]] Levels levelsOf(const InForce& merge) const;
    [[nodiscard]] std::vector<int> visible() const;
    [[nodiscard]] bool isAlone(int record) const;
    [[nodiscard]] int numberOf(ClientPk pk) const;
    [[nodiscard]] QString idsOf(const std::vector<int>& records) const;
    void checkAlone();
    void checkAll();
    void checkRequests();
    void checkHistory(const Client& now);
    void checkSealed(const Client& now);
    void say(const QString& text) { m_story += u"\n%1. "_s.arg(m_at) + text; }
    [[noreturn]] void fail(const QString& problem);

    MergeOffice& m_office;
    std::uint64_t m_seed;
    MergeValues m_values;
    std::vector<ExpectedRecord> m_records;
    std::vector<InForce> m_inForce;
    std::vector<MergePk> m_undone;
    std::set<std::pair<Field, QString>>
        m_takenAway; ///< parts that an edit took away: nobody puts them back
    /// Lists of which a merge had others than the ones put together: what an edit took away may have been another's there,
    /// while the record's own was left out.
    std::set<Field> m_freely;
    std::set<Field> m_blanked; ///< fields that a merge left empty although there was a value
    std::set<QString> m_owners; ///< that an edit named
    QString m_story;
    int m_at = 0;
    qint64 m_sealed = 0; ///< confidential values that there have to be in the office
    qint64 m_consents = 0;
    WalkTally m_tally;
};

} // namespace duplicatestest
