// Printing: where labels lie, how addresses are written, how pages break, and that a PDF has them; who may, and what the log has.
#include "core/workspace/Office.h"
#include "ui/WindowFixture.h"
#include "ui/printing/ClientPrints.h"
#include "ui/printing/PrintDialog.h"

#include <QFile>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

core::Client made(const std::vector<std::pair<Field, QString>>& values)
{
    core::Client client;
    for (const auto& [field, text] : values) {
        client.set(field, text);
    }
    return client;
}

QStringList textOf(const std::vector<ui::AddressLine>& lines)
{
    QStringList words;
    for (const ui::AddressLine& line : lines) {
        words.append(line.isName ? u"*"_s + line.text : line.text);
    }
    return words;
}

int pdfPages(const QByteArray& pdf)
{
    static const QRegularExpression page(u"/Type\\s*/Page\\b(?!s)"_s);
    int pages = 0;
    for (auto found = page.globalMatch(QString::fromLatin1(pdf)); found.hasNext(); found.next()) {
        ++pages;
    }
    return pages;
}

ui::PrintTable tableOf(int rows)
{
    std::vector<core::Client> clients;
    for (int i = 0; i < rows; ++i) {
        clients.push_back(made({{Field::Name, u"Client %1"_s.arg(i)}, {Field::City, u"苏州市"_s}}));
    }
    return ui::listOf(clients, {Field::Name, Field::City});
}

std::vector<core::ClientPk> firstClients(Window& window, int count)
{
    return window.main().clients().printable(std::size_t(count));
}

QString lastLogEntry(const Sample& sample)
{
    auto office = core::Office::open(sample.access("admin"));
    REQUIRE(office);
    auto page = (*office)->logQueries().page({}, {}, 1);
    REQUIRE(page);
    return page->lines.front().action + u' ' + page->lines.front().object + u' '
        + page->lines.front().detail;
}

const QSizeF a4 = ui::paperOf(QPageSize(QPageSize::A4), false);

} // namespace

TEST_CASE("the labels of each sheet lie on the paper, beside each other and not over each other")
{
    for (const ui::LabelSheet& sheet : ui::labelSheets()) {
        INFO(sheet.name);
        const QRectF paper(QPointF(), QPageSize(sheet.paper).size(QPageSize::Millimeter));
        for (int i = 0; i < sheet.perSheet(); ++i) {
            const QRectF place = ui::labelPlace(sheet, i);
            CHECK(paper.adjusted(-0.01, -0.01, 0.01, 0.01).contains(place));
            for (int j = 0; j < i; ++j) {
                const QRectF both = place.intersected(ui::labelPlace(sheet, j));
                CHECK(both.width() * both.height() < 0.01);
            }
        }
        // As much paper is left over on the right as on the left, and below as above.
        const QRectF last = ui::labelPlace(sheet, sheet.perSheet() - 1);
        CHECK(std::abs(paper.right() - last.right() - sheet.left) < 0.3);
        CHECK(std::abs(paper.bottom() - last.bottom() - sheet.top) < 0.3);
    }
}

TEST_CASE("a label has its place by its number")
{
    struct Row
    {
        const char* sheet;
        int number;
        QRectF place;
    };
    for (const Row& row : {Row{"3474", 0, {0, 0.5, 70, 37}},
                           Row{"3474", 4, {70, 37.5, 70, 37}},
                           Row{"3474", 23, {140, 259.5, 70, 37}},
                           Row{"3474", 24, {0, 0.5, 70, 37}}, // on the next sheet
                           Row{"L7160", 1, {73.25, 15.15, 63.5, 38.1}},
                           Row{"L7163", 13, {106.25, 243.75, 99.1, 38.1}}}) {
        INFO(row.sheet << ' ' << row.number);
        for (const ui::LabelSheet& sheet : ui::labelSheets()) {
            if (std::string_view(sheet.name) == row.sheet) {
                const QRectF got = ui::labelPlace(sheet, row.number);
                CHECK((got.topLeft() - row.place.topLeft()).manhattanLength() < 0.01);
                CHECK(got.size() == row.place.size());
            }
        }
    }
    const ui::LabelSheet& sheet = ui::labelSheets().front();
    CHECK(ui::sheetsFor(sheet, 0, 5) == 0);
    CHECK(ui::sheetsFor(sheet, 24, 0) == 1);
    CHECK(ui::sheetsFor(sheet, 24, 1) == 2);
    CHECK(ui::sheetsFor(sheet, 25, 0) == 2);
}

