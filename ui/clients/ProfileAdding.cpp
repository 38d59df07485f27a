// ProfileView: what is empty has no line; a menu below the values gives it one to be edited.
#include "ui/clients/ProfileView.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
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

/// What is empty has no line, but may be given a value.
bool ProfileView::passesOver(const std::vector<Field>& fields, const QString& label)
{
    const Field first = fields.front();
    const bool isOfCompanies = first == Field::CreditCode || first == Field::Position;
    const bool fits = !isOfCompanies || m_client.value(Field::Type) != QLatin1String("person");
    if (m_around.mayAdd && core::isEditable(first) && fits) {
        m_missing.push_back({first, label});
    }
    return !m_around.mayAdd || m_added != first;
}

/// They stand in the head as chips; here only while they are edited.
void ProfileView::addTags()
{
    QString tags = m_client.value(Field::Tags);
    const QString label = core::fieldLabel(Field::Tags);
    if (passesOver({Field::Tags}, label)) {
        return;
    }
    addValue(label, tags.replace(u';', QStringLiteral("; ")), {Field::Tags});
}

void ProfileView::addAdding()
{
    if (m_missing.empty()) {
        return;
    }
    m_adding = new QPushButton(
        theme::icon("add", theme::Tone::Muted), tr("Add a value"), m_form->parentWidget());
    m_adding->setProperty("role", QStringLiteral("quiet"));
    m_adding->setToolTip(tr("Of a field that is empty"));
    auto* menu = new QMenu(m_adding);
    for (const Missing& one : m_missing) {
        const Field field = one.field;
        menu->addAction(one.label, this, [this, field] { Q_EMIT addWanted(field); });
    }
    m_adding->setMenu(menu);
    keepRoomForMenu(m_adding);
    auto* row = new QHBoxLayout;
    row->addWidget(m_adding);
    row->addStretch(1);
    m_form->addRow(row);
}

} // namespace ui
