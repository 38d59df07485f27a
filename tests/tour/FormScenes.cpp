// What the form offers while somebody types, a value edited in the record, its history, a draft of a program that ended.
#include "tour/Scenes.h"

#include "ui/clients/ClientForm.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/clients/CompareDialog.h"
#include "ui/clients/DuplicateHints.h"
#include "ui/clients/ValueHistoryDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/SuggestEdit.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QTest>

namespace tour {

namespace {

using core::Field;

/// The list stands in a window of its own: both, as they lie over one another.
void shootOffered(Tour& tour, ui::MainWindow& window, const ui::SuggestEdit& edit, const char* name)
{
    if (!edit.isOffering()) {
        tour.miss(name);
        return;
    }
    QLabel picture;
    QPixmap whole = window.grab();
    QPainter painter(&whole);
    painter.drawPixmap(window.mapFromGlobal(edit.popup()->mapToGlobal(QPoint())),
                       edit.popup()->grab());
    painter.end();
    picture.setPixmap(whole);
    picture.setFixedSize(window.size());
    picture.show();
    tour.shoot(&picture, name);
    edit.popup()->hide();
}

/// A mail signature pasted into the name: split up at once, or offered where it would take another's place.
void shootBlocks(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    ui::ClientForm& form = window.clients().form();
    core::ClientDraft typed = form.draft(); // of the scenes before, and for those that follow
    typed.kept.clear();
    form.startNew();
    auto* name = qobject_cast<QLineEdit*>(form.row(Field::Name).editor());
    const auto paste = [&](const QString& text) {
        name->setFocus();
        name->selectAll();
        QGuiApplication::clipboard()->setText(text);
        name->paste();
        Tour::settle(&jobs);
    };
    paste(QStringLiteral(
        "苏州云杉贸易有限公司\n王芳 销售经理\n手机：13912345678\n传真：0512-66778898\n"
        "邮箱：wangfang@yunshan.com\n地址：苏州市虎丘区朝阳路214号 云杉大厦3楼"));
    tour.shoot(&window, "form-block-split", &jobs);
    paste(QStringLiteral("收件人: 张三 / 手机: 13812345678 / 地址: 江苏省南京市玄武区中山路18号"));
    tour.shoot(&window, "form-block-offer", &jobs);
    form.restore(typed);
}

ui::SuggestEdit* suggesting(ui::ClientForm& form, Field field)
{
    return qobject_cast<ui::SuggestEdit*>(form.row(field).editor());
}

} // namespace

void shootFormHelp(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    ui::ClientForm& form = window.clients().form();
    for (const auto& [field, typed, name] : {std::tuple{Field::Industry, "rj", "form-industry"},
                                             std::tuple{Field::District, "hq", "form-district"},
                                             std::tuple{Field::Owner, "s", "form-owner"}}) {
        ui::SuggestEdit* edit = suggesting(form, field);
        edit->setFocus();
        edit->selectAll();
        edit->insert(QString::fromLatin1(typed));
        QTest::keyClick(edit->popup(), Qt::Key_Down);
        shootOffered(tour, window, *edit, name);
        form.undo();
    }
    shootBlocks(tour, jobs, window);
    auto* street = qobject_cast<QLineEdit*>(form.row(Field::Street).editor());
    street->setFocus();
    QGuiApplication::clipboard()->setText(QStringLiteral("215000 江苏省苏州市虎丘区朝阳路214号"));
    street->paste();
    tour.shoot(&window, "form-address-split", &jobs);
    form.undo();
    form.type(Field::City, QStringLiteral("上海市"));
    form.type(Field::Street, {});
    street->paste();
    tour.shoot(&window, "form-address-offer", &jobs);
    form.type(Field::Name, QStringLiteral("北京金帆信息技术有限公司"));
    form.type(Field::Phone, QStringLiteral("010-53584479"));
    tour.shoot(&window, "form-duplicates", &jobs);
    for (auto* button : form.findChild<ui::DuplicateHints*>()->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->accessibleName().isEmpty()) { // "Compare…"
            button->click();
            break;
        }
    }
    Tour::settle(&jobs);
    auto* dialog = form.findChild<ui::CompareDialog*>();
    if (dialog == nullptr) {
        tour.miss("form-compare");
        return;
    }
    tour.shoot(dialog, "form-compare", &jobs);
    dialog->reject();
}

namespace {

/// What a field that is empty is given, from the menu below the values.
void shootAdding(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    ui::ClientPanel& panel = window.clients().panel();
    for (auto* button : panel.findChildren<QPushButton*>()) {
        if (button->menu() == nullptr || !button->isVisible()) {
            continue;
        }
        button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
        tour.shoot(button->menu(), "record-add", &jobs);
        button->menu()->close();
        button->menu()->actions().constLast()->trigger();
        tour.shoot(&window, "record-added", &jobs);
        if (panel.inPlace() != nullptr) {
            QTest::keyClick(panel.inPlace(), Qt::Key_Escape);
        }
        return;
    }
    tour.miss("record-add");
}

} // namespace

void shootInPlace(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    ui::ClientPanel& panel = window.clients().panel();
    panel.editInPlace(Field::Phone);
    Tour::settle(&jobs);
    if (panel.inPlace() == nullptr) {
        tour.miss("record-in-place");
        return;
    }
    panel.inPlace()->type(Field::Phone, QStringLiteral("50501234"));
    tour.shoot(&window, "record-in-place", &jobs);
    panel.inPlace()->type(Field::Phone, QStringLiteral("021-50501299"));
    QTest::keyClick(panel.inPlace(), Qt::Key_Return);
    Tour::settle(&jobs);
    panel.editInPlace(Field::Street);
    tour.shoot(&window, "record-in-place-address", &jobs);
    QTest::keyClick(panel.inPlace(), Qt::Key_Escape);
    panel.editInPlace(Field::Name);
    tour.shoot(&window, "record-in-place-name", &jobs);
    QTest::keyClick(panel.inPlace(), Qt::Key_Escape);
    shootAdding(tour, jobs, window);
    panel.showHistoryOf(Field::Phone);
    auto* history = panel.findChild<ui::ValueHistoryDialog*>();
    tour.shoot(history, "value-history", &jobs);
    if (history != nullptr) {
        history->reject();
    }
}

void shootDraft(Tour& tour, const Access& access)
{
    {
        ui::OfficeJobs jobs(access);
        ui::MainWindow window(jobs);
        window.show();
        Tour::settle(&jobs);
        window.clients().startNew();
        ui::ClientForm& form = window.clients().form();
        form.type(Field::Name, QStringLiteral("苏州云杉贸易有限公司"));
        (void)QTest::qWaitFor([&form] { return QFile::exists(form.keptAt()); }, longestWaitMs);
        // nobody closes it: as after a power cut
    }
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    tour.shoot(&window, "draft", &jobs);
    for (auto* button : window.clients().findChildren<QPushButton*>()) {
        if (button->isVisible() && button->parent()->inherits("ui::DraftNotice")
            && button->shortcut().isEmpty()) {
            button->click(); // Discard
        }
    }
    Tour::settle(nullptr);
}

} // namespace tour
