/// Application: what the window program is made of: start page, the open office's jobs, the main window; and what
/// happens between them. Thread of the window.
#pragma once

#include "core/workspace/OfficeAccess.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/IdleWatch.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SystemLock.h"
#include "ui/shell/WindowLock.h"
#include "ui/start/StartPage.h"

#include <QObject>

#include <memory>

namespace gui {

class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(QObject* parent = nullptr);
    ~Application() override;

    void showStart();
    /// The login of the office that the system names: its folder, or one of the files in it.
    void showOffice(const QString& path);
    /// Another start of the program named an office, or none: brings this one forward with it. False where something else is
    /// open here.
    bool takeOver(const QString& path);
    /// Makes the sample office where it is missing, and opens it as its administrator.
    void openSample();
    void open(std::shared_ptr<const core::OfficeAccess> access);

private:
    void showWindow();
    /// The same office in a window made anew: another language, another size of text.
    void renewWindow();
    void leave();
    void lock();
    void unlock(std::shared_ptr<const core::OfficeAccess> access);
    void showUnlock();
    void dropWindow();

    std::unique_ptr<ui::StartPage> m_start;
    std::unique_ptr<ui::OfficeJobs> m_jobs;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::WindowLock> m_lock; ///< of the window
    ui::IdleWatch m_idle;
    ui::SystemLock m_systemLock;
};

} // namespace gui
