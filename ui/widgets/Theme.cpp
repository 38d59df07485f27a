#include "ui/widgets/Theme.h"

#include "core/base/Language.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QRawFont>
#include <QStyle>
#include <QStyleFactory>
#include <QSvgRenderer>

#include <array>

namespace ui::theme {

namespace {

bool& darkNow()
{
    static bool dark = false;
    return dark;
}

struct Pair
{
    QRgb light;
    QRgb dark;
};

Pair toneColors(Tone tone)
{
    switch (tone) {
    case Tone::Text:
        return {0xff1b1f24, 0xffe8eaed};
    case Tone::Muted:
        return {0xff5b6470, 0xffa3abb6};
    case Tone::Accent:
        return {0xff1f5fbf, 0xff8ab4f8};
    case Tone::AccentText:
        return {0xffffffff, 0xff10213d};
    case Tone::Good:
        return {0xff1a7340, 0xff7fd19b};
    case Tone::Warning:
        return {0xff8a5300, 0xfff3c065};
    case Tone::Bad:
        return {0xffb3261e, 0xfff2938c};
    case Tone::Line:
        return {0xffdde1e6, 0xff3b4048};
    case Tone::Surface:
        return {0xfff6f7f9, 0xff1f2227};
    case Tone::Raised:
        return {0xffffffff, 0xff282c33};
    case Tone::Selected:
        return {0xffdde9fb, 0xff293c5c};
    case Tone::Different:
        return {0xfffff4dc, 0xff453a22};
    case Tone::Handle:
        return {0xffb9c0c9, 0xff59616c};
    }
    return {0xff000000, 0xffffffff};
}

QPalette paletteNow()
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, Tone tone) {
        palette.setColor(role, color(tone));
    };
    set(QPalette::Window, Tone::Surface);
    set(QPalette::WindowText, Tone::Text);
    set(QPalette::Base, Tone::Raised);
    set(QPalette::AlternateBase, Tone::Surface);
    set(QPalette::Text, Tone::Text);
    set(QPalette::PlaceholderText, Tone::Muted);
    set(QPalette::Button, Tone::Raised);
    set(QPalette::ButtonText, Tone::Text);
    set(QPalette::ToolTipBase, Tone::Raised);
    set(QPalette::ToolTipText, Tone::Text);
    set(QPalette::Highlight, Tone::Selected);
    set(QPalette::HighlightedText, Tone::Text);
    set(QPalette::Link, Tone::Accent);
    set(QPalette::Mid, Tone::Line);
    set(QPalette::Midlight, Tone::Line);
    set(QPalette::Light, Tone::Raised);
    set(QPalette::Dark, Tone::Muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, color(Tone::Muted));
    }
    return palette;
}

QString rules()
{
    const auto name = [](Tone tone) {
        return color(tone).name();
    };
    return QStringLiteral(
               "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px; }"
               "QLineEdit, QPlainTextEdit, QComboBox { border: 1px solid %3; border-radius: 4px; "
               "padding: 4px 6px;"
               " background: %2; color: %1; selection-background-color: %5; selection-color: %1; }"
               "QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid %4; "
               "padding: 3px 5px; }"
               "QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: %6; "
               "background: %7; }"
               "QComboBox::drop-down { border: none; width: 22px; }"
               "QComboBox::down-arrow { image: url(:/dossier/icons/%9.svg); width: 14px; height: "
               "14px; }"
               "QPushButton, QToolButton[role=\"button\"] { border: 1px solid %3; border-radius: "
               "5px; padding: 5px 12px;"
               " background: %2; color: %1; }"
               "QPushButton:hover { background: %7; } QPushButton:focus { border: 2px solid %4; "
               "padding: 4px 11px; }"
               "QPushButton:disabled { color: %6; background: %7; }"
               "QPushButton[role=\"primary\"] { background: %4; color: %8; border-color: %4; "
               "font-weight: 600; }"
               "QPushButton[role=\"quiet\"] { background: transparent; border-color: transparent; "
               "padding: 5px; }"
               "QPushButton[role=\"quiet\"]:hover { background: %3; }"
               "QPushButton[role=\"quiet\"]:focus { border: 2px solid %4; padding: 4px; }"
               "QPushButton[role=\"primary\"]:focus { border: 2px solid %1; }"
               "QPushButton[role=\"primary\"]:disabled { background: %3; color: %6; border-color: "
               "%3; }"
               "QTableView { border: none; } QTreeView, QListView { border: 1px solid transparent; "
               "}"
               "QTableView, QTreeView, QListView { background: %2; gridline-color: "
               "%3;"
               " selection-background-color: %5; selection-color: %1; }"
               "QTableView, QTreeView, QListView { outline: none; }"
               "QListView:focus, QTreeView:focus { border: 1px solid %4; }"
               "QListView::item:hover, QTreeView::item:hover { background: %7; }"
               "QListView::item:selected, QTreeView::item:selected { background: %5; color: %1; }"
               "QHeaderView::section { background: %7; color: %6; border: none; border-bottom: 1px "
               "solid %3; padding: 5px 8px; }"
               "QTableCornerButton::section { background: %7; border: none; border-bottom: 1px "
               "solid %3; }"
               "QListView::item { padding: 3px 0; }"
               "QScrollBar { background: transparent; border: none; margin: 0; }"
               "QScrollBar:vertical { width: 12px; } QScrollBar:horizontal { height: 12px; }"
               "QScrollBar::handle { background: %10; border-radius: 4px; margin: 2px; }"
               "QScrollBar::handle:vertical { min-height: 36px; }"
               "QScrollBar::handle:horizontal { min-width: 36px; }"
               "QScrollBar::handle:hover { background: %6; }"
               "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
               "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
               "QRadioButton, QCheckBox { spacing: 8px; }"
               "QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid %6; "
               "border-radius: 8px; background: %2; }"
               "QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid %4; }"
               "QRadioButton:focus { color: %4; }"
               "QCheckBox::indicator, QListView::indicator, QTableView::indicator { width: 14px; "
               "height: 14px; border: 1px solid %6; border-radius: 3px; background: %2; }"
               "QCheckBox::indicator:checked, QListView::indicator:checked, "
               "QTableView::indicator:checked { border-color: %4; background: %4; "
               "image: url(:/dossier/icons/%11.svg); }"
               "QCheckBox:focus { color: %4; }"
               "QTabBar::tab { padding: 6px 12px; color: %6; border: none; border-bottom: 2px "
               "solid transparent; }"
               "QTabBar::tab:selected { color: %1; border-bottom: 2px solid %4; } "
               "QTabBar::tab:focus { color: %4; }"
               "QTabWidget::pane { border: none; border-top: 1px solid %3; }"
               "QSplitter::handle { background: %3; } QScrollArea { border: none; background: "
               "transparent; }"
               "QProgressBar { border: none; border-radius: 3px; background: %3; max-height: 6px; "
               "text-align: center; }"
               "QProgressBar::chunk { border-radius: 3px; background: %4; }")
        .arg(name(Tone::Text),
             name(Tone::Raised),
             name(Tone::Line),
             name(Tone::Accent),
             name(Tone::Selected),
             name(Tone::Muted),
             name(Tone::Surface),
             name(Tone::AccentText),
             darkNow() ? QStringLiteral("down-dark") : QStringLiteral("down-light"))
        .arg(name(Tone::Handle),
             darkNow() ? QStringLiteral("tick-dark") : QStringLiteral("tick-light"));
}

