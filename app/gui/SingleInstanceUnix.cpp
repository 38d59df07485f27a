#include "app/gui/SingleInstance.h"

namespace gui {

struct SingleInstance::Listener
{ };

SingleInstance::SingleInstance() = default;
SingleInstance::~SingleInstance() = default;

bool SingleInstance::isTakenOver(const QString& /*office*/) const
{
    return false;
}

void SingleInstance::listen(Take /*take*/)
{ }

} // namespace gui
