// dossier_tour DIR: drives the real main window over a sample office and saves a picture of every screen and dialog, in
// both languages, light and dark, with an index page to look through them.
#include "core/base/Language.h"
#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/SampleOffice.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientsPage.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/inbox/InboxPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/start/StartPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace {

constexpr int settleMs = 700;

struct Tour
{
    QDir folder;
    QString language;
    QString theme;
    QStringList pictures;

    void shoot(QWidget* widget, const char* page)
    {
        QTest::qWait(settleMs);
        const QString name
            = QStringLiteral("%1-%2-%3-100.png").arg(QLatin1String(page), language, theme);
        if (!widget->grab().save(folder.filePath(name))) {
            std::fprintf(stderr, "could not save %s\n", qPrintable(name));
        }
        pictures.append(name);
    }
};

QString writeTable(const QString& folder)
{
    const QString path = folder + QStringLiteral("/clients.csv");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(
            QStringLiteral(
                "客户登记表,,,,,\n客户名称*,联系人,联系电话,地址,身份证号,年营业额\n"
                "苏州新桥贸易有限公司,陈静,0512-66778899,江苏省苏州市吴中区东风路8号,,1200000\n"
                "王海燕,,13912345678,浙江省杭州市西湖区学府路21号,110105194912310021,\n"
                "Oakfield Foods Ltd,Nora Ellis,+44 20 7946 0123,London,,880000\n合计,3,,,,\n")
                .toUtf8());
    }
    return path;
}

void shootStart(Tour& tour)
{
    ui::StartPage start;
    start.resize(900, 640);
    start.show();
    tour.shoot(&start, "start");
    start.showLogin(
        {QStringLiteral("Sample.dossier"), QStringLiteral("Acme"), QStringLiteral("li")});
    tour.shoot(&start, "unlock");
    start.showCreate();
    tour.shoot(&start, "create");
}

void shootOffice(Tour& tour,
                 const std::shared_ptr<const core::OfficeAccess>& access,
                 const QString& table)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    QTest::qWait(settleMs);
    window.clients().selectRow(3);
    tour.shoot(&window, "clients");
    window.clients().panel().showHistory();
    tour.shoot(&window, "history");
    window.clients().search(QStringLiteral("zhang"));
    tour.shoot(&window, "search");
    window.clients().search(QStringLiteral("nothing at all"));
    tour.shoot(&window, "nothing-found");
    window.clients().search({});
    window.clients().startNew();
    ui::ClientForm& form = window.clients().form();
    form.type(core::Field::Name, QStringLiteral("苏州云杉贸易有限公司"));
    form.type(core::Field::Phone, QStringLiteral("38183752"));
    form.type(core::Field::Email, QStringLiteral("office@"));
    form.type(core::Field::CreditCode, QStringLiteral("91350100M000100Y44"));
    tour.shoot(&window, "form");
    window.go(ui::MainWindow::Inbox);
    tour.shoot(&window, "inbox");
    static_cast<ui::InboxPage&>(window.page(ui::MainWindow::Inbox)).showMine(true);
    tour.shoot(&window, "my-requests");
    window.go(ui::MainWindow::Duplicates);
    tour.shoot(&window, "duplicates");
    static_cast<ui::DuplicatesPage&>(window.page(ui::MainWindow::Duplicates)).merge();
    QTest::qWait(settleMs);
    if (auto* dialog = window.findChild<ui::MergeDialog*>()) {
        tour.shoot(dialog, "merge");
        dialog->close();
    }
    ui::ImportWizard wizard(jobs);
    wizard.show();
    tour.shoot(&wizard, "import-file");
    wizard.setFile(table);
    tour.shoot(&wizard, "import-columns");
    for (const char* step : {"import-duplicates", "import-result"}) {
        for (QPushButton* button : wizard.findChildren<QPushButton*>()) {
            if (button->isVisible()
                && button->property("role").toString() == QLatin1String("primary")) {
                button->click();
                break;
            }
        }
        QTest::qWait(settleMs);
        tour.shoot(&wizard, step);
    }
    wizard.close();
    ui::ExportDialog dialog(jobs, QString());
    dialog.show();
    tour.shoot(&dialog, "export");
}

void writeIndex(const QDir& folder, const QStringList& pictures)
{
    QFile index(folder.filePath(QStringLiteral("index.html")));
    if (!index.open(QIODevice::WriteOnly)) {
        return;
    }
    index.write("<!doctype html><meta "
                "charset=\"utf-8\"><title>Dossier</"
                "title><style>body{font-family:sans-serif;background:#888}"
                "figure{display:inline-block;margin:8px}img{width:620px}</style>\n");
    for (const QString& picture : pictures) {
        index.write(
            QStringLiteral(
                "<figure><a href=\"%1\"><img src=\"%1\"></a><figcaption>%1</figcaption></figure>\n")
                .arg(picture)
                .toUtf8());
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("DossierTour"));
    QCoreApplication::setApplicationName(QStringLiteral("DossierTour"));
    core::initResources();
    core::initCrypto();
    core::registerCipherDriver();
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral("tour")));
    folder.mkpath(QStringLiteral("."));
    const QTemporaryDir work;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, work.path());
    core::SampleWanted wanted;
    wanted.folder = work.filePath(QStringLiteral("Sample.dossier"));
    wanted.clients = 400;
    core::Progress quiet;
    auto made = core::makeSample(wanted, quiet);
    if (!made) {
        std::fprintf(
            stderr, "%s %s\n", qPrintable(made.error().message), qPrintable(made.error().detail));
        return 1;
    }
    const QString table = writeTable(work.path());
    QStringList pictures;
    for (const char* language : {"zh", "en"}) {
        for (const bool dark : {false, true}) {
            core::useLanguage(QLatin1String(language));
            ui::theme::apply(application,
                             dark ? ui::theme::Scheme::Dark : ui::theme::Scheme::Light);
            Tour tour{folder,
                      QLatin1String(language),
                      dark ? QStringLiteral("dark") : QStringLiteral("light"),
                      {}};
            shootStart(tour);
            shootOffice(tour, made->admin, table);
            pictures.append(tour.pictures);
        }
    }
    writeIndex(folder, pictures);
    std::printf("%d pictures\n", int(pictures.size()));
    return 0;
}
