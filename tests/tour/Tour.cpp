// dossier_tour [--scale 100|150] DIR: drives the real main window over a sample office and saves a picture of every
// screen and dialog, in both languages, light and dark (at 150 %: light only), named PAGE-LANGUAGE-THEME-SCALE.png,
// with an index page to look through them. Exits 1 when a screen could not be reached or saved.
#include "tests/support/OwnDataFolder.h"

#include "core/base/Language.h"
#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/SampleOffice.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/clients/ConflictDialog.h"
#include "ui/clients/HistoryView.h"
#include "ui/clients/TrashDialog.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/UnmergeDialog.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/inbox/InboxPage.h"
#include "ui/inbox/RequestView.h"
#include "ui/people/HandoverDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/PersonDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/start/StartPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <cstdio>
#include <cstring>

namespace {

constexpr int longestWaitMs = 20'000;
constexpr int settleMs = 220; // the delays of typing, and one more turn of the loop

using Access = std::shared_ptr<const core::OfficeAccess>;

class Tour
{
public:
    Tour(QDir folder, int scale)
        : m_folder(std::move(folder))
        , m_scale(scale)
    { }

    void setLook(const QString& language, const QString& theme)
    {
        m_language = language;
        m_theme = theme;
    }

    /// Until nothing is read or written any more.
    static void settle(const ui::OfficeJobs* jobs)
    {
        QTest::qWait(settleMs);
        if (jobs != nullptr) {
            static_cast<void>(QTest::qWaitFor(
                [jobs] {
                    return jobs->pending(ui::Lane::Read) == 0 && jobs->pending(ui::Lane::Write) == 0
                        && jobs->pending(ui::Lane::Long) == 0;
                },
                longestWaitMs));
            QTest::qWait(settleMs);
        }
    }

    void shoot(QWidget* widget, const char* page, const ui::OfficeJobs* jobs = nullptr)
    {
        settle(jobs);
        const QString name = QStringLiteral("%1-%2-%3-%4.png")
                                 .arg(QLatin1String(page), m_language, m_theme)
                                 .arg(m_scale);
        if (widget == nullptr || !widget->isVisible()) {
            miss(page);
        } else if (!widget->grab().save(m_folder.filePath(name))) {
            std::fprintf(stderr, "could not save %s\n", qPrintable(name));
            m_missed = true;
        } else {
            m_pictures.append(name);
        }
    }

    void miss(const char* page)
    {
        std::fprintf(stderr, "could not reach %s\n", page);
        m_missed = true;
    }

    [[nodiscard]] const QStringList& pictures() const { return m_pictures; }
    [[nodiscard]] bool hasMissed() const { return m_missed; }

private:
    QDir m_folder;
    int m_scale;
    QString m_language;
    QString m_theme;
    QStringList m_pictures;
    bool m_missed = false;
};

QString writeTable(const QString& folder)
{
    const QString path = folder + QStringLiteral("/clients.csv");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(
            QStringLiteral(
                "客户登记表,,,,,\n客户名称*,联系人,联系电话,地址,身份证号,年营业额\n"
                "苏州新桥贸易有限公司,陈静,0512-66778899,江苏省苏州市吴中区东风路8号,,1200000\n"
                "王海燕,,13912345678,浙江省杭州市西湖区学府路21号,110105194912310021,\n"
                "杭州白鹭文化传媒有限公司,马晓明,4.40301E+17,浙江省杭州市,,\n"
                "Oakfield Foods Ltd,Nora Ellis,+44 20 7946 0123,London,,880000\n合计,4,,,,\n")
                .toUtf8());
    }
    return path;
}

QPushButton* primaryOf(QWidget* widget)
{
    for (QPushButton* button : widget->findChildren<QPushButton*>()) {
        if (button->isVisible()
            && button->property("role").toString() == QLatin1String("primary")) {
            return button;
        }
    }
    return nullptr;
}

QList<QLineEdit*> visibleEdits(QWidget* widget)
{
    QList<QLineEdit*> edits = widget->findChildren<QLineEdit*>();
    edits.removeIf([](const QLineEdit* edit) { return !edit->isVisible(); });
    return edits;
}

