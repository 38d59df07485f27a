/// StartPage: what the program opens with: recent offices, log in, make an office in three steps (name and folder; you;
/// recovery sheet). The password hash and all files are touched on a thread of their own. Thread of the window.
#pragma once

#include "core/workspace/OfficeAccess.h"
#include "ui/start/RecentOffices.h"

#include <QString>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class StateView;

class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void showOffices();
    void showLogin(const RecentOffice& office);
    void showCreate();
    /// What is being made or opened at the moment; empty: nothing, the page can be used again.
    void setBusyWith(const QString& words);

Q_SIGNALS:
    /// Somebody wants to look around in the made-up company.
    void sampleWanted();
    void opened(std::shared_ptr<const core::OfficeAccess> access);

private:
    QWidget* makeOfficesStep();
    QWidget* makeLoginStep();
    QWidget* makeNameStep();
    QWidget* makePersonStep();
    QWidget* makeRecoveryStep();
    void fillOffices();
    void chooseFolder();
    void logIn();
    void create();
    void checkPerson();
    void checkRecovery();
    void setBusy(QPushButton* button, bool busy);

    QStackedWidget* m_steps;
    QWidget* m_officesStep = nullptr;
    QWidget* m_loginStep = nullptr;
    QWidget* m_nameStep = nullptr;
    QWidget* m_personStep = nullptr;
    QWidget* m_recoveryStep = nullptr;

    QListWidget* m_list = nullptr;
    StateView* m_noOffices = nullptr;
    QStackedWidget* m_known = nullptr;
    QLabel* m_busy = nullptr;
    QPushButton* m_openListed = nullptr;
    QLabel* m_loginTitle = nullptr;
    QLineEdit* m_loginUser = nullptr;
    QLineEdit* m_loginPassword = nullptr;
    QLabel* m_loginProblem = nullptr;
    QPushButton* m_loginButton = nullptr;
    QString m_loginFolder;

    QLineEdit* m_officeName = nullptr;
    QLineEdit* m_officeFolder = nullptr;
    QPushButton* m_toPerson = nullptr;
    QLineEdit* m_adminName = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_passwordAgain = nullptr;
    QLabel* m_personProblem = nullptr;
    QPushButton* m_createButton = nullptr;
    QLabel* m_code = nullptr;
    QLabel* m_codeQuestion = nullptr;
    QLineEdit* m_codeAnswer = nullptr;
    QPushButton* m_startButton = nullptr;
    QString m_expectedGroups;
    std::shared_ptr<const core::OfficeAccess> m_created;
};

} // namespace ui
