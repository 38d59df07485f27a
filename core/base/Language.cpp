#include "core/base/Language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <array>

namespace core {

namespace {

QString& languageInUse()
{
    static QString code = QStringLiteral("en");
    return code;
}

/// Our texts and Qt's own; they live as long as the program.
std::array<QTranslator*, 2>& translators()
{
    static std::array<QTranslator*, 2> installed{};
    return installed;
}

} // namespace

void useLanguage(const QString& code)
{
    const QString wanted = code.isEmpty() ? QLocale::system().name().left(2) : code.left(2);
    const bool chinese = wanted == QLatin1String("zh");
    for (QTranslator*& translator : translators()) {
        if (translator != nullptr) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
            translator = nullptr;
        }
    }
    languageInUse() = chinese ? QStringLiteral("zh") : QStringLiteral("en");
    const std::array<QString, 2> files = chinese
        ? std::array{QStringLiteral(":/dossier/i18n/dossier_zh_CN.qm"),
                     QStringLiteral(":/dossier/i18n/qtbase_zh_CN.qm")}
        : std::array{QStringLiteral(":/dossier/i18n/dossier_en.qm"), QString()};
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto translator = std::make_unique<QTranslator>();
        if (!files[i].isEmpty() && translator->load(files[i])) {
            translators()[i] = translator.release();
            QCoreApplication::installTranslator(translators()[i]);
        }
    }
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English));
}

QString currentLanguage()
{
    return languageInUse();
}

} // namespace core