/// The three steps that make an office, for real: in a folder of its own, with the real password hash.
void shootCreation(Tour& tour, ui::StartPage& start, const QString& folder)
{
    start.showCreate();
    QTest::qWait(settleMs);
    QList<QLineEdit*> edits = visibleEdits(&start);
    edits.at(0)->setText(QStringLiteral("Acme"));
    edits.at(1)->setText(folder);
    tour.shoot(&start, "create-place");
    primaryOf(&start)->click();
    QTest::qWait(settleMs);
    edits = visibleEdits(&start);
    edits.at(0)->setText(QStringLiteral("li"));
    edits.at(1)->setText(QStringLiteral("secret"));
    tour.shoot(&start, "create-weak");
    edits.at(1)->setText(QStringLiteral("granite walrus umbrella"));
    edits.at(2)->setText(QStringLiteral("granite walrus umbrella"));
    tour.shoot(&start, "create-person");
    primaryOf(&start)->click();
    auto* code = start.findChild<QLabel*>(QStringLiteral("recovery_code"));
    if (code == nullptr || !QTest::qWaitFor([code] { return code->isVisible(); }, longestWaitMs)) {
        tour.miss("create-recovery");
        return;
    }
    tour.shoot(&start, "create-recovery");
}

void shootStart(Tour& tour, const QString& work)
{
    QSettings().remove(QStringLiteral("recent_offices"));
    ui::StartPage start;
    start.resize(900, 640);
    start.show();
    tour.shoot(&start, "start-empty");
    ui::rememberOffice({work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"), {}});
    ui::rememberOffice(
        {work + QStringLiteral("/Northgate.dossier"), QStringLiteral("Northgate"), {}});
    start.showOffices();
    tour.shoot(&start, "start");
    start.showLogin(
        {work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"), QStringLiteral("li")});
    tour.shoot(&start, "unlock");
    visibleEdits(&start).at(1)->setText(QStringLiteral("wrong"));
    primaryOf(&start)->click();
    QPushButton* button = primaryOf(&start);
    static_cast<void>(QTest::qWaitFor([button] { return button->isEnabled(); }, longestWaitMs));
    tour.shoot(&start, "unlock-refused");
    start.showRecovery(
        {work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"), QStringLiteral("li")});
    tour.shoot(&start, "recover");
    const QTemporaryDir made;
    shootCreation(tour, start, made.filePath(QStringLiteral("Acme.dossier")));
}

void shootEmpty(Tour& tour, const Access& access)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    tour.shoot(&window, "empty-clients", &jobs);
    window.go(ui::MainWindow::Inbox);
    tour.shoot(&window, "empty-inbox", &jobs);
    window.go(ui::MainWindow::Duplicates);
    tour.shoot(&window, "empty-duplicates", &jobs);
}

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
    core::ChangeSet edits{
        {core::Field::Phone, QStringLiteral("+862150501234"), QStringLiteral("+8613917001234")},
        {core::Field::Tags, QStringLiteral("印刷"), QStringLiteral("印刷;月结")},
        {core::Field::Notes,
         QStringLiteral("送货前先打电话。"),
         QStringLiteral("送货前先打电话。\n发票寄到浦东新区祖冲之路899号二楼财务部。")}};
    for (const core::FieldChange& edit : edits) {
        level.before.set(edit.field, edit.before);
        level.after.set(edit.field, edit.before);
        level.record.set(edit.field, edit.after);
    }
    level.edits = std::move(edits);
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

/// A file that a salesperson gave, as it waits in the inbox; and who was opened last.
void shootWaiting(Tour& tour, const Access& admin, const Access& sales, const QString& table)
{
    {
        ui::OfficeJobs jobs(sales);
        QWidget owner;
        jobs.run<core::StagedOutcome>(
            ui::Lane::Long,
            &owner,
            [table](core::Office& office, core::Progress& progress) {
                core::ImportOptions options;
                options.source.path = table;
                return office.stagedImports().stage(options, QStringLiteral("展会"), progress);
            },
            [](core::Result<core::StagedOutcome>) {});
        Tour::settle(&jobs);
    }
    ui::OfficeJobs jobs(admin);
    ui::MainWindow window(jobs);
    window.show();
    window.go(ui::MainWindow::Inbox);
    Tour::settle(&jobs);
    auto* tree = window.page(ui::MainWindow::Inbox).findChild<QTreeWidget*>();
    for (QTreeWidgetItem* item = tree->topLevelItem(0); item != nullptr;
         item = tree->itemBelow(item)) {
        if (item->text(0) == QLatin1String("clients.csv")) {
            tree->setCurrentItem(item);
        }
    }
    tour.shoot(&window, "inbox-import", &jobs);
    window.go(ui::MainWindow::Clients);
    for (const int row : {1, 4, 2}) {
        window.clients().selectRow(row);
        QTest::qWait(1200); // a look that counts
    }
    Tour::settle(&jobs);
    window.findChild<QToolButton*>(QStringLiteral("recent"))->click();
    Tour::settle(&jobs);
    auto* menu = window.findChild<QMenu*>(QStringLiteral("recent_menu"));
    tour.shoot(menu, "recent", &jobs);
    if (menu != nullptr) {
        menu->close();
    }
}

/// A salesperson: own clients, what needs approval, what was asked for.
void shootSales(Tour& tour, const Access& access)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    window.clients().selectRow(1);
    Tour::settle(&jobs);
    QPushButton* edit = nullptr;
    for (QPushButton* button : window.clients().panel().findChildren<QPushButton*>()) {
        edit = button->isVisible() ? button : edit;
    }
    if (edit == nullptr) {
        tour.miss("form-request");
        return;
    }
    edit->click();
    window.clients().form().type(core::Field::Phone, QStringLiteral("021-50501234"));
    tour.shoot(&window, "form-request", &jobs);
    // Asked for once, and then typed over: the form says what waits.
    primaryOf(&window.clients().form())->click();
    Tour::settle(&jobs);
    edit->click();
    window.clients().form().type(core::Field::Phone, QStringLiteral("021-50505678"));
    tour.shoot(&window, "form-waiting", &jobs);
    window.clients().setProperty("discard", true);
    window.go(ui::MainWindow::Inbox);
    static_cast<ui::InboxPage&>(window.page(ui::MainWindow::Inbox)).showMine(true);
    tour.shoot(&window, "my-requests", &jobs);
}

void shootWizard(Tour& tour, ui::OfficeJobs& jobs, const QString& table)
{
    ui::ImportWizard wizard(jobs);
    wizard.show();
    tour.shoot(&wizard, "import-file");
    wizard.setFile(QDir(table).filePath(QStringLiteral("..")));
    tour.shoot(&wizard, "import-refused", &jobs);
    wizard.setFile(table);
    tour.shoot(&wizard, "import-columns", &jobs);
    for (const char* step : {"import-duplicates", "import-approval", "import-result"}) {
        if (std::strcmp(step, "import-approval") == 0) {
            // Asked for, looked at, and taken back to be imported after all.
            if (auto* ask = wizard.findChild<QCheckBox*>(QStringLiteral("ask_first"))) {
                ask->click();
                tour.shoot(&wizard, step, &jobs);
                ask->click();
            } else {
                tour.miss(step);
            }
            continue;
        }
        if (QPushButton* next = primaryOf(&wizard)) {
            next->click();
        }
        tour.shoot(&wizard, step, &jobs);
    }
    wizard.close();
}

/// Who may open the office, and the dialogs about them.
void shootPeople(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    window.go(ui::MainWindow::People);
    tour.shoot(&window, "people", &jobs);
    ui::PersonDialog person(jobs, {QStringLiteral("East")});
    person.show();
    tour.shoot(&person, "person", &jobs);
    ui::PasswordDialog password(jobs, jobs.session().name);
    password.show();
    tour.shoot(&password, "password", &jobs);
    ui::HandoverDialog handover(
        jobs, QStringLiteral("sales1"), {QStringLiteral("sales2"), QStringLiteral("manager")});
    handover.show();
    tour.shoot(&handover, "handover", &jobs);
}

/// A record with everything: further contacts and fields of the office's own; read, and in the form.
void shootFull(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    core::ClientValues values;
    const auto set = [&values](core::Field field, const char* text) {
        values.set(field, QString::fromUtf8(text));
    };
    set(core::Field::Type, "company");
    set(core::Field::Name, "上海云帆印刷有限公司");
    set(core::Field::Contact, "顾佳怡");
    set(core::Field::Position, "采购经理");
    set(core::Field::Phone, "021-50501234 转 6");
    set(core::Field::Email, "gu@yunfan.example");
    set(core::Field::Website, "www.yunfan.example");
    set(core::Field::Province, "上海市");
    set(core::Field::City, "上海市");
    set(core::Field::District, "浦东新区");
    set(core::Field::Street, "祖冲之路899号");
    set(core::Field::Postcode, "201203");
    set(core::Field::Industry, "23");
    set(core::Field::Tags, "印刷;月结");
    set(core::Field::Notes, "送货前先打电话。");
    set(core::Field::Contacts,
        R"([{"emails":["lu@yunfan.example"],"name":"陆晨","phones":["+8613917001234"],"position":"财务"},)"
        R"({"name":"Ann Poe","phones":["+442079460123"],"position":"London office"}])");
    set(core::Field::Custom, R"({"会员号":"A-1017","停车":"地下二层"})");
    core::AddOptions options;
    options.force = true;
    core::Client stored;
    jobs.run<core::AddOutcome>(
        ui::Lane::Write,
        &window,
        [values, options](core::Office& office, core::Progress&) {
            return office.clients().add(values, options);
        },
        [&stored](core::Result<core::AddOutcome> outcome) {
            if (outcome && outcome->client) {
                stored = *outcome->client;
            }
        });
    Tour::settle(&jobs);
    window.clients().search(QStringLiteral("yunfanyinshua"));
    Tour::settle(&jobs);
    window.clients().selectRow(0);
    window.clients().panel().showProfile();
    tour.shoot(&window, "record", &jobs);
    Q_EMIT window.clients().panel().editWanted(stored);
    Tour::settle(&jobs);
    window.clients().form().showField(core::Field::Contacts);
    tour.shoot(&window, "form-contacts", &jobs);
    window.clients().form().showField(core::Field::Custom);
    tour.shoot(&window, "form-own-fields", &jobs);
    QTest::keyClick(&window.clients().form(), Qt::Key_Escape);
    window.clients().search({});
    Tour::settle(&jobs);
}

QPushButton* buttonOf(QWidget* widget, const char* english)
{
    const QString text = QCoreApplication::translate("ui::ClientsPage", english);
    for (QPushButton* button : widget->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

/// A record on its way into the trash, the trash, and a record in it.
void shootTrash(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    window.go(ui::MainWindow::Clients);
    window.clients().selectRow(2);
    Tour::settle(&jobs);
    auto* list = window.clients().findChild<QTableView*>(QStringLiteral("clients"));
    QTest::keyClick(list, Qt::Key_Delete);
    auto* dialog = window.clients().findChild<ui::TrashDialog*>();
    if (dialog == nullptr) {
        tour.miss("trash-dialog");
        return;
    }
    visibleEdits(dialog).at(0)->setText(QStringLiteral("重复录入"));
    tour.shoot(dialog, "trash-dialog", &jobs);
    primaryOf(dialog)->click();
    tour.shoot(&window, "trashed", &jobs);
    if (QPushButton* chip = buttonOf(&window.clients(), "Trash")) {
        chip->click();
        Tour::settle(&jobs);
        window.clients().selectRow(0);
        window.clients().panel().showHistory();
        tour.shoot(&window, "trash", &jobs);
        list->selectAll();
        tour.shoot(&window, "trash-several", &jobs);
        buttonOf(&window.clients(), "All")->click();
        window.clients().panel().showProfile();
        Tour::settle(&jobs);
    } else {
        tour.miss("trash");
    }
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

void shootOffice(Tour& tour, const Access& access, const QString& table)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    window.clients().selectRow(3);
    tour.shoot(&window, "clients", &jobs);
    if (auto* list = window.clients().findChild<QTableView*>(QStringLiteral("clients"))) {
        list->selectionModel()->select(
            QItemSelection(list->model()->index(2, 0), list->model()->index(6, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        tour.shoot(&window, "clients-several", &jobs);
        window.clients().selectRow(3);
    }
    window.clients().panel().showHistory();
    tour.shoot(&window, "history", &jobs);
    window.clients().search(QStringLiteral("zhang"));
    tour.shoot(&window, "search", &jobs);
    window.clients().search(QStringLiteral("nothing at all"));
    tour.shoot(&window, "nothing-found", &jobs);
    shootFull(tour, jobs, window);
    shootTrash(tour, jobs, window);
    window.clients().startNew();
    ui::ClientForm& form = window.clients().form();
    form.type(core::Field::Name, QStringLiteral("苏州云杉贸易有限公司"));
    form.type(core::Field::Phone, QStringLiteral("38183752"));
    form.type(core::Field::Email, QStringLiteral("office@"));
    form.type(core::Field::CreditCode, QStringLiteral("91350100M000100Y44"));
    tour.shoot(&window, "form", &jobs);
    window.clients().setProperty("discard", true);
    window.go(ui::MainWindow::Inbox);
    tour.shoot(&window, "inbox", &jobs);
    window.go(ui::MainWindow::Duplicates);
    Tour::settle(&jobs);
    auto& duplicates = static_cast<ui::DuplicatesPage&>(window.page(ui::MainWindow::Duplicates));
    // A group whose records differ shows more than one of equals.
    if (auto* groups = duplicates.findChild<QListWidget*>()) {
        groups->setCurrentRow(std::min(groups->count() - 1, groups->count() * 2 / 3));
    }
    tour.shoot(&window, "duplicates", &jobs);
    duplicates.merge();
    Tour::settle(&jobs);
    auto* dialog = window.findChild<ui::MergeDialog*>();
    tour.shoot(dialog, "merge", &jobs);
    shootMerged(tour, jobs, window, dialog);
    shootWizard(tour, jobs, table);
    ui::ExportDialog take(jobs, QString());
    take.show();
    tour.shoot(&take, "export", &jobs);
    shootPeople(tour, jobs, window);
    shootConflicts(tour, jobs);
}

void writeIndex(const QDir& folder)
{
    QFile index(folder.filePath(QStringLiteral("index.html")));
    if (!index.open(QIODevice::WriteOnly)) {
        return;
    }
    index.write("<!doctype html><meta charset=\"utf-8\"><title>Dossier</title><style>"
                "body{font-family:sans-serif;background:#888}figure{display:inline-block;"
                "margin:8px}img{width:620px}</style>\n");
    const QStringList pictures
        = folder.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    for (const QString& picture : pictures) {
        index.write(
            QStringLiteral(
                "<figure><a href=\"%1\"><img src=\"%1\"></a><figcaption>%1</figcaption></figure>\n")
                .arg(picture)
                .toUtf8());
    }
}

/// An office with nothing in it, and the sample; both opened by their first administrator.
struct Offices
{
    Access empty;
    Access admin;
    Access sales;
};

core::Result<Offices> makeOffices(const QTemporaryDir& work)
{
    core::NewOffice bare;
    bare.folder = work.filePath(QStringLiteral("Empty.dossier"));
    bare.name = QStringLiteral("Acme");
    bare.adminName = QStringLiteral("li");
    bare.adminPassword = QStringLiteral("granite walrus umbrella");
    bare.kdfMemoryMib = 64;
    auto empty = core::createOffice(bare);
    if (!empty) {
        return empty.error();
    }
    core::SampleWanted wanted;
    wanted.folder = work.filePath(QStringLiteral("Sample.dossier"));
    wanted.clients = 400;
    core::Progress quiet;
    auto sample = core::makeSample(wanted, quiet);
    if (!sample) {
        return sample.error();
    }
    auto sales = core::login({wanted.folder, QStringLiteral("sales1"), wanted.password, {}});
    if (!sales) {
        return sales.error();
    }
    return Offices{empty->access, sample->admin, *sales};
}

} // namespace

int main(int argc, char** argv)
{
    int scale = 100;
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--scale") == 0) {
            scale = std::atoi(argv[i + 1]);
        }
    }
    if (scale != 100) {
        qputenv("QT_SCALE_FACTOR",
                QByteArray::number(scale / 100.0)); // read when the application is made
    }
    const OwnDataFolder data;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("DossierTour"));
    QCoreApplication::setApplicationName(QStringLiteral("DossierTour"));
    core::initResources();
    core::initCrypto();
    core::registerCipherDriver();
    const QDir folder(QCoreApplication::arguments().constLast());
    folder.mkpath(QStringLiteral("."));
    const QTemporaryDir work;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, work.path());
    auto offices = makeOffices(work);
    if (!offices) {
        std::fprintf(stderr,
                     "%s %s\n",
                     qPrintable(offices.error().message),
                     qPrintable(offices.error().detail));
        return 1;
    }
    const QString table = writeTable(work.path());
    Tour tour(folder, scale);
    for (const char* language : {"zh", "en"}) {
        for (const bool dark : {false, true}) {
            if (dark && scale != 100) {
                continue;
            }
            core::useLanguage(QLatin1String(language));
            ui::theme::apply(application,
                             dark ? ui::theme::Scheme::Dark : ui::theme::Scheme::Light);
            tour.setLook(QLatin1String(language),
                         dark ? QStringLiteral("dark") : QStringLiteral("light"));
            shootStart(tour, work.path());
            shootEmpty(tour, offices->empty);
            shootOffice(tour, offices->admin, table);
            shootSales(tour, offices->sales);
            shootWaiting(tour, offices->admin, offices->sales, table);
        }
    }
    writeIndex(folder);
    std::printf("%d pictures\n", int(tour.pictures().size()));
    return tour.hasMissed() ? 1 : 0;
}
