/// Which Qt type a declared column type stands for ("VARCHAR(12)" is text, "BOOLEAN" bool). SQLite
/// itself does not mind what was declared; Qt's models and a typed NULL do. Pure function, any
/// thread.
#pragma once

#include <QMetaType>
#include <QString>

namespace core {

[[nodiscard]] QMetaType typeOfDeclaration(const QString& declared);

} // namespace core