/// Where the system's font has no Chinese, fontconfig picks glyphs of any weight and country, one by one. A family is named
/// instead: after the system's own in English, before it in Chinese, whose mixed lists then have one height. Windows and
/// macOS pair theirs well by themselves.
QFont fontForBoth(QFont font)
{
#ifdef Q_OS_LINUX
    constexpr uint han = 0x6c49;
    if (QRawFont::fromFont(font).supportsCharacter(han)) {
        return font;
    }
    const QStringList installed = QFontDatabase::families();
    for (const char* name :
         {"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei"}) {
        const QString family = QString::fromLatin1(name);
        if (installed.contains(family)) {
            const QString own = QFontInfo(font).family();
            font.setFamilies(core::currentLanguage() == QLatin1String("zh")
                                 ? QStringList{family, own}
                                 : QStringList{own, family});
            return font;
        }
    }
#endif
    return font;
}

/// Asked once, before any font and palette of our own is set.
struct System
{
    bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QFont font = QApplication::font();
};

} // namespace

bool isDark()
{
    return darkNow();
}

void apply(QApplication& application, Scheme scheme)
{
    static const System system;
    darkNow() = scheme == Scheme::Dark || (scheme == Scheme::System && system.dark);
    if (const QFont font = fontForBoth(system.font); QApplication::font() != font) {
        QApplication::setFont(font);
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteNow());
    application.setStyleSheet(rules());
}

int space(int steps)
{
    constexpr int step = 4;
    return step * steps;
}

QFont font(Scale scale)
{
    QFont font = QApplication::font();
    const qreal base = font.pointSizeF() > 0 ? font.pointSizeF() : 10.0;
    switch (scale) {
    case Caption:
        font.setPointSizeF(base * 0.88);
        break;
    case Body:
        break;
    case Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case Heading:
        font.setPointSizeF(base * 1.2);
        font.setWeight(QFont::DemiBold);
        break;
    case Title:
        font.setPointSizeF(base * 1.6);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

QColor color(Tone tone)
{
    const Pair pair = toneColors(tone);
    return QColor::fromRgb(darkNow() ? pair.dark : pair.light);
}

QIcon icon(const char* name, Tone tone)
{
    QFile file(QStringLiteral(":/dossier/icons/%1.svg").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray drawing = file.readAll();
    QIcon made;
    const auto addMode = [&](QIcon::Mode mode, Tone ink) {
        QByteArray inked = drawing;
        inked.replace("currentColor", color(ink).name().toLatin1());
        QSvgRenderer renderer(inked);
        for (const int size : {16, 20, 24, 32, 48}) {
            QPixmap pixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            renderer.render(&painter);
            painter.end();
            made.addPixmap(pixmap, mode);
        }
    };
    addMode(QIcon::Normal, tone);
    addMode(QIcon::Selected, tone); // else Qt would wash it out
    addMode(QIcon::Disabled, Tone::Muted);
    return made;
}

QString monogram(const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    const QChar first = trimmed.front();
    if (first.script() == QChar::Script_Han) {
        return first;
    }
    QString letters = first.toUpper();
    const qsizetype blank = trimmed.lastIndexOf(u' ');
    if (blank > 0 && blank + 1 < trimmed.size() && trimmed[blank + 1].isLetter()) {
        letters += trimmed[blank + 1].toUpper();
    }
    return letters;
}

QColor monogramColor(const QString& name)
{
    constexpr int hues = 12;
    constexpr int step = 360 / hues;
    // qHash is seeded per process; the color of a name must not change from day to day.
    uint sum = 0;
    for (const QChar c : name) {
        sum = sum * 31 + c.unicode();
    }
    const int hue = int(sum % hues) * step;
    return isDark() ? QColor::fromHsl(hue, 70, 80) : QColor::fromHsl(hue, 90, 95);
}

} // namespace ui::theme
