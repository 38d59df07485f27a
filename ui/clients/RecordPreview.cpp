#include "ui/clients/RecordPreview.h"

#include "core/records/ClientStandardizer.h"
#include "ui/clients/ProfileView.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using core::Field;

RecordPreview::RecordPreview(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_heading(makeText(this, tr("As it will be")))
    , m_name(makeText(this))
    , m_about(makeText(this))
    , m_profile(new ProfileView(zone, this))
{
    setObjectName(QStringLiteral("preview"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(4), 0, 0, 0);
    column->setSpacing(theme::space(1));
    m_heading->setFont(theme::font(theme::Caption));
    m_name->setFont(theme::font(theme::Heading));
    m_about->setFont(theme::font(theme::Caption));
    setTone(m_heading, theme::Tone::Muted);
    setTone(m_about, theme::Tone::Muted);
    column->addWidget(m_heading);
    column->addWidget(m_name);
    column->addWidget(m_about);
    column->addWidget(m_profile, 1);
}

void RecordPreview::setHeading(const QString& words)
{
    m_heading->setText(words);
    m_heading->setVisible(!words.isEmpty());
}

void RecordPreview::show(const core::Client& client, const QString& remark)
{
    m_name->setText(client.values.has(Field::Name) ? client.value(Field::Name) : tr("(no name)"));
    QStringList about{client.id().value, core::shownValue(Field::Type, client.value(Field::Type))};
    about.append(client.value(Field::Tags).split(u';', Qt::SkipEmptyParts).join(tr(", ")));
    about.removeAll(QString());
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_profile->show(client, {.remark = remark});
}

} // namespace ui
