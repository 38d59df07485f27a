/// PeoplePage: who may open the office and by what, for its data administrators: adds people, gives them roles, departments
/// and new passwords, takes their access away, hands their clients to somebody else; changes the office's key and recovery
/// code. Thread of the window.
#pragma once

#include "core/security/UserService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace ui {

class StateView;

class PeoplePage : public Page
{
    Q_OBJECT

public:
    explicit PeoplePage(OfficeJobs& jobs, QWidget* parent = nullptr);

    void refresh() override;
    void addPerson();

private:
    /// Everybody, and by which ways they come in.
    struct People
    {
        std::vector<core::User> users;
        QHash<QByteArray, core::UserWays> ways;
    };

    QWidget* makeTop();
    QWidget* makePerson();
    void connectPerson();
    void fill(People people);
    void showPerson();
    [[nodiscard]] bool isShownAgain(const core::User& person) const;
    void bringRole(const core::User& person);
    void showRole(const core::User& person);
    void bringDepartment(const core::User& person);
    void showDepartment(const core::User& person);
    void newPassword();
    void setRole();
    void setDepartment();
    void showRoles();
    void disable();
    void changeKey();
    void newRecovery();
    void handOver();
    void change(core::Result<core::User> (*step)(core::Office&, const core::User&, core::Role),
                const QString& words,
                const std::function<void()>& then = {});
    [[nodiscard]] QStringList departments() const;
    [[nodiscard]] const core::User* chosen() const;

    OfficeJobs& m_jobs;
    QStackedWidget* m_stack;
    StateView* m_state;
    QTableWidget* m_table;
    QWidget* m_person = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_about = nullptr;
    QComboBox* m_role = nullptr;
    QLabel* m_aboutRole = nullptr;
    QPushButton* m_setRole = nullptr;
    QComboBox* m_department = nullptr;
    QPushButton* m_setDepartment = nullptr;
    QLabel* m_soleUser = nullptr;
    QPushButton* m_password = nullptr;
    QPushButton* m_disable = nullptr;
    QPushButton* m_handOver = nullptr;
    std::vector<core::User> m_people;
    std::optional<core::User> m_shown; ///< as they were when they were shown last
    QHash<QByteArray, core::UserWays> m_ways;
    int m_round = 0;
};

} // namespace ui
