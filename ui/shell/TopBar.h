/// TopBar: the line above everything: search, what was opened last, the actions that are always at hand, who is here and
/// whether all is saved, the menu. Says what is wanted; the window does it. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QKeySequence;
class QLabel;
class QMenu;
class QLineEdit;
class QMenu;
class QToolButton;

namespace ui {

class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(OfficeJobs& jobs, QWidget* parent = nullptr);

    /// Puts the keyboard into the search, ready to type another one.
    void focusSearch();
    void clearSearch();
    [[nodiscard]] bool isSearching() const; ///< the keyboard is there

Q_SIGNALS:
    void searched(const QString& text);
    /// From what is typed straight to what was found.
    void listWanted();
    void clientWanted(core::ClientPk client, const core::ClientId& id);
    void newClientWanted();
    void importWanted();
    void exportWanted();
    void printRecordWanted();
    void printListWanted();
    void printLabelsWanted();
    void passwordWanted();
    void checkWanted();
    void languageWanted(const QString& code);
    void leaveWanted();
    void lockWanted();
    void lockTimeWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addSearch(QHBoxLayout* row);
    void addRecent(QHBoxLayout* row);
    void addActions(QHBoxLayout* row);
    void addState(QHBoxLayout* row);
    void addMore(QHBoxLayout* row);
    void addPrints(QMenu* menu);
    void readRecent();
    void showRecent(const std::vector<core::ClientRow>& rows);
    void showSaving();

    OfficeJobs& m_jobs;
    QLineEdit* m_search = nullptr;
    QToolButton* m_recent = nullptr;
    QLabel* m_state = nullptr;
};

} // namespace ui
