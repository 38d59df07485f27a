#include "ui/shell/OfficeNotices.h"

#include "core/storage/DamageMark.h"
#include "ui/exchange/UnfinishedList.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/Parts.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

OfficeNotices::OfficeNotices(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_place(new NoticeBar("warning", theme::Tone::Warning, this))
    , m_damage(new NoticeBar("warning", theme::Tone::Bad, this))
    , m_log(new NoticeBar("warning", theme::Tone::Bad, this))
    , m_imports(new NoticeBar("import", theme::Tone::Accent, this))
    , m_key(new NoticeBar("lock", theme::Tone::Accent, this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (NoticeBar* bar : {m_damage, m_log, m_place, m_imports, m_key}) {
        rows->addWidget(bar);
    }
    m_place->say(core::warningAbout(m_jobs.access()));

    QPushButton* check = m_damage->addButton(tr("Check the office"));
    setKey(check, 'K');
    connect(check, &QPushButton::clicked, this, &OfficeNotices::checkWanted);
    connect(&m_jobs, &OfficeJobs::damageHeard, this, &OfficeNotices::showDamage);
    showDamage(m_jobs.isDamaged());

    QPushButton* log = m_log->addButton(tr("Open the log"));
    setKey(log, 'L');
    connect(log, &QPushButton::clicked, this, &OfficeNotices::logWanted);
    verifyNews();

    QPushButton* look = m_imports->addButton(tr("Go on or take back…"));
    setKey(look, 'V');
    connect(look, &QPushButton::clicked, this, &OfficeNotices::importsWanted);
    connect(m_imports->addClose(), &QPushButton::clicked, this, [this] {
        m_hidden.unite(m_shown);
        m_imports->say({});
    });
    QPushButton* change = m_key->addButton(tr("Change the key…"));
    setKey(change, 'J');
    connect(change, &QPushButton::clicked, this, &OfficeNotices::newKeyWanted);
    connect(m_key->addClose(), &QPushButton::clicked, this, [this] {
        m_leftPutOff = m_left;
        m_key->say({});
    });
    m_later.setSingleShot(true);
    m_later.setInterval(core::UnfinishedImport::quietTime);
    connect(&m_later, &QTimer::timeout, this, &OfficeNotices::refresh);
}

void OfficeNotices::showDamage(bool isDamaged)
{
    m_damage->say(isDamaged ? core::damageError().message : QString());
}

void OfficeNotices::verifyNews()
{
    constexpr std::int64_t entriesAtOnce = 2000; // some 50 ms, in which no list waits for long
    m_jobs.run<core::AuditReport>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.verifyNewEntries(progress, entriesAtOnce);
        },
        [this](const core::Result<core::AuditReport>& report) {
            if (!report) {
                return; // what cannot be read is said by the page at hand
            }
            if (report->firstBad) {
                m_log->say(tr("Entry %1 of the log is not what was signed. %2 Tell the data "
                              "administrator.")
                               .arg(*report->firstBad)
                               .arg(report->problem));
            } else if (report->hasMore) {
                verifyNews();
            }
        });
}

void OfficeNotices::refresh()
{
    readKeyState();
    if (m_jobs.pending(Lane::Long) > 0) {
        return; // perhaps the very import; its end reads again
    }
    using Imports = std::vector<core::UnfinishedImport>;
    m_jobs.run<Imports>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.importer().unfinished(); },
        [this](core::Result<Imports> imports) {
            // What cannot be read is said by the page at hand; there is no hint then.
            showImports(imports ? *imports : Imports());
        });
}

void OfficeNotices::readKeyState()
{
    if (core::grantOf(m_jobs.session(), core::Action::Administer).direct == core::Scope::None
        || m_jobs.access().isReadOnly()) {
        return;
    }
    m_jobs.run<core::KeyState>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.keys().state(); },
        [this](const core::Result<core::KeyState>& state) {
            m_left = state ? state->leftWithKey : QStringList();
            const bool isNews = m_left != m_leftPutOff && !m_left.isEmpty();
            m_key->say(isNews ? tr("%1 cannot log in any more, but may have a copy of the office's "
                                   "key.")
                                    .arg(m_left.join(tr(", ")))
                              : QString());
        });
}

void OfficeNotices::showImports(const std::vector<core::UnfinishedImport>& imports)
{
    m_shown.clear();
    m_later.stop();
    QString words;
    for (const core::UnfinishedImport& import : imports) {
        if (!import.isOwn || m_hidden.contains(import.batch.pk.value)) {
            continue;
        }
        if (import.mayRun) {
            m_later.start();
            continue;
        }
        if (m_shown.isEmpty()) {
            words = unfinishedWords(import, m_jobs.access().timeZone);
        }
        m_shown.insert(import.batch.pk.value);
    }
    if (m_shown.size() > 1) {
        words = tr("%n of your imports are not finished.", nullptr, int(m_shown.size()));
    }
    m_imports->say(words);
}

} // namespace ui
