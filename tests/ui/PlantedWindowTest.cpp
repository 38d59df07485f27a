// What people type into the window must not come to light beside the office: not in the program's log, not in temporary
// files, not in its settings. tests/cli/PlantedValuesTest does the same for dossierctl.
#include "core/base/Log.h"
#include "ui/WindowFixture.h"
#include "ui/clients/TrashDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/widgets/Prompt.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

/// 50 each of names, phones, mails and notes; nothing else on this computer contains them.
struct PlantedWords
{
    QStringList names, phones, mails, notes;

    PlantedWords()
    {
        for (int i = 0; i < 50; ++i) {
            const QString two = QString::number(i).rightJustified(2, u'0');
            names.append(i % 2 == 0 ? u"Quillfeather"_s + two : u"缥缃霁岚"_s + two);
            phones.append(u"139071"_s + two + u"583"_s);
            mails.append(u"marigold"_s + two + u"@quillpost.example"_s);
            notes.append(u"zanzibarite"_s + two);
        }
    }
    [[nodiscard]] QStringList all() const { return names + phones + mails + notes; }
};

QStringList foundBelow(const QString& folder, const QStringList& values)
{
    QStringList found;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const QString& value : values) {
            const auto* wide = reinterpret_cast<const char*>(value.utf16());
            if (bytes.contains(value.toUtf8())
                || bytes.contains(QByteArray(wide, value.size() * 2))) {
                found.append(file.fileName() + u": "_s + value);
            }
        }
    }
    return found;
}

void closeBoxes()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* box = qobject_cast<ui::PromptDialog*>(widget)) {
            box->close();
        }
    }
}

} // namespace

TEST_CASE("two hundred planted values come into no log, temporary file or setting by the window")
{
    const Sample sample;
    const PlantedWords planted;
    const QStringList values = planted.all();
    REQUIRE(values.size() == 200);
    const QTemporaryDir beside;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", beside.path().toUtf8());
    const QString log = beside.filePath(u"window.log"_s);
    core::startLog(log);
    {
        Window window(sample.access("admin"));
        ui::ClientForm& form = window.main().clients().form();
        for (int i = 0; i < 3; ++i) {
            press(&window.main(), "New client");
            form.type(Field::Name, planted.names[i]);
            form.type(Field::Contact, planted.names[i + 10]);
            form.type(Field::Phone, planted.phones[i]);
            form.type(Field::Email, i == 1 ? u"@"_s + planted.mails[i] : planted.mails[i]);
            form.type(Field::Notes, planted.notes[i]);
            form.type(Field::Industry, u"51"_s);
            window.settle();
            QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
            window.settle();
            if (form.isVisible()) {
                press(&form, "Cancel");
                press(&window.main(), "Leave without saving");
            }
        }
        for (int i = 0; i < 6; ++i) {
            for (const QString& typed : QStringList{planted.names[i],
                                                    u"\""_s + planted.names[i] + u"* OR ("_s,
                                                    planted.phones[i],
                                                    planted.mails[i]}) {
                window.main().clients().search(typed);
            }
        }
        window.search(planted.names[0]);
        window.main().clients().selectRow(0);
        QTest::qWait(1200); // a look
        window.settle();
        QTest::keyClick(&window.list(), Qt::Key_Delete);
        auto* dialog = window.main().clients().findChild<ui::TrashDialog*>();
        REQUIRE(dialog != nullptr);
        dialog->findChild<QLineEdit*>()->setText(planted.notes[5]);
        press(dialog, "Into the trash");
        window.settle();

        // the rest by a file: tried, refused, given for approval, imported
        const QString table = sample.path(u"rows.csv"_s);
        QFile file(table);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("name,phone,email,notes\n");
        for (int i = 3; i < 50; ++i) {
            file.write(
                u"%1,%2,%3,%4\n"_s
                    .arg(planted.names[i], planted.phones[i], planted.mails[i], planted.notes[i])
                    .toUtf8());
        }
        file.close();
        ui::ImportWizard wizard(window.jobs());
        wizard.show();
        wizard.setFile(sample.path(planted.names[7] + u".csv"_s)); // is not there
        window.settle();
        wizard.setFile(table);
        window.settle();
        press(&wizard, "Next");
        window.settle();
        auto* ask = wizard.findChild<QCheckBox*>(u"ask_first"_s);
        ask->click();
        press(&wizard, "Ask for it");
        window.settle();
        wizard.setFile(table);
        window.settle();
        press(&wizard, "Next");
        window.settle();
        ask->click();
        press(&wizard, "Import");
        window.settle();
        wizard.close();

        // every error that reaches a dialog goes through here with its detail
        const auto fail = [&](auto work) {
            window.jobs().run<int>(
                ui::Lane::Write,
                &window.main(),
                [work](core::Office& office, core::Progress&) -> core::Result<int> {
                    return work(office);
                },
                [&](core::Result<int> done) {
                    CHECK_FALSE(done);
                    if (!done) {
                        ui::showError(&window.main(), done.error());
                    }
                });
            window.settle();
            closeBoxes();
        };
        fail([planted](core::Office& office) -> core::Result<int> {
            auto done = office.changes().update({planted.names[0]}, {{Field::Notes, u"x"_s, {}}});
            return done.error();
        });
        fail([planted](core::Office& office) -> core::Result<int> {
            return office.queries().list({.filter = u"(name="_s + planted.names[1]}).error();
        });
        fail([planted](core::Office& office) -> core::Result<int> {
            return office.queries().list({.after = planted.mails[1]}).error();
        });
        fail([planted](core::Office& office) -> core::Result<int> {
            core::ExportOptions options;
            options.path = u"/no/such/folder/"_s + planted.names[2];
            core::Progress quiet;
            return office.exporter().run(options, quiet).error();
        });
        fail([planted](core::Office& office) -> core::Result<int> {
            return office.importer().preview({.path = u"/no/"_s + planted.mails[3]}).error();
        });
    }
    core::logWarning("window", u"the log is written"_s); // and all before it
    QFile written(log);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QByteArray said = written.readAll();
    CHECK(said.contains("the log is written")); // else nothing would be proven
    CHECK(foundBelow(beside.path(), values).join(u'\n').toStdString().empty());
    QSettings settings;
    settings.sync();
    CHECK(foundBelow(QFileInfo(settings.fileName()).path(), values).isEmpty());
    // what is kept of the office on this computer: looks, drafts
    CHECK(foundBelow(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation), values)
              .isEmpty());
    // the office itself: encrypted, journal and keyring alike
    QFile::remove(sample.path(u"rows.csv"_s));
    CHECK(foundBelow(sample.path({}), values).join(u'\n').toStdString().empty());
    qputenv("TMPDIR", before);
}
