#include "ui/widgets/Theme.h"

#include "ui/widgets/FontPairing.h"
#include "ui/widgets/ThemeNotifier.h"

#include <QApplication>
#include <QPalette>
#include <QPointer>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace ui::theme {

namespace {

bool& darkNow()
{
    static bool dark = false;
    return dark;
}

bool& followsSystem()
{
    static bool follows = false;
    return follows;
}

int& textPercent()
{
    static int percent = 100;
    return percent;
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
    case Tone::AccentOnText:
        return {0xff9cc2ff, 0xff174a94};
    }
    return {0xff000000, 0xffffffff};
}

/// A style sheet with the colors of the tones it names.
QString inked(const QString& rules)
{
    struct Name
    {
        const char* name;
        Tone tone;
    };
    static constexpr std::array names{Name{"text", Tone::Text},
                                      Name{"muted", Tone::Muted},
                                      Name{"accent", Tone::Accent},
                                      Name{"accenttext", Tone::AccentText},
                                      Name{"good", Tone::Good},
                                      Name{"warning", Tone::Warning},
                                      Name{"bad", Tone::Bad},
                                      Name{"different", Tone::Different},
                                      Name{"line", Tone::Line},
                                      Name{"surface", Tone::Surface},
                                      Name{"raised", Tone::Raised},
                                      Name{"selected", Tone::Selected},
                                      Name{"handle", Tone::Handle},
                                      Name{"accentontext", Tone::AccentOnText}};
    static const QRegularExpression word(QStringLiteral("@([a-z]+)"));
    QString made;
    qsizetype done = 0;
    for (auto found = word.globalMatch(rules); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        made += QStringView(rules).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        if (match.capturedView(1) == QLatin1String("scheme")) {
            made += isDark() ? QLatin1String("dark") : QLatin1String("light");
            continue;
        }
        const auto* const named = std::find_if(names.begin(), names.end(), [&](const Name& one) {
            return match.capturedView(1) == QLatin1String(one.name);
        });
        if (named == names.end()) {
            qFatal("no tone is called %s",
                   qPrintable(match.captured(1))); // a mistake of the one who wrote the rule
        }
        made += color(named->tone).name();
    }
    return made + QStringView(rules).mid(done);
}

Notifier& notifier()
{
    static Notifier one;
    return one;
}

/// Calls `dress` now and whenever the colors change; the same widget may be given new ones under the same key.
void keepDressed(QWidget* widget, const char* key, const QVariant& value, void (*dress)(QWidget*))
{
    const bool isNew = !widget->property(key).isValid();
    widget->setProperty(key, value);
    dress(widget);
    if (isNew) {
        QObject::connect(
            &notifier(), &Notifier::changed, widget, [widget, dress] { dress(widget); });
    }
}

constexpr const char* toneKey = "tone";
constexpr const char* rulesKey = "rules";

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

QString rulesOfControls()
{
    return QStringLiteral(
        "QToolTip { color: @text; background: @raised; border: 1px solid @line; padding: 4px; }"
        "QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { border: 1px solid @line; border-radius: "
        "4px; "
        "padding: 4px 6px;"
        " background: @raised; selection-background-color: @selected; "
        "selection-color: @text; }" // a color of text here would dim the palette's of placeholders
        "QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px "
        "solid @accent; "
        "padding: 3px 5px; }"
        "QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled { "
        "color: @muted; "
        "background: @surface; }"
        "QComboBox::drop-down { border: none; width: 22px; }"
        "QComboBox::down-arrow { image: url(:/dossier/icons/down-@scheme.svg); width: 14px; "
        "height: "
        "14px; }"
        "QSpinBox::up-button, QSpinBox::down-button { border: none; width: 20px; }"
        "QSpinBox::up-arrow { image: url(:/dossier/icons/up-@scheme.svg); width: 12px; height: "
        "12px; }"
        "QSpinBox::down-arrow { image: url(:/dossier/icons/down-@scheme.svg); width: 12px; height: "
        "12px; }"
        "QMenu { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }"
        "QMenu::item { padding: 6px 24px 6px 8px; border-left: 3px solid transparent; }"
        "QMenu::item:selected { background: @selected; }"
        "QMenu::item:disabled { color: @muted; }"
        "QMenu::icon { padding-left: 8px; }"
        "QMenu::item:checked { border-left: 3px solid @accent; }"
        "QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }"
        "QPushButton, QToolButton[role=\"button\"] { border: 1px solid @line; border-radius: "
        "5px; padding: 5px 12px;"
        " background: @raised; color: @text; }"
        "QPushButton:hover { background: @surface; } QPushButton:focus { border: 2px solid "
        "@accent; "
        "padding: 4px 11px; }"
        "QPushButton:disabled { color: @muted; background: @surface; }"
        "QPushButton[role=\"primary\"] { background: @accent; color: @accenttext; border-color: "
        "@accent; "
        "font-weight: 600; }"
        "QPushButton::menu-indicator { image: url(:/dossier/icons/down-@scheme.svg); width: 14px; "
        "height: 14px; subcontrol-origin: padding; subcontrol-position: center right; right: 5px; }"
        "QPushButton[role=\"quiet\"] { background: transparent; border-color: transparent; "
        "padding: 5px; }"
        "QPushButton[role=\"quiet\"]:hover { background: @line; }"
        "QPushButton[role=\"quiet\"]:focus { border: 2px solid @accent; padding: 4px; }"
        "QPushButton[role=\"primary\"]:focus { border: 2px solid @text; }"
        "QPushButton[role=\"primary\"]:disabled { background: @line; color: @muted; border-color: "
        "@line; }");
}

