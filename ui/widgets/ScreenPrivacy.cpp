#include "ui/widgets/ScreenPrivacy.h"

#include <QCoreApplication>
#include <QVariant>

namespace ui {

namespace {

/// How many secrets the window shows at the moment.
constexpr auto secretsShown = "dossier_secrets_shown";

} // namespace

ScreenPrivacy::ScreenPrivacy(QWidget* widget)
    : m_window(widget->window())
{
    m_window->setProperty(secretsShown, m_window->property(secretsShown).toInt() + 1);
    m_isHidden = setHiddenFromCapture(*m_window, true);
}

ScreenPrivacy::~ScreenPrivacy()
{
    if (!m_window) {
        return;
    }
    const int left = m_window->property(secretsShown).toInt() - 1;
    m_window->setProperty(secretsShown, left);
    if (left == 0) {
        setHiddenFromCapture(*m_window, false);
    }
}

QString ScreenPrivacy::limits()
{
    return canHideFromCapture()
        ? QString()
        : QCoreApplication::translate("ui::ScreenPrivacy",
                                      "This system cannot keep it out of screenshots and shared "
                                      "screens.");
}

} // namespace ui
