#include "ui/clients/ProfileView.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/Contact.h"
#include "core/standardize/Phone.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLocale>

namespace ui {

namespace {

using core::Field;

} // namespace

ProfileView::ProfileView(const QTimeZone& zone, QWidget* parent)
    : QScrollArea(parent)
    , m_zone(zone)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Profile"));
}

void ProfileView::show(const core::Client& client, const QString& remark)
{
    m_client = client;
    auto* body = new QWidget;
    m_form = new QFormLayout(body);
    m_form->setContentsMargins(0, theme::space(3), theme::space(2), 0);
    m_form->setHorizontalSpacing(theme::space(4));
    m_form->setVerticalSpacing(theme::space(2));
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows = 0;
    for (const Field field : {Field::Contact,
                              Field::Position,
                              Field::Phone,
                              Field::OtherPhones,
                              Field::Email,
                              Field::OtherEmails,
                              Field::Website}) {
        addField(field);
    }
    addContacts();
    endGroup();
    addAddress();
    endGroup();
    for (const Field field :
         {Field::Industry, Field::CreditCode, Field::Activity, Field::Owner, Field::Source}) {
        addField(field);
    }
    endGroup();
    addField(Field::LastContactAt);
    addField(Field::Notes);
    for (const OwnField& field : ownFieldsFrom(client.value(Field::Custom))) {
        addValue(field.name, field.value);
    }
    endGroup();
    if (client.value(Field::Status) != QLatin1String("active")) {
        addField(Field::Status);
    }
    addTime(Field::CreatedAt, client.createdAt);
    addTime(Field::UpdatedAt, client.updatedAt);
    if (!remark.isEmpty()) {
        endGroup();
        QLabel* words = makeText(body, remark);
        setTone(words, theme::Tone::Muted);
        m_form->addRow(words);
    }
    setWidget(body);
}

void ProfileView::addValue(const QString& label, const QString& value)
{
    if (value.isEmpty()) {
        return;
    }
    auto* name = new QLabel(label, m_form->parentWidget());
    name->setTextFormat(Qt::PlainText);
    setTone(name, theme::Tone::Muted);
    constexpr int widestName = 132;
    if (name->sizeHint().width() > widestName) { // an own field can be called anything
        name->setWordWrap(true);
        name->setFixedWidth(widestName);
    }
    QLabel* text = makeText(m_form->parentWidget(), value);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFocusPolicy(Qt::ClickFocus); // Tab goes to what can be done, not through every value
    text->setAccessibleName(label + QStringLiteral(": ") + value);
    m_form->addRow(name, text);
    ++m_rows;
}

void ProfileView::addField(Field field)
{
    QString value = core::shownValue(field, m_client.value(field));
    if (field == Field::OtherPhones || field == Field::OtherEmails) {
        value.replace(u';', u'\n');
    }
    // Of a person, the contact is the person.
    if (field == Field::Contact && value == m_client.value(Field::Name)) {
        return;
    }
    addValue(core::fieldLabel(field), value);
}

void ProfileView::addContacts()
{
    QString label = core::fieldLabel(Field::Contacts);
    for (const core::Contact& contact : core::contactsFromText(m_client.value(Field::Contacts))) {
        QStringList head{contact.name, contact.position};
        head.removeAll(QString());
        QStringList lines{head.join(QStringLiteral(" · "))};
        for (const QString& phone : contact.phones) {
            lines.append(core::shownPhone(phone));
        }
        lines.append(contact.emails);
        lines.removeAll(QString());
        addValue(label, lines.join(u'\n'));
        label = QStringLiteral(" "); // named once, above the first
    }
}

void ProfileView::addAddress()
{
    QStringList parts;
    for (const Field field : {Field::Province, Field::City, Field::District, Field::Street}) {
        const QString& part = m_client.value(field);
        if (!part.isEmpty() && !parts.contains(part)) { // 北京市 is province and city
            parts.append(part);
        }
    }
    if (parts.isEmpty()) {
        addField(Field::Postcode);
        addField(Field::Country);
        return;
    }
    const bool chinese = parts.front().at(0).script() == QChar::Script_Han;
    if (!chinese) {
        std::reverse(parts.begin(), parts.end()); // street first
    }
    addValue(tr("Address"), parts.join(chinese ? QString() : QStringLiteral(", ")));
    addField(Field::Postcode);
    addField(Field::Country);
}

void ProfileView::addTime(Field field, const QDateTime& time)
{
    addValue(core::fieldLabel(field),
             QLocale().toString(time.toTimeZone(m_zone), QLocale::ShortFormat));
}

void ProfileView::endGroup()
{
    if (m_rows == 0) {
        return;
    }
    auto* line = new QFrame(m_form->parentWidget());
    line->setFixedHeight(1);
    theme::setRules(line, QStringLiteral("background: @line; border: none;"));
    m_form->addRow(line);
    m_rows = 0;
}

} // namespace ui
