#include "tour/Scenes.h"

#include "core/crypto/Digest.h"
#include "core/security/UserService.h"
#include "core/workspace/SampleOffice.h"
#include "ui/people/KeysDialog.h"
#include "ui/people/NewRecoveryDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/RekeyDialog.h"
#include "ui/people/RightsDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/start/RecentOffices.h"
#include "ui/start/StartPage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace tour {

namespace {

/// One colleague with a key file, one whose access was taken away; done once, whatever languages follow.
bool preparePeople(const Access& admin)
{
    auto office = core::Office::open(admin);
    if (!office) {
        return false;
    }
    core::UserService& users = (*office)->users();
    const QString keeper = QStringLiteral("keeper");
    const QString left = QStringLiteral("sales3");
    auto list = users.list();
    const bool isDone
        = list && std::any_of(list->begin(), list->end(), [&left](const core::User& user) {
              return user.name == left;
          });
    if (isDone) {
        return true;
    }
    return users.add({keeper,
                      core::Role::Service,
                      QStringLiteral("East"),
                      secretWord(),
                      core::randomBytes(32)})
        && users.add({left, core::Role::Sales, {}, secretWord()}) && users.disable(left);
}

} // namespace

/// Second secrets, and what follows when somebody left. Last of an office: it changes who is there.
void shootKeys(Tour& tour, const Access& admin)
{
    if (!preparePeople(admin)) {
        tour.miss("keys");
        return;
    }
    ui::OfficeJobs jobs(admin);
    ui::MainWindow window(jobs);
    window.show();
    window.go(ui::MainWindow::People);
    Tour::settle(&jobs);
    if (auto* table = window.findChild<QTableWidget*>(QStringLiteral("people"))) {
        table->selectRow(2);
    }
    tour.shoot(&window, "people-left", &jobs);
    ui::KeysDialog keys(jobs);
    keys.show();
    tour.shoot(&keys, "my-keys", &jobs);
    ui::PasswordDialog password(jobs, QStringLiteral("keeper"));
    password.show();
    tour.shoot(&password, "password-of-keeper", &jobs);
    ui::RightsDialog rights;
    rights.show();
    tour.shoot(&rights, "rights", &jobs);
    ui::NewRecoveryDialog recovery(jobs);
    recovery.show();
    tour.shoot(&recovery, "new-recovery", &jobs);
    for (auto* edit : recovery.findChildren<QLineEdit*>()) {
        if (edit->echoMode() == QLineEdit::Password) {
            edit->setText(core::SampleWanted().password);
        }
    }
    primaryOf(&recovery)->click();
    tour.shoot(&recovery, "new-recovery-sheet", &jobs);
    ui::RekeyDialog rekey(jobs);
    rekey.show();
    tour.shoot(&rekey, "rekey", &jobs);
    ui::StartPage start;
    start.resize(900, 640);
    start.show();
    ui::rememberKeyFile(
        QStringLiteral("abcd"), QStringLiteral("li"), QStringLiteral("/media/stick/li.key"));
    start.showLogin(
        {admin->folder, QStringLiteral("Acme"), QStringLiteral("li"), QStringLiteral("abcd")});
    tour.shoot(&start, "unlock-key-file");
}

} // namespace tour
