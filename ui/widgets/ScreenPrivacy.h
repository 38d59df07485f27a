/// ScreenPrivacy: a window that shows a secret is left out of screenshots, recordings and shared screens, where the platform
/// can do that (Windows from 10 version 2004, macOS). On Linux neither X11 nor Wayland lets a program ask for it; whoever shows
/// a secret says so. A camera sees it anyway. Thread of the window.
///
///     ScreenPrivacy privacy(this);          // as long as it lives
///     label->setText(ScreenPrivacy::limits());
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

namespace ui {

/// Asks the platform; false where it cannot, or did not. The window must have been shown once.
bool setHiddenFromCapture(QWidget& window, bool hidden);
/// Whether the platform can at all.
[[nodiscard]] bool canHideFromCapture();

class ScreenPrivacy
{
public:
    /// The window in which `widget` stands.
    explicit ScreenPrivacy(QWidget* widget);
    ~ScreenPrivacy();
    ScreenPrivacy(const ScreenPrivacy&) = delete;
    ScreenPrivacy& operator=(const ScreenPrivacy&) = delete;

    /// The platform has done it.
    [[nodiscard]] bool isHidden() const { return m_isHidden; }
    /// What a person should know, in words; empty where the platform can.
    [[nodiscard]] static QString limits();

private:
    QPointer<QWidget> m_window;
    bool m_isHidden = false;
};

} // namespace ui
