// ProfileView: what is empty has no line; a menu below the values gives it one to be edited.
#include "ui/clients/ProfileView.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QMenu>
#include <QPushButton>

namespace ui {

using core::Field;

void ProfileView::showEmpty(Field field)
{
    m_added = field;
    show(core::Client(m_client), Around(m_around));
}

void ProfileView::hideEmpty()
{
    if (m_added) {
        m_added.reset();
        show(core::Client(m_client), Around(m_around));
    }
}

void ProfileView::noteMissing(Field field, const QString& label)
{
    const bool isPerson = m_client.value(Field::Type) == QLatin1String("person");
    if (m_around.mayAdd && core::isEditable(field) && !(isPerson && core::isOfCompanies(field))) {
        m_missing.push_back({field, label});
    }
}

/// They stand in the head as chips; here only while they are edited, and they can always be.
void ProfileView::addTags()
{
    const QString label = core::fieldLabel(Field::Tags);
    noteMissing(Field::Tags, label);
    if (m_added == Field::Tags) {
        QString tags = m_client.value(Field::Tags);
        addLine(label, tags.replace(u';', QStringLiteral("; ")), {Field::Tags});
    }
}

void ProfileView::addAdding()
{
    if (m_missing.empty()) {
        return;
    }
    m_adding = new QPushButton(
        theme::icon("add", theme::Tone::Muted), tr("Add a value"), m_grid->parentWidget());
    m_adding->setProperty("role", QStringLiteral("quiet"));
    m_adding->setToolTip(tr("Of a field that is empty"));
    auto* menu = new QMenu(m_adding);
    for (const Missing& one : m_missing) {
        const Field field = one.field;
        menu->addAction(one.label, this, [this, field] { Q_EMIT addWanted(field); });
    }
    m_adding->setMenu(menu);
    keepRoomForMenu(m_adding);
    m_grid->addWidget(m_adding, m_grid->rowCount(), 0, 1, 2, Qt::AlignLeft);
}

} // namespace ui
