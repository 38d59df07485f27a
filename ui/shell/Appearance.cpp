#include "ui/shell/Appearance.h"

#include "core/base/Language.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>

namespace ui {

namespace {

constexpr auto languageKey = "language";
constexpr auto schemeKey = "colors";
constexpr auto textKey = "text_percent";
constexpr int smallestText = 100;
constexpr int biggest = 130;

void dress()
{
    theme::setTextPercent(chosenTextPercent());
    theme::apply(*qApp, chosenScheme()); // each language has its own fonts
}

} // namespace

QString chosenLanguage()
{
    return QSettings().value(QLatin1String(languageKey)).toString();
}

theme::Scheme chosenScheme()
{
    const QString word = QSettings().value(QLatin1String(schemeKey)).toString();
    return word == QLatin1String("light") ? theme::Scheme::Light
        : word == QLatin1String("dark")   ? theme::Scheme::Dark
                                          : theme::Scheme::System;
}

int chosenTextPercent()
{
    return std::clamp(
        QSettings().value(QLatin1String(textKey), smallestText).toInt(), smallestText, biggest);
}

void chooseLanguage(const QString& code)
{
    QSettings().setValue(QLatin1String(languageKey), code);
    core::useLanguage(code);
    dress();
}

void chooseScheme(theme::Scheme scheme)
{
    QSettings().setValue(QLatin1String(schemeKey),
                         scheme == theme::Scheme::Light      ? QStringLiteral("light")
                             : scheme == theme::Scheme::Dark ? QStringLiteral("dark")
                                                             : QString());
    dress();
}

void chooseTextPercent(int percent)
{
    QSettings().setValue(QLatin1String(textKey), percent);
    dress();
}

void applyAppearance()
{
    core::useLanguage(chosenLanguage());
    dress();
}

} // namespace ui
