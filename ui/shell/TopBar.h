/// TopBar: the line above everything: back and forward, the search of the list, what was opened last, the commands that are
/// always at hand, who is here and whether all is saved, the menu. Its buttons are commands (Commands.h). Thread of the
/// window.
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace ui {

class Commands;
class OfficeStatus;

class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(OfficeJobs& jobs, const Commands& commands, QWidget* parent = nullptr);

    /// Puts the keyboard into the search, ready to type another one.
    void focusSearch();
    /// As if it had been typed.
    void search(const QString& text);
    [[nodiscard]] bool isSearching() const; ///< the keyboard is there
    /// Reads what was opened last and shows it below its button.
    void openRecent();
    void openMenu();
    [[nodiscard]] OfficeStatus& status() { return *m_status; }

    /// Narrow enough for a small screen at a high scale: names of people and buttons then make room.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void searched(const QString& text);
    /// From what is typed straight to what was found.
    void listWanted();
    void clientWanted(core::ClientPk client, const core::ClientId& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addQuiet(QHBoxLayout* row, const char* command);
    void addSearch(QHBoxLayout* row);
    void addButton(QHBoxLayout* row, const char* command);
    void addPerson(QHBoxLayout* row);
    void addMenu(QHBoxLayout* row);
    void showRecent(const std::vector<core::ClientRow>& rows);

    OfficeJobs& m_jobs;
    const Commands& m_commands;
    QLineEdit* m_search = nullptr;
    QToolButton* m_recent = nullptr;
    QToolButton* m_menu = nullptr;
    OfficeStatus* m_status = nullptr;
    QLabel* m_person = nullptr;
    std::vector<QPushButton*> m_buttons;
};

} // namespace ui
