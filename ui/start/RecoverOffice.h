/// RecoverOffice: the way in when passwords are lost: the recovery code from its sheet makes the person a data
/// administrator with a new password. The password hash runs on a thread of its own. Thread of the window.
#pragma once

#include "core/workspace/OfficeAccess.h"
#include "ui/start/RecentOffices.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class NewPassword;
class StartStep;

class RecoverOffice : public QWidget
{
    Q_OBJECT

public:
    explicit RecoverOffice(QWidget* parent = nullptr);

    void begin(const RecentOffice& office);

Q_SIGNALS:
    void recovered(std::shared_ptr<const core::OfficeAccess> access);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void check();
    void recover();

    StartStep* m_step;
    QLabel* m_office;
    QPlainTextEdit* m_code;
    QLineEdit* m_user;
    NewPassword* m_password;
    QPushButton* m_recover;
    QString m_folder;
};

} // namespace ui
