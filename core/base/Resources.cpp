#include "core/base/Resources.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function and must stand outside any namespace.
static void initDossierResources()
{
    Q_INIT_RESOURCE(dossier);
    Q_INIT_RESOURCE(i18n);
}

namespace core {

void initResources()
{
    initDossierResources();
}

} // namespace core