QString rulesOfViews()
{
    return QStringLiteral(
        "QTableView { border: none; } QTreeView, QListView { border: 1px solid transparent; "
        "}"
        "QTableView, QTreeView, QListView { background: @raised; gridline-color: "
        "@line;"
        " selection-background-color: @selected; selection-color: @text; }"
        "QTableView, QTreeView, QListView { outline: none; }"
        "QListView:focus, QTreeView:focus { border: 1px solid @accent; }"
        "QListView::item:hover, QTreeView::item:hover { background: @surface; }"
        "QListView::item:selected, QTreeView::item:selected { background: @selected; color: @text; "
        "}"
        "QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: "
        "1px "
        "solid @line; padding: 5px 8px; }"
        "QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px "
        "solid @line; }"
        "QListView::item { padding: 3px 0; }"
        "QScrollBar { background: transparent; border: none; margin: 0; }"
        "QScrollBar:vertical { width: 12px; } QScrollBar:horizontal { height: 12px; }"
        "QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; }"
        "QScrollBar::handle:vertical { min-height: 36px; }"
        "QScrollBar::handle:horizontal { min-width: 36px; }"
        "QScrollBar::handle:hover { background: @muted; }"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
        "QRadioButton, QCheckBox { spacing: 8px; }"
        "QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted; "
        "border-radius: 8px; background: @raised; }"
        "QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }"
        "QRadioButton:focus { color: @accent; }"
        "QCheckBox::indicator, QListView::indicator, QTableView::indicator { width: 14px; "
        "height: 14px; border: 1px solid @muted; border-radius: 3px; background: @raised; }"
        "QCheckBox::indicator:checked, QListView::indicator:checked, "
        "QTableView::indicator:checked { border-color: @accent; background: @accent; "
        "image: url(:/dossier/icons/tick-@scheme.svg); }"
        "QCheckBox:focus { color: @accent; }"
        "QTabBar::tab { padding: 6px 12px; color: @muted; border: none; border-bottom: 2px "
        "solid transparent; }"
        "QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; } "
        "QTabBar::tab:focus { color: @accent; }"
        "QTabWidget::pane { border: none; border-top: 1px solid @line; }"
        "QSplitter::handle { background: @line; } QScrollArea { border: none; background: "
        "transparent; }"
        "QProgressBar { border: none; border-radius: 3px; background: @line; max-height: 6px; "
        "text-align: center; }"
        "QProgressBar::chunk { border-radius: 3px; background: @accent; }");
}

/// What the system wants now. Takes our own palette away: apply() puts it back.
bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme wanted = QGuiApplication::styleHints()->colorScheme();
    if (wanted != Qt::ColorScheme::Unknown) {
        return wanted == Qt::ColorScheme::Dark;
    }
#endif
    QApplication::setPalette({});
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

/// Hears the system change between light and dark. Qt tells every window of it: a moment later one answer does for all.
class SystemWatch : public QObject
{
public:
    explicit SystemWatch(QApplication& application)
        : QObject(&application)
    {
        application.installEventFilter(this);
        m_soon.setSingleShot(true);
        m_soon.setInterval(0);
        connect(&m_soon, &QTimer::timeout, this, [&application] {
            apply(application, Scheme::System);
        });
    }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange && followsSystem()) {
            m_soon.start();
        }
        return false;
    }

private:
    QTimer m_soon;
};

} // namespace

bool isDark()
{
    return darkNow();
}

void apply(QApplication& application, Scheme scheme)
{
    static const QFont systemFont = QApplication::font(); // before any of our own is set
    static const QPointer<SystemWatch> watch = new SystemWatch(application);
    followsSystem() = scheme == Scheme::System;
    darkNow() = scheme == Scheme::System ? systemIsDark() : scheme == Scheme::Dark;
    QFont font = fontForBoth(systemFont);
    constexpr int whole = 100;
    if (textPercent() != whole && font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * textPercent() / whole);
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteNow());
    application.setStyleSheet(inked(rulesOfControls() + rulesOfViews()));
    // After the styles, which bring the platform's own fonts of lists and menus back.
    if (QApplication::font() != font || QApplication::font("QAbstractItemView") != font) {
        QApplication::setFont(font);
    }
    Q_EMIT notifier().changed();
}

void setTextPercent(int percent)
{
    textPercent() = percent;
}

void setRules(QWidget* widget, const QString& rules)
{
    keepDressed(widget, rulesKey, rules, [](QWidget* dressed) {
        dressed->setStyleSheet(inked(dressed->property(rulesKey).toString()));
    });
}

void setTone(QWidget* widget, Tone tone)
{
    keepDressed(widget, toneKey, int(tone), [](QWidget* dressed) {
        QPalette palette = dressed->palette();
        palette.setColor(QPalette::WindowText, color(Tone(dressed->property(toneKey).toInt())));
        dressed->setPalette(palette);
    });
}

void onChange(QObject* context, std::function<void()> then)
{
    QObject::connect(&notifier(), &Notifier::changed, context, std::move(then));
}

int space(int steps)
{
    constexpr int step = 4;
    return step * steps;
}

QFont fixedFont(qreal pointSize)
{
    // Windows, macOS, and what Linux calls its own; a system that has none of the three goes by the hint.
    QFont font(QStringList{QStringLiteral("Consolas"),
                           QStringLiteral("Menlo"),
                           QStringLiteral("monospace"),
                           QStringLiteral("DejaVu Sans Mono")});
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(pointSize);
    return font;
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

} // namespace ui::theme
