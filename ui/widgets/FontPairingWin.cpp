#include "core/base/Language.h"
#include "ui/widgets/FontPairing.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

#include <initializer_list>

namespace ui::theme {

namespace {

QString firstInstalled(std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (const QString family = QString::fromLatin1(name); QFontDatabase::hasFamily(family)) {
            return family;
        }
    }
    return {};
}

/// Of the system since Vista and 10, of older ones, then of what people install; where none is there, any that says it
/// writes Simplified Chinese.
QString chineseFamily()
{
    const QString known = firstInstalled({"Microsoft YaHei UI",
                                          "Microsoft YaHei",
                                          "DengXian",
                                          "SimHei",
                                          "Noto Sans CJK SC",
                                          "Noto Sans SC",
                                          "Source Han Sans SC",
                                          "SimSun"});
    return known.isEmpty() ? QFontDatabase::families(QFontDatabase::SimplifiedChinese).value(0)
                           : known;
}

/// What Qt is told to be the system's may be a name that stands for a dialog's font of Windows 2000.
QString latinFamily(const QFont& font)
{
    const QString known = firstInstalled({"Segoe UI", "Tahoma", "Arial", "DejaVu Sans"});
    return known.isEmpty() ? QFontInfo(font).family() : known;
}

} // namespace

/// On a Windows of another language the system's font takes Chinese from where its own country would: Japanese forms, or
/// boxes. A family is named instead: after the system's own in English, before it in Chinese, whose mixed lists then have
/// one height.
QFont fontForBoth(QFont font)
{
    const QString chinese = chineseFamily();
    if (chinese.isEmpty()) {
        return font;
    }
    const QString latin = latinFamily(font);
    font.setFamilies(core::currentLanguage() == QLatin1String("zh") ? QStringList{chinese, latin}
                                                                    : QStringList{latin, chinese});
    return font;
}

} // namespace ui::theme
