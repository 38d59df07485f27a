// Small plots: what is drawn, what is said of it, and how it is taken out.
#include "ui/widgets/Plot.h"

#include "ui/WindowFixture.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

ui::PlotData bars()
{
    ui::PlotData data;
    data.title = u"By city"_s;
    data.bars = {{u"苏州市"_s, 12}, {u"无锡市"_s, 3}, {u"南京市"_s, 0}};
    data.foot = u"since today"_s;
    return data;
}

ui::PlotData lines()
{
    ui::PlotData data;
    data.title = u"Quality"_s;
    data.ticks = {u"1"_s, u"2"_s, u"3"_s};
    data.lines = {{u"complete"_s, {90.0, 92.5, 100.0}}, {u"current"_s, {80.0, std::nullopt, 81.0}}};
    return data;
}

QImage drawn(const ui::PlotData& data, int width)
{
    QImage image(width, ui::plotHeight(data), QImage::Format_ARGB32);
    image.fill(ui::theme::color(ui::theme::Tone::Raised));
    QPainter painter(&image);
    ui::drawPlot(painter, QRectF(image.rect()), data);
    return image;
}

int pixelsOf(const QImage& image, const QColor& color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return found;
}

} // namespace

TEST_CASE("the longest bar is as long as its number says against the others")
{
    ui::PlotData one = bars();
    ui::PlotData other = bars();
    other.bars[1].value = 6;
    const QColor accent = ui::theme::color(ui::theme::Tone::Accent);
    const int before = pixelsOf(drawn(one, 600), accent);
    const int after = pixelsOf(drawn(other, 600), accent);
    CHECK(before > 0);
    CHECK(after > before); // 12 and 6 are more ink than 12 and 3
    CHECK(double(after - before) / before > 0.1);
}

TEST_CASE("each number of a plot is in its words and in its table")
{
    const QString words = ui::plotWords(bars());
    for (const char16_t* part : {u"苏州市: 12", u"无锡市: 3", u"南京市: 0", u"since today"}) {
        CHECK(words.contains(QStringView(part)));
    }
    CHECK(ui::plotTable(bars()) == u"苏州市\t12\n无锡市\t3\n南京市\t0\n"_s);
    CHECK(ui::plotWords(lines()).contains(u"complete, 3: 100 %"_s));
    CHECK_FALSE(ui::plotWords(lines()).contains(u"current, 2"_s)); // nobody has counted that
    CHECK(ui::plotTable(lines()).startsWith(u"\tcomplete\tcurrent\n"_s));
}

TEST_CASE("what is nearly everything is not called everything")
{
    ui::PlotData data = lines();
    data.lines[0].values = {99.999, 99.94, 0.0};
    const QString words = ui::plotWords(data);
    CHECK_FALSE(words.contains(u"100 %"_s));
    CHECK(words.contains(u"complete, 3: 0 %"_s));
}

TEST_CASE("a plot without anything says so, and cannot be taken out")
{
    ui::Plot plot(u"Requests"_s);
    ui::PlotData none;
    none.bars = {{u"today"_s, 0}};
    none.empty = u"No request is open."_s;
    plot.setData(none);
    CHECK(ui::plotWords(plot.data()) == u"No request is open."_s);
    CHECK_FALSE(plot.findChild<QToolButton*>()->isEnabled());
    plot.setData(bars());
    CHECK(plot.findChild<QToolButton*>()->isEnabled());
}

TEST_CASE("a picture is saved as PNG, and as SVG where the name says so")
{
    const Sample sample;
    ui::Plot plot(u"By city"_s);
    plot.setData(bars());
    QSignalSpy said(&plot, &ui::Plot::said);
    plot.savePicture(sample.path(u"plot.png"_s));
    REQUIRE(said.wait());
    const QImage png(sample.path(u"plot.png"_s));
    CHECK(png.width() >= 1000); // fine enough for paper
    plot.savePicture(sample.path(u"plot.svg"_s));
    REQUIRE(said.wait());
    QFile file(sample.path(u"plot.svg"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    CHECK(svg.contains("<desc>"));
    CHECK(QString::fromUtf8(svg).contains(u"苏州市: 12"_s));
    CHECK(QSvgRenderer(svg).isValid());
}

TEST_CASE("numbers and picture go to the clipboard")
{
    ui::Plot plot(u"By city"_s);
    plot.setData(bars());
    plot.copyNumbers();
    CHECK(QApplication::clipboard()->text() == u"苏州市\t12\n无锡市\t3\n南京市\t0\n"_s);
    plot.copyPicture();
    CHECK_FALSE(QApplication::clipboard()->image().isNull());
}
