#include "core/base/Language.h"
#include "ui/widgets/FontPairing.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QRawFont>
#include <QStringList>

namespace ui::theme {

/// Where the system's font has no Chinese, fontconfig picks glyphs of any weight and country, one by one. A family is named
/// instead: after the system's own in English, before it in Chinese, whose mixed lists then have one height.
QFont fontForBoth(QFont font)
{
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
    return font;
}

} // namespace ui::theme
