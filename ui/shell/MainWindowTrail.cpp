// MainWindow: where somebody was, and the ways back and forward.
#include "ui/shell/MainWindow.h"

namespace ui {

void MainWindow::note()
{
    if (m_isRetracing) {
        return;
    }
    Trail::Stop stop{int(place()), {}, {}};
    if (const auto client = shownClient(); client && place() == Clients) {
        stop.client = client->first;
        stop.id = client->second;
    }
    m_trail.visit(stop);
    showWays();
}

void MainWindow::showWays()
{
    m_commands->action("go.back")->setEnabled(m_trail.canGoBack());
    m_commands->action("go.forward")->setEnabled(m_trail.canGoForward());
}

void MainWindow::goBack()
{
    retrace(m_trail.back());
}

void MainWindow::goForward()
{
    retrace(m_trail.forward());
}

void MainWindow::retrace(const std::optional<Trail::Stop>& stop)
{
    if (!stop) {
        return;
    }
    m_isRetracing = true;
    go(Place(stop->place));
    const auto shown = shownClient();
    if (stop->client.isValid() && (!shown || shown->first != stop->client)) {
        openClient(stop->client, stop->id);
    }
    m_isRetracing = false;
    showWays();
}

} // namespace ui
