#include "tour/Scenes.h"

#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/clients/ConflictDialog.h"
#include "ui/clients/HistoryView.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/UnmergeDialog.h"
#include "ui/inbox/RequestView.h"
#include "ui/shell/MainWindow.h"

#include <QCoreApplication>
#include <QPushButton>

namespace tour {

namespace {

/// The record that stayed, the one that comes back, and what was edited in between.
core::UnmergePlan madeUnmerge()
{
    const auto record = [](const char* id, const char* name) {
        core::Client client;
        client.set(core::Field::Id, QString::fromLatin1(id));
        client.set(core::Field::Name, QString::fromUtf8(name));
        return client;
    };
    core::UnmergeLevel level;
    level.record = record("CUST202606290004", "上海云帆印刷有限公司");
    const core::ChangeSet edits{
        {core::Field::Phone, QStringLiteral("+862150501234"), QStringLiteral("+8613917001234")},
        {core::Field::Tags, QStringLiteral("印刷"), QStringLiteral("印刷;月结")},
        {core::Field::Notes,
         QStringLiteral("送货前先打电话。"),
         QStringLiteral("送货前先打电话。\n发票寄到浦东新区祖冲之路899号二楼财务部。")}};
    for (const core::FieldChange& edit : edits) {
        level.by.values.before.set(edit.field, edit.before);
        level.by.values.after.set(edit.field, edit.before);
        level.record.set(edit.field, edit.after);
    }
    return core::proposeUnmerge(
        core::MergePk{3}, {level}, {record("CUST202606290017", "云帆印刷")});
}

/// A request that another one stands against.
core::RequestDetail madeRivalry()
{
    core::RequestDetail detail;
    core::ListedRequest& listed = detail.listed;
    listed.request.pk = core::RequestPk{12};
    listed.request.reason = QStringLiteral("换了手机");
    listed.request.changes = {
        {core::Field::Phone, QStringLiteral("+862150501234"), QStringLiteral("+8613917001234")},
        {core::Field::Street, QStringLiteral("祖冲之路899号"), QStringLiteral("祖冲之路1000号")}};
    listed.request.requestedAt = QDateTime(QDate(2026, 11, 26), QTime(2, 30), QTimeZone::utc());
    listed.request.dueAt = listed.request.requestedAt.addDays(1);
    listed.client = {QStringLiteral("CUST202606290004")};
    listed.clientName = QStringLiteral("上海云帆印刷有限公司");
    listed.requestedBy = QStringLiteral("sales1");
    listed.hoursLeft = 6;
    listed.mayDecide = true;
    listed.rivals = {{core::RequestPk{9}, QStringLiteral("service"), {core::Field::Phone}}};
    detail.signatures = {{QStringLiteral("sales1"), QStringLiteral("sales"), {}, {}, 1, true, {}}};
    return detail;
}

} // namespace

/// Merges for real, looks at the history, and takes it back, so that the next look finds the office as it was.
void shootMerged(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window, ui::MergeDialog* dialog)
{
    ui::UnmergeDialog placing(madeUnmerge());
    placing.show();
    tour.shoot(&placing, "unmerge", &jobs);
    ui::RequestView rivalry(jobs.access().timeZone);
    rivalry.resize(620, 520);
    rivalry.show(madeRivalry());
    tour.shoot(&rivalry, "request-rivals", &jobs);
    if (dialog == nullptr) {
        return;
    }
    const core::ClientId survivor = dialog->plan().survivor.id;
    if (QPushButton* merge = primaryOf(dialog)) {
        merge->click();
    }
    Tour::settle(&jobs);
    window.go(ui::MainWindow::Clients);
    window.clients().showClient(survivor);
    window.clients().panel().showHistory();
    tour.shoot(&window, "history-merged", &jobs);
    auto* history = window.clients().panel().findChild<ui::HistoryView*>();
    QPushButton* undo = nullptr;
    const QString words = QCoreApplication::translate("ui::HistoryView", "Undo this merge");
    for (QPushButton* button : history->findChildren<QPushButton*>()) {
        undo = button->isVisible() && button->text() == words ? button : undo;
    }
    if (undo == nullptr) {
        tour.miss("history-unmerged");
        return;
    }
    undo->click();
    tour.shoot(&window, "history-unmerged", &jobs);
}

/// Fields that a colleague saved while a form was open: one, and several of every make.
void shootConflicts(Tour& tour, const ui::OfficeJobs& jobs)
{
    const QDateTime saved(QDate(2026, 11, 26), QTime(2, 30), QTimeZone::utc());
    const auto conflict
        = [&saved](core::Field field, const char* base, const char* mine, const char* theirs) {
              return core::EditConflict{field,
                                        QString::fromUtf8(base),
                                        QString::fromUtf8(mine),
                                        QString::fromUtf8(theirs),
                                        QStringLiteral("sales1"),
                                        saved};
          };
    const auto phone
        = conflict(core::Field::Phone, "+862150501234", "+8613917001234", "+862150501234x6");
    ui::ConflictDialog one({phone}, jobs.access().timeZone, {});
    one.show();
    tour.shoot(&one, "conflict", &jobs);
    ui::ConflictDialog several(
        {phone,
         conflict(core::Field::Street, "", "祖冲之路899号", "祖冲之路1000号"),
         conflict(core::Field::Notes,
                  "送货前先打电话。",
                  "送货前先打电话。\n发票寄到浦东新区祖冲之路899号二楼财务部。",
                  "送货前不用打电话，直接送到二楼，上午九点以后都可以。"),
         conflict(core::Field::Contacts,
                  R"([{"name":"陆晨","phones":["+8613917001234"],"position":"财务"}])",
                  R"([{"name":"陆晨","phones":["+8613917001234"],"position":"财务经理"}])",
                  "")},
        jobs.access().timeZone,
        {});
    several.show();
    several.choose(0, ui::Side::Mine);
    several.choose(1, ui::Side::Other, QStringLiteral("祖冲之路1000弄899号"));
    tour.shoot(&several, "conflict-several", &jobs);
}

} // namespace tour
