/// EmptyForm: a window with the form of a new client, for the tests of what it does for whoever types or pastes.
#pragma once

#include "ui/WindowFixture.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/FieldRow.h"

#include <QLineEdit>

namespace tests {

struct EmptyForm
{
    Sample sample;
    Window window{sample.access("admin")};
    ui::ClientForm& form = window.main().clients().form();

    EmptyForm()
    {
        press(&window.main(), "New client");
        window.settle();
    }
    QLineEdit* line(core::Field field) const
    {
        return qobject_cast<QLineEdit*>(form.row(field).editor());
    }
    QString text(core::Field field) const { return ui::editorText(form.row(field).editor()); }
};

} // namespace tests