TEST_CASE("an address is written in the order of its country")
{
    const core::Client chinese = made({{Field::Name, u"苏州元诚科技有限公司"_s},
                                       {Field::Contact, u"王芳"_s},
                                       {Field::Province, u"江苏省"_s},
                                       {Field::City, u"苏州市"_s},
                                       {Field::District, u"虎丘区"_s},
                                       {Field::Street, u"朝阳路214号"_s},
                                       {Field::Postcode, u"215000"_s}});
    CHECK(textOf(ui::addressLines(chinese, ui::AddressOrder::AsWritten))
          == QStringList{u"215000"_s,
                         u"江苏省苏州市虎丘区朝阳路214号"_s,
                         u"*苏州元诚科技有限公司"_s,
                         u"*王芳 收"_s});
    const core::Client capital = made({{Field::Name, u"李明"_s},
                                       {Field::Contact, u"李明"_s},
                                       {Field::Province, u"北京市"_s},
                                       {Field::City, u"北京市"_s},
                                       {Field::Street, u"长安街1号"_s}});
    CHECK(textOf(ui::addressLines(capital, ui::AddressOrder::AsWritten))
          == QStringList{u"北京市长安街1号"_s, u"*李明 收"_s});
    const auto western = [](const char16_t* country) {
        return made({{Field::Name, u"Harbor Ltd"_s},
                     {Field::Contact, u"Ann Lee"_s},
                     {Field::Province, u"XY"_s},
                     {Field::City, u"Springfield"_s},
                     {Field::Street, u"1 Main Street"_s},
                     {Field::Postcode, u"12345"_s},
                     {Field::Country, QString::fromUtf16(country)}});
    };
    const QStringList head{u"*Harbor Ltd"_s, u"*Ann Lee"_s, u"1 Main Street"_s};
    const auto linesOf = [&](const char16_t* country) {
        return textOf(ui::addressLines(western(country), ui::AddressOrder::AsWritten));
    };
    CHECK(linesOf(u"US") == head + QStringList{u"Springfield, XY 12345"_s, u"UNITED STATES"_s});
    CHECK(linesOf(u"GB") == head + QStringList{u"Springfield"_s, u"12345"_s, u"UNITED KINGDOM"_s});
    CHECK(linesOf(u"DE") == head + QStringList{u"12345 Springfield"_s, u"GERMANY"_s});
    CHECK(textOf(ui::addressLines(western(u"DE"), ui::AddressOrder::Chinese)).first()
          == u"12345"_s);
    CHECK_FALSE(ui::hasAddress(made({{Field::Name, u"元诚"_s}, {Field::City, u"苏州市"_s}})));
}

TEST_CASE("a list goes over as many pages as it needs, and the PDF has them all")
{
    struct Row
    {
        int rows;
        int atLeast;
        int atMost;
    };
    for (const Row& row : {Row{1, 1, 1}, Row{30, 1, 1}, Row{100, 2, 4}, Row{1000, 18, 30}}) {
        INFO(row.rows);
        const auto pages = ui::tablePages(tableOf(row.rows), a4, QApplication::font());
        CHECK(pages->count() >= row.atLeast);
        CHECK(pages->count() <= row.atMost);
        CHECK(pdfPages(ui::pdfOf(*pages, a4)) == pages->count());
    }
}

