/// The platform without a screen says for every window shown that it hands no size hints on, raises nothing and grabs no keyboard:
/// thousands of lines that tell nothing. Everything else is said as ever.
#pragma once

#include <QString>
#include <QtGlobal>

namespace tests {

inline void quietPlatform()
{
    static QtMessageHandler sayAsEver = nullptr;
    sayAsEver = qInstallMessageHandler(
        [](QtMsgType type, const QMessageLogContext& context, const QString& text) {
            if (!text.startsWith(QLatin1String("This plugin does not support"))) {
                sayAsEver(type, context, text);
            }
        });
}

} // namespace tests
