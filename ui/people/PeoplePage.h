/// PeoplePage: who may open the office, for its data administrators: adds people, gives them roles, departments and new
/// passwords, takes their access away, hands their clients to somebody else. Thread of the window.
#pragma once

#include "core/security/UserStore.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Page.h"

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
    QWidget* makeTop();
    QWidget* makePerson();
    void fill(std::vector<core::User> people);
    void showPerson();
    void newPassword();
    void setRole();
    void setDepartment();
    void showRoles();
    [[nodiscard]] QStringList departments() const; ///< that somebody is in
    void disable();
    void handOver();
    void change(core::Result<core::User> (*step)(core::Office&, const core::User&, core::Role),
                const QString& words);
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
    int m_round = 0;
};

} // namespace ui