TEST_CASE("a cell longer than a page does not stop the print")
{
    ui::PrintTable table = ui::sheetOf(
        made({{Field::Name, u"元诚"_s}, {Field::Notes, QString(20'000, u'字')}}), QTimeZone::utc());
    const auto pages = ui::tablePages(table, a4, QApplication::font());
    CHECK(pages->count() >= 1);
    CHECK(pdfPages(ui::pdfOf(*pages, a4)) == pages->count());
}

TEST_CASE("a sheet has what the record has, and confidential values as their mask only")
{
    const ui::PrintTable sheet = ui::sheetOf(made({{Field::Id, u"CUST202611240001"_s},
                                                   {Field::Name, u"元诚"_s},
                                                   {Field::Phone, u"+8613800138000"_s},
                                                   {Field::Notes, u"first line\nsecond"_s},
                                                   {Field::IdNumber, u"••••"_s}}),
                                             QTimeZone::utc());
    QStringList words;
    for (const auto& row : sheet.rows) {
        words.append(row.cells.join(u": "_s));
    }
    CHECK(words.contains(u"Phone: 13800138000"_s));
    CHECK(words.contains(u"Notes: first line\nsecond"_s));
    CHECK_FALSE(words.join(u'\n').contains(u"E-mail"_s)); // nothing is said of what is empty
    CHECK(sheet.subtitle.startsWith(u"CUST202611240001"_s));
}

TEST_CASE("a list is saved as PDF with a reason only, and the log says so")
{
    const Sample sample;
    Window window(sample.access("admin"));
    ui::PrintDialog dialog(window.jobs(),
                           {.kind = core::PrintKind::List,
                            .clients = firstClients(window, 40),
                            .fields = window.main().clients().columns()});
    dialog.show();
    QSignalSpy ready(&dialog, &ui::PrintDialog::ready);
    REQUIRE(ready.wait());
    CHECK(dialog.pages()->count() >= 1);
    QSignalSpy said(&dialog, &ui::PrintDialog::said);
    const QString path = sample.path(u"list.pdf"_s);
    dialog.savePdf(path);
    window.settle();
    CHECK(said.isEmpty());
    CHECK(wordsOn(&dialog).contains(u"Say in a word what it is for."_s));
    CHECK_FALSE(QFile::exists(path));
    dialog.findChild<QLineEdit*>(u"reason"_s)->setText(u"visits"_s);
    dialog.savePdf(path);
    REQUIRE((!said.isEmpty() || said.wait()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(pdfPages(file.readAll()) == dialog.pages()->count());
#ifndef Q_OS_WIN // there a new file has the rights of its folder
    CHECK((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
#endif
    const QString entry = lastLogEntry(sample);
    CHECK(entry.startsWith(u"print print:40"_s));
    CHECK(entry.contains(u"visits"_s));
}

TEST_CASE("who may not export prints the record that he sees, and no list")
{
    const Sample sample;
    Window window(sample.access("sales1"));
    ui::PrintDialog list(window.jobs(),
                         {.kind = core::PrintKind::List,
                          .clients = firstClients(window, 5),
                          .fields = {Field::Name}});
    list.show();
    window.settle();
    CHECK(wordsOn(&list).contains(u"Your role does not allow this."_s));
    CHECK_FALSE(buttonOf(&list, u"Print…"_s)->isEnabled());
    list.close();
    window.main().activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window.main()));
    window.main().clients().selectRow(0);
    window.settle();
    QTest::keyClick(&window.main(), Qt::Key_P, Qt::ControlModifier);
    auto* sheet = window.main().findChild<ui::PrintDialog*>();
    REQUIRE(sheet != nullptr);
    REQUIRE(QTest::qWaitFor([sheet] { return sheet->pages() != nullptr; }, 20'000));
    QSignalSpy said(sheet, &ui::PrintDialog::said);
    sheet->savePdf(sample.path(u"sheet.pdf"_s));
    REQUIRE((!said.isEmpty() || said.wait()));
    CHECK(QFile::exists(sample.path(u"sheet.pdf"_s)));
    CHECK(lastLogEntry(sample).startsWith(u"client.print client:CUST"_s));
}

TEST_CASE("labels leave out who has no address, and begin where the sheet is not used yet")
{
    const Sample sample;
    Window window(sample.access("admin"));
    ui::PrintLabels labels{&ui::labelSheets().front(), 20, {}};
    for (int i = 0; i < 5; ++i) {
        labels.labels.push_back({{u"215000"_s}, {u"苏州市虎丘区朝阳路214号"_s}, {u"元诚"_s, true}});
    }
    const auto pages = ui::labelPages(labels, QApplication::font());
    CHECK(pages->count() == 2);
    CHECK(pdfPages(ui::pdfOf(*pages, a4)) == 2);
    ui::PrintDialog dialog(window.jobs(),
                           {.kind = core::PrintKind::Labels, .clients = firstClients(window, 60)});
    dialog.show();
    QSignalSpy ready(&dialog, &ui::PrintDialog::ready);
    REQUIRE(ready.wait());
    CHECK(dialog.pages()->count() >= 1);
}
