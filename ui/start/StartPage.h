/// StartPage: what the program opens with: recent offices, log in, make an office in three steps (name and folder; you;
/// recovery sheet). The password hash and all files are touched on a thread of their own. Thread of the window.
#pragma once

#include "core/workspace/OfficeAccess.h"
#include "ui/start/RecentOffices.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace ui {

class CreateOffice;
class FieldRow;
class KeyFileField;
class RecoverOffice;
class RecoverySheet;
class StartStep;
class StateView;

class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void showOffices();
    void showLogin(const RecentOffice& office);
    /// The login of the office in this folder; one that was moved here is known again.
    void openFolder(const QString& folder);
    /// The same for whoever has locked the window: the name stands, and somebody else only comes in after a question.
    /// `loss` says, without a name in it, what would be lost or stopped if the locked window went now.
    void showUnlock(const RecentOffice& office, std::function<QString()> loss = {});
    void showCreate();
    /// The recovery code instead of a password.
    void showRecovery(const RecentOffice& office);
    /// What is being made or opened at the moment; empty: nothing, the page can be used again.
    void setBusyWith(const QString& words);
    /// Nothing is typed or running here that another office in its place would take away.
    [[nodiscard]] bool isChoosing() const;

Q_SIGNALS:
    /// Somebody wants to look around in the made-up company.
    void sampleWanted();
    /// Somebody wants the start page in the other language: "zh" or "en".
    void languageWanted(const QString& code);
    void opened(std::shared_ptr<const core::OfficeAccess> access);
    /// What was typed in the locked window is given up.
    void someoneElse();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    StartStep* makeOfficesStep();
    StartStep* makeLoginStep();
    void fillOffices();
    void markGone(const QStringList& folders);
    void forgetCurrent();
    void openCurrent();
    void chooseFolder();
    void logIn();
    /// Unfolded where a path is known.
    void showKeyFile(const QString& path);
    void setUnlocking(bool unlocking);
    void leaveLogin();
    [[nodiscard]] QString loss() const;
    void showLanguage();
    /// Whether the next try has to wait; says so, and counts down.
    bool mustWait();
    void enter(const std::shared_ptr<const core::OfficeAccess>& access);

    QStackedWidget* m_steps;
    CreateOffice* m_create;
    RecoverySheet* m_recovery;
    RecoverOffice* m_recover;
    StartStep* m_officesStep = nullptr;
    StartStep* m_loginStep = nullptr;

    QListWidget* m_list = nullptr;
    StateView* m_noOffices = nullptr;
    QStackedWidget* m_known = nullptr;
    QLabel* m_busy = nullptr;
    QPushButton* m_openListed = nullptr;
    QPushButton* m_sample = nullptr;
    QLabel* m_loginOffice = nullptr;
    QLabel* m_loginFolder = nullptr;
    QLineEdit* m_loginUser = nullptr;
    QLineEdit* m_loginPassword = nullptr;
    KeyFileField* m_loginKeyFile = nullptr;
    FieldRow* m_loginKeyRow = nullptr;
    QPushButton* m_withKeyFile = nullptr;
    QPushButton* m_loginButton = nullptr;
    QLabel* m_lockedWords = nullptr;
    QPushButton* m_language = nullptr;
    QPushButton* m_lost = nullptr;
    QPushButton* m_loginBack = nullptr;
    QTimer* m_delay = nullptr;
    bool m_isUnlocking = false;
    QString m_folder; ///< of the office to log in to
    std::function<QString()> m_loss;
    bool m_mayClose = false;
};

} // namespace ui
