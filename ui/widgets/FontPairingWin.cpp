#include "core/base/Language.h"
#include "ui/widgets/FontPairing.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

namespace ui::theme {

namespace {

/// Of the system since Vista and 10, of older ones, then of what people install; where none is there, any that says it
/// writes Simplified Chinese.
QString chineseFamily()
{
    for (const char* name : {"Microsoft YaHei UI",
                             "Microsoft YaHei",
                             "DengXian",
                             "SimHei",
                             "Noto Sans CJK SC",
                             "Noto Sans SC",
                             "Source Han Sans SC",
                             "SimSun"}) {
        if (const QString family = QString::fromLatin1(name); QFontDatabase::hasFamily(family)) {
            return family;
        }
    }
    return QFontDatabase::families(QFontDatabase::SimplifiedChinese).value(0);
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
    QString own = QFontInfo(font).family();
    if (QFontDatabase::hasFamily(QStringLiteral("Segoe UI"))) {
        own = QStringLiteral("Segoe UI"); // what Qt is told may be a dialog's font of Windows 2000
    }
    font.setFamilies(core::currentLanguage() == QLatin1String("zh") ? QStringList{chinese, own}
                                                                    : QStringList{own, chinese});
    return font;
}

} // namespace ui::theme
