#include "ui/widgets/Theme.h"

#include <QApplication>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using ui::theme::Tone;

namespace {

/// WCAG 2.1: relative luminance.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(Tone text, Tone surface)
{
    const double a = luminance(ui::theme::color(text));
    const double b = luminance(ui::theme::color(surface));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

TEST_CASE("every tone of text can be read on every surface, in light and dark")
{
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light}) {
        ui::theme::apply(*qApp, scheme);
        for (const Tone text :
             {Tone::Text, Tone::Muted, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad}) {
            for (const Tone surface :
                 {Tone::Surface, Tone::Raised, Tone::Selected, Tone::Different}) {
                INFO("tone " << int(text) << " on " << int(surface)
                             << ", dark: " << ui::theme::isDark());
                CHECK(contrast(text, surface) >= 4.5);
            }
        }
        CHECK(contrast(Tone::AccentText, Tone::Accent) >= 4.5);
    }
}
