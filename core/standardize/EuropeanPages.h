/// EuropeanPages: which of the Windows code pages of single bytes a text is in: Western (1252), Central European (1250),
/// Turkish (1254), Cyrillic (1251, KOI8-R), Greek (1253); the others where the detector library is sure of a text that is
/// long enough. Pure, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

struct EuropeanPage
{
    QString name; ///< "windows-1252"; always one: what nothing speaks for is Western
    double sense = 0; ///< 0..1: share of what is not ASCII that stands where such letters stand
};

[[nodiscard]] EuropeanPage guessEuropeanPage(const QByteArray& bytes);

} // namespace core
