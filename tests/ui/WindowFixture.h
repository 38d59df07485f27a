/// WindowFixture: the real main window over a real sample office, one per person, for the tests of the window. The
/// sample is made once per program and copied for each test.
#pragma once

#include "core/workspace/SampleOffice.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/MainWindow.h"

#include <QAbstractButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace tests {

using Access = std::shared_ptr<const core::OfficeAccess>;

/// A sample office of its own in a folder that goes with it.
class Sample
{
public:
    Sample();
    /// "admin", "manager", "sales1" …
    [[nodiscard]] Access access(const char* user) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// The window of one person, shown and settled.
class Window
{
public:
    explicit Window(Access access);

    ui::OfficeJobs& jobs() { return m_jobs; }
    ui::MainWindow& main() { return *m_window; }
    QTableView& list();
    /// Until nothing is read or written any more and no short delay (of typing, of matching) runs in the window.
    void settle();
    void search(const QString& text);
    /// What stands in the list, a row per client, its first column.
    QStringList names();
    /// Selects the client with this name; false where it is not listed.
    bool select(const QString& name);

private:
    ui::OfficeJobs m_jobs;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// So many records of one company, each with a street of its own and with "%1" of `value` being its number in `field`.
std::vector<core::Client>
addAlike(const Access& access, core::Field field, const QString& value, int records);
/// The record as the window's own connection reads it.
core::Client stored(Window& window, const core::ClientId& id);
/// What a colleague does at another desk.
void changeElsewhere(Window& window,
                     const core::ClientId& id,
                     core::Field field,
                     const QString& text);

/// The visible button that says `text`, its mnemonic left out.
QAbstractButton* buttonOf(QWidget* widget, const QString& text);
/// Presses it; fails the test where it is not there or cannot be pressed.
void press(QWidget* widget, const char* text);
/// All that a person reads on a widget: labels and buttons that are visible.
QString wordsOn(QWidget* widget);

} // namespace tests
