#include "tour/Scenes.h"

#include "ui/clients/ClientForm.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/clients/TrashDialog.h"
#include "ui/clients/WithdrawDialog.h"
#include "ui/people/ConfidentialFieldsDialog.h"
#include "ui/people/HandoverDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/PersonDialog.h"
#include "ui/people/RolesDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/NewPassword.h"
#include "ui/widgets/Prompt.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

namespace tour {

namespace {

/// The consent behind the record's first confidential value, withdrawn; and the record without it.
void shootWithdrawn(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    ui::ClientPanel& panel = window.clients().panel();
    Q_EMIT panel.findChild<ui::ProfileView*>()->withdrawWanted(QStringLiteral("payment"));
    auto* dialog = panel.findChild<ui::WithdrawDialog*>();
    if (dialog == nullptr) {
        tour.miss("withdraw-consent");
        return;
    }
    tour.shoot(dialog, "withdraw-consent-empty", &jobs);
    visibleEdits(dialog).at(0)->setText(QStringLiteral("电话 2026-03-12"));
    tour.shoot(dialog, "withdraw-consent", &jobs);
    primaryOf(dialog)->click();
    tour.shoot(&window, "consent-withdrawn", &jobs);
}

} // namespace

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
    set(core::Field::BankAccount, "31001234567890123");
    set(core::Field::Custom, R"({"会员号":"A-1017","停车":"地下二层","护照号":"E12345678"})");
    core::AddOptions options;
    options.force = true;
    options.consent = QStringLiteral("合同 2026-031, p. 4");
    core::Client stored;
    jobs.run<core::AddOutcome>(
        ui::Lane::Write,
        &window,
        [values, options](core::Office& office, core::Progress& progress) {
            const bool isMarked
                = office.sealed().sealCustom(QStringLiteral("护照号"), progress).hasValue();
            return isMarked ? office.clients().add(values, options)
                            : core::Result<core::AddOutcome>(core::cancelledError());
        },
        [&stored](core::Result<core::AddOutcome> outcome) {
            if (outcome && outcome->client) {
                stored = *outcome->client;
            }
        });
    Tour::settle(&jobs);
    window.clients().search(QStringLiteral("yunfanyinshua"));
    Tour::settle(&jobs);
    window.clients().open(stored.pk, stored.id());
    window.clients().panel().showProfile();
    tour.shoot(&window, "record", &jobs);
    shootInPlace(tour, jobs, window);
    if (auto* profile = window.clients().panel().findChild<ui::ProfileView*>()) {
        profile->verticalScrollBar()->setValue(profile->verticalScrollBar()->maximum());
        tour.shoot(&window, "record-consents", &jobs);
    }
    Q_EMIT window.clients().panel().editWanted(stored);
    Tour::settle(&jobs);
    window.clients().form().showField(core::Field::Contacts);
    tour.shoot(&window, "form-contacts", &jobs);
    window.clients().form().showField(core::Field::Custom);
    tour.shoot(&window, "form-own-fields", &jobs);
    QTest::keyClick(&window.clients().form(), Qt::Key_Escape);
    Tour::settle(&jobs);
    shootWithdrawn(tour, jobs, window);
    window.clients().search({});
    Tour::settle(&jobs);
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
    auto* trash = window.clients().findChild<QPushButton*>(QStringLiteral("filter:status=trashed"));
    if (trash != nullptr) {
        trash->click();
        Tour::settle(&jobs);
        window.clients().selectRow(0);
        window.clients().panel().showHistory();
        tour.shoot(&window, "trash", &jobs);
        list->selectAll();
        tour.shoot(&window, "trash-several", &jobs);
        window.clients().findChild<QPushButton*>(QStringLiteral("filter:"))->click();
        window.clients().panel().showProfile();
        Tour::settle(&jobs);
    } else {
        tour.miss("trash");
    }
}

namespace {

/// The office's own fields: an ordinary one chosen, and the question before it is made confidential.
void shootFields(Tour& tour, ui::OfficeJobs& jobs)
{
    ui::ConfidentialFieldsDialog fields(jobs);
    fields.show();
    Tour::settle(&jobs);
    auto* table = fields.findChild<QTableWidget*>();
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == QStringLiteral("会员号")) {
            table->selectRow(row);
        }
    }
    table->setFocus();
    tour.shoot(&fields, "confidential-fields", &jobs);
    for (auto* button : fields.findChildren<QPushButton*>()) {
        if (button->isEnabled() && !button->icon().isNull()) {
            button->click();
        }
    }
    auto* question = fields.findChild<ui::PromptDialog*>();
    tour.shoot(question, "confidential-fields-ask", &jobs);
    if (question != nullptr) {
        question->reject();
    }
}

/// The table of rights with a cell changed, and one that cannot be.
void shootRoles(Tour& tour, ui::OfficeJobs& jobs)
{
    const auto change = [&jobs](core::Grant grant) {
        jobs.run<core::Policy>(
            ui::Lane::Write,
            &jobs,
            [grant](core::Office& office, core::Progress&) {
                return office.policy().set(core::Role::Manager, core::Action::Export, grant);
            },
            [](const core::Result<core::Policy>&) {});
        Tour::settle(&jobs);
    };
    change({core::Scope::Own, core::Scope::None});
    ui::RolesDialog roles(jobs);
    roles.show();
    tour.shoot(&roles, "roles", &jobs);
    auto* table = roles.findChild<QTableView*>();
    table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 2, 2));
    tour.shoot(&roles, "roles-fixed", &jobs);
    change(core::policyRow(core::Action::Export).shipped[std::size_t(core::Role::Manager)]);
}

} // namespace

/// Who may open the office, and the dialogs about them.
void shootPeople(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    window.go(ui::MainWindow::People);
    tour.shoot(&window, "people", &jobs);
    ui::PersonDialog person(jobs, {QStringLiteral("East")});
    person.show();
    tour.shoot(&person, "person", &jobs);
    person.findChild<ui::NewPassword*>()->suggest();
    tour.shoot(&person, "person-passphrase", &jobs);
    shootRoles(tour, jobs);
    shootFields(tour, jobs);
    ui::PasswordDialog password(jobs, jobs.session().name);
    password.show();
    tour.shoot(&password, "password", &jobs);
    ui::HandoverDialog handover(
        jobs, QStringLiteral("sales1"), {QStringLiteral("sales2"), QStringLiteral("manager")});
    handover.show();
    tour.shoot(&handover, "handover", &jobs);
}

} // namespace tour
