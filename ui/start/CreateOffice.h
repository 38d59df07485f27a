/// CreateOffice: the first two steps of making an office: its name and folder; its first data administrator. Making it
/// runs the password hash on a thread of its own. Thread of the window.
#pragma once

#include "core/workspace/OfficeAccess.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace ui {

class NewPassword;
class StartStep;

/// The steps to a new office, in the words above each of them; the recovery sheet is the last.
[[nodiscard]] QStringList creationSteps();

class CreateOffice : public QWidget
{
    Q_OBJECT

public:
    explicit CreateOffice(QWidget* parent = nullptr);

    void begin();

Q_SIGNALS:
    void created(const core::CreatedOffice& office);
    void left();

private:
    StartStep* makeNameStep();
    StartStep* makePersonStep();
    void checkPlace();
    [[nodiscard]] QString wantedFolder() const;
    void nameChanged(const QString& name);
    void chooseFolder();
    void checkPerson();
    void create();

    QStackedWidget* m_steps;
    StartStep* m_nameStep = nullptr;
    StartStep* m_personStep = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_next = nullptr;
    QLineEdit* m_admin = nullptr;
    NewPassword* m_password = nullptr;
    QPushButton* m_create = nullptr;
};

} // namespace ui
