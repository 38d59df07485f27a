/// RecoverySheet: the last step of making an office: shows the recovery code once, puts it on paper, into a file or on the
/// clipboard, and goes on only after two groups of it were typed back. Thread of the window; the file is written beside it.
#pragma once

#include "core/workspace/OfficeAccess.h"
#include "ui/widgets/ScreenPrivacy.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class StartStep;

class RecoverySheet : public QWidget
{
    Q_OBJECT

public:
    explicit RecoverySheet(QWidget* parent = nullptr);

    void show(std::shared_ptr<const core::OfficeAccess> access, const QString& code);
    /// A code is shown that nobody has typed back yet.
    [[nodiscard]] bool isOpen() const { return m_access != nullptr; }
    /// Writes the sheet to `file`, readable by this person only; says so, or what went wrong.
    void saveTo(const QString& file);
    /// What is printed and saved.
    [[nodiscard]] QString sheetText() const;
    /// What has to be typed back.
    [[nodiscard]] QString expectedGroups() const { return m_expected; }

Q_SIGNALS:
    void confirmed(std::shared_ptr<const core::OfficeAccess> access);

private:
    QWidget* makeTakeAway();
    void chooseFile();
    void print();
    void copy();
    void check();

    StartStep* m_step;
    QLabel* m_code;
    QLabel* m_question;
    QLineEdit* m_answer;
    QLabel* m_said;
    QPushButton* m_open;
    QStringList m_lines;
    QString m_expected;
    std::unique_ptr<ScreenPrivacy> m_privacy; ///< while the code is shown
    std::shared_ptr<const core::OfficeAccess> m_access;
};

} // namespace ui
