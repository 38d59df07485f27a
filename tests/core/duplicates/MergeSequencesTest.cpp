// Merges, edits, undos and undos of undos at random, over records with everything attached to them: taken apart again,
// each is its beginning and its own edits, byte for byte (ExpectedRecord.h says what that means).
// A short run walks for some seconds; DOSSIER_SWEEP=full walks 5,000 sequences, DOSSIER_SEED=N that one alone.
#include "core/duplicates/MergeWalk.h"
#include "core/records/SealedService.h"
#include "core/security/AuditChain.h"

#include <QElapsedTimer>

using namespace duplicatestest;

namespace {

constexpr int sequencesPerOffice = 50;

/// In memory where there is a place for it, and without waiting for a disk.
class WalkOffice : public MergeOffice
{
public:
    WalkOffice()
        : MergeOffice(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath())
    {
        need(connection().executeScript("PRAGMA synchronous = OFF;"));
        for (const QString& name : {u"wang"_s, u"zhao"_s, u"hu"_s, u"lin"_s, u"ma"_s}) {
            addUser(name);
        }
        Progress quiet;
        need(SealedService(context(), writer()).sealCustom(sealedOwnField, quiet));
    }

    void checkLog()
    {
        Progress quiet;
        const auto report = need(AuditChain(connection(), QByteArray(16, 'o')).verify(quiet));
        CHECK(report.problems.empty());
    }
};

} // namespace

TEST_CASE("whatever was merged, edited, undone and merged again comes apart as it was")
{
    constexpr int all = 5000;
    constexpr int shortSeconds = 20;
    const bool isFull = qEnvironmentVariable("DOSSIER_SWEEP") == u"full";
    const int one = qEnvironmentVariableIntValue("DOSSIER_SEED");
    const auto last = std::uint64_t(one > 0 ? one : all);
    WalkTally tally;
    QElapsedTimer timer;
    timer.start();
    std::unique_ptr<WalkOffice> office;
    for (auto seed = std::uint64_t(one > 0 ? one : 1); seed <= last; ++seed) {
        if (!isFull && one == 0 && timer.elapsed() > shortSeconds * 1000) {
            break;
        }
        if (!office || tally.sequences % sequencesPerOffice == 0) {
            office = std::make_unique<WalkOffice>();
        }
        office->at(QDate(2026, 11, 24).addDays(tally.sequences % sequencesPerOffice));
        MergeWalk walk(*office, seed);
        walk.run();
        tally.add(walk.tally());
        if (seed == last || tally.sequences % sequencesPerOffice == 0) {
            office->checkLog();
        }
    }
    if (isFull) {
        WARN(tally.text().toStdString() << ", " << timer.elapsed() / 1000 << " s");
    }
    CHECK(tally.sequences > 0);
}
