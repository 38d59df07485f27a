/// OfficeNotices: what the window has to say of its office as a whole, above every page: an older copy or an untried
/// folder, damage that anybody's check has found, a log that is not what was signed, an import of one's own that broke off; for data
/// administrators, that somebody left who may have the office's key. Thread of the window.
#pragma once

#include "core/exchange/UnfinishedImports.h"
#include "ui/jobs/OfficeJobs.h"

#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace ui {

class NoticeBar;

class OfficeNotices : public QWidget
{
    Q_OBJECT

public:
    explicit OfficeNotices(OfficeJobs& jobs, QWidget* parent = nullptr);

    /// Reads what broke off anew; damage is heard from the jobs.
    void refresh();

Q_SIGNALS:
    void checkWanted();
    void importsWanted();
    void newKeyWanted();
    void logWanted();

private:
    void showDamage(bool isDamaged);
    void readKeyState();
    /// What came into the log since this computer verified it last, piece by piece between what people read.
    void verifyNews();
    void showImports(const std::vector<core::UnfinishedImport>& imports);

    OfficeJobs& m_jobs;
    NoticeBar* m_place;
    NoticeBar* m_damage;
    NoticeBar* m_log;
    NoticeBar* m_imports;
    NoticeBar* m_key;
    QTimer m_later; ///< an import that saved something moments ago may still be running somewhere
    QSet<std::int64_t> m_shown;
    QStringList m_left;
    QStringList m_leftPutOff; ///< whose leaving needs no notice any more, by the person
    QSet<std::int64_t> m_hidden; ///< by the person, for as long as this window lives
};

} // namespace ui
