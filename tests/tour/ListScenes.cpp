#include "tour/Scenes.h"

#include "ui/clients/ClientTable.h"
#include "ui/clients/ClientsPage.h"
#include "ui/clients/ColumnsDialog.h"
#include "ui/clients/FilterHeader.h"
#include "ui/clients/ListColumns.h"
#include "ui/clients/ViewDialog.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/shell/MainWindow.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>

namespace tour {

namespace {

void type(ui::ClientTable& table, const char* key, const char* text)
{
    const QString name = QStringLiteral("filter_row:") + QLatin1String(key);
    if (auto* line = table.findChild<QLineEdit*>(name)) {
        line->setText(QString::fromUtf8(text));
    }
}

/// A view under a name: the dialog, and the list with its chip.
void shootViews(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    auto* menu = window.clients().findChild<QMenu*>(QStringLiteral("view_menu"));
    const auto save = [&](const char* name, bool isShared, const char* page) {
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (!action->icon().isNull() && !action->isCheckable() && action->isEnabled()) {
                action->trigger();
                break;
            }
        }
        auto* dialog = window.findChild<ui::ViewDialog*>();
        if (dialog == nullptr) {
            tour.miss(page);
            return;
        }
        dialog->findChild<QLineEdit*>()->setText(QString::fromUtf8(name));
        dialog->findChild<QCheckBox*>()->setChecked(isShared);
        if (page != nullptr) {
            tour.shoot(dialog, page, &jobs);
        }
        primaryOf(dialog)->click();
        Tour::settle(&jobs);
    };
    save("苏州客户", true, "view-save");
    save("本季度要回访的", false, nullptr);
    tour.shoot(&window, "clients-views", &jobs);
    menu->popup(window.mapToGlobal(QPoint(window.width() - menu->sizeHint().width(), 120)));
    tour.shoot(menu, "view-menu", &jobs);
    menu->close();
}

} // namespace

void shootList(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    auto& table = *static_cast<ui::ClientTable*>(
        window.clients().findChild<QTableView*>(QStringLiteral("clients")));
    // Badges: by state, what waits first.
    table.sortByColumn(ui::stateColumn(), Qt::AscendingOrder);
    Tour::settle(&jobs);
    window.clients().selectRow(0);
    tour.shoot(&window, "clients-badges", &jobs);

    window.clients().openColumns();
    auto* columns = window.findChild<ui::ColumnsDialog*>();
    tour.shoot(columns, "columns", &jobs);
    columns->reject();
    Tour::settle(&jobs);
    ui::ListLayout layout = table.layout();
    for (const core::Field field :
         {core::Field::Industry, core::Field::Tags, core::Field::Email, core::Field::UpdatedAt}) {
        layout.shown.push_back({ui::columnOf(field).value_or(0), 0});
    }
    layout.sortColumn = ui::columnOf(core::Field::City).value_or(0);
    table.setLayout(layout);
    Tour::settle(&jobs);
    tour.shoot(&window, "clients-columns", &jobs);
    table.setLayout(ui::ListLayout::atFirst(jobs.session()));
    Tour::settle(&jobs);

    window.clients().openFilterRow(true);
    type(table, "name", "公司");
    type(table, "city", "州");
    tour.shoot(&window, "clients-filter-row", &jobs);
    shootViews(tour, jobs, window);
    type(table, "name", "没有这样的名称");
    tour.shoot(&window, "clients-filter-nothing", &jobs);
    if (auto* clear = window.clients().findChild<QPushButton*>(QStringLiteral("clear_filter"))) {
        clear->click();
    }
    window.clients().openFilterRow(false);
    Tour::settle(&jobs);
    ui::ExportDialog chosen(jobs,
                            QStringLiteral("city=苏州市"),
                            {core::ClientPk{1}, core::ClientPk{2}, core::ClientPk{3}});
    chosen.show();
    tour.shoot(&chosen, "export-chosen", &jobs);
    // The views of this look do not stay for the next.
    jobs.run<int>(
        ui::Lane::Write,
        &window,
        [](core::Office& office, core::Progress&) -> core::Result<int> {
            auto views = office.views().all();
            for (const core::SavedView& view : views ? *views : std::vector<core::SavedView>()) {
                static_cast<void>(office.views().remove(view.pk));
            }
            return 0;
        },
        [](const core::Result<int>&) {});
    Tour::settle(&jobs);
    QSettings().remove(QStringLiteral("user"));
}

} // namespace tour
