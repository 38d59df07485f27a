#include "ui/clients/ProfileView.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/Contact.h"
#include "core/records/SealedStore.h"
#include "core/standardize/Phone.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/ValueLine.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ScreenPrivacy.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <utility>

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

ProfileView::~ProfileView() = default;

void ProfileView::show(const core::Client& client, const Around& around)
{
    const bool isSame = client.pk.isValid() && m_client.pk == client.pk;
    if (!isSame || !around.mayAdd) {
        m_added.reset();
    }
    const bool goesOn = m_goOnAt.has_value();
    const auto focus = wantedFocus();
    if (isSame && isAsShown(client, around)) {
        if (focus && goesOn) {
            focusLineOf(*focus);
        }
        return;
    }
    // A line that is added to be edited, or goes again, takes the eyes with it.
    const bool staysInPlace = isSame && !goesOn && m_addedShown == m_added;
    const int top = verticalScrollBar()->value();
    const auto stillRevealed = isSame ? revealed() : QHash<QString, Masked>();
    auto privacy = stillRevealed.isEmpty() ? nullptr : std::move(m_privacy);
    maskAll();
    m_privacy = std::move(privacy);
    m_client = client;
    m_around = around;
    build();
    revealAgain(stillRevealed);
    if (focus) {
        focusLineOf(*focus);
    }
    if (staysInPlace) {
        QCoreApplication::sendPostedEvents(widget(), QEvent::LayoutRequest); // how far it scrolls
        verticalScrollBar()->setValue(top);
    } else if (!isSame && !focus) {
        verticalScrollBar()->setValue(0); // another client is read from the top
    }
}

bool ProfileView::isAsShown(const core::Client& client, const Around& around) const
{
    const auto isSameConsent = [](const core::Consent& one, const core::Consent& other) {
        return one.pk == other.pk && one.version == other.version
            && one.recordedByName == other.recordedByName && one.withdrawnAt == other.withdrawnAt;
    };
    return m_client.version == client.version && m_client.values == client.values
        && m_client.createdAt == client.createdAt && m_client.updatedAt == client.updatedAt
        && m_addedShown == m_added && m_around.remark == around.remark
        && m_around.mayReveal == around.mayReveal && m_around.mayWithdraw == around.mayWithdraw
        && m_around.mayEdit == around.mayEdit && m_around.mayAdd == around.mayAdd
        && std::ranges::equal(m_around.consents, around.consents, isSameConsent);
}

void ProfileView::build()
{
    m_masked.clear();
    m_lines.clear();
    m_missing.clear();
    m_adding = nullptr;
    m_addedShown = m_added;
    auto* body = new QWidget;
    // Not a form's layout: that goes on dividing its height by what it was told before an editor stood in one of its lines.
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(0, theme::space(3), theme::space(2), theme::space(2));
    m_grid->setHorizontalSpacing(theme::space(4));
    m_grid->setVerticalSpacing(theme::space(2));
    m_grid->setColumnStretch(1, 1);
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
    addTags();
    addField(Field::Notes);
    for (const OwnField& field : ownFieldsFrom(m_client.value(Field::Custom))) {
        if (core::isSealedToken(field.value)) {
            addConfidential(field.name, core::customFieldPlace(field.name), field.value);
        } else {
            addValue(field.name, field.value, {Field::Custom});
        }
    }
    if (m_client.value(Field::Custom).isEmpty()) {
        addField(Field::Custom);
    }
    endGroup();
    for (const Field field : {Field::IdNumber, Field::BankAccount}) {
        if (m_client.values.has(field)) {
            addConfidential(core::fieldLabel(field), core::fieldName(field), m_client.value(field));
        }
    }
    addConsents();
    endGroup();
    if (m_client.value(Field::Status) != QLatin1String("active")) {
        addField(Field::Status);
    }
    if (m_client.createdAt.isValid()) { // not of a row that is none yet
        addTime(Field::CreatedAt, m_client.createdAt);
        addTime(Field::UpdatedAt, m_client.updatedAt);
    }
    addAdding();
    if (!m_around.remark.isEmpty()) {
        endGroup();
        QLabel* words = makeText(body, m_around.remark);
        setTone(words, theme::Tone::Muted);
        addRow(words);
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    keepWordsWhole(body);
    setWidget(body);
}

void ProfileView::addRow(QWidget* name, QWidget* value)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
}

void ProfileView::addRow(QWidget* wide)
{
    m_grid->addWidget(wide, m_grid->rowCount(), 0, 1, 2);
}

QLabel* ProfileView::makeName(const QString& label)
{
    auto* name = new QLabel(label, m_grid->parentWidget());
    name->setTextFormat(Qt::PlainText);
    name->setMinimumHeight(ValueLine::leastHeight());
    setTone(name, theme::Tone::Muted);
    constexpr int widestName = 132;
    if (name->sizeHint().width() > widestName) { // an own field can be called anything
        name->setWordWrap(true);
        name->setFixedWidth(widestName);
    }
    return name;
}

QLabel* ProfileView::makeValue(const QString& label, const QString& value)
{
    QLabel* text = makeText(m_grid->parentWidget(), value);
    text->setContentsMargins(ValueLine::edge());
    text->setMinimumHeight(ValueLine::leastHeight());
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFocusPolicy(Qt::ClickFocus); // Tab goes to what can be done, not through every value
    text->setAccessibleName(label + QStringLiteral(": ") + value);
    return text;
}

void ProfileView::addValue(const QString& label, const QString& value)
{
    if (value.isEmpty()) {
        return;
    }
    QLabel* name
        = makeName(label); // before its value, in whatever order a compiler takes arguments
    addRow(name, makeValue(label, value));
    ++m_rows;
}

void ProfileView::addValue(const QString& label,
                           const QString& value,
                           const std::vector<Field>& fields)
{
    if (value.isEmpty()) {
        noteMissing(fields.front(), label);
    }
    if (!value.isEmpty() || m_added == fields.front()) {
        addLine(label, value, fields);
    }
}

void ProfileView::addLine(const QString& label,
                          const QString& value,
                          const std::vector<Field>& fields)
{
    QLabel* name = makeName(label);
    auto* line = new ValueLine(label.trimmed().isEmpty() ? core::fieldLabel(fields.front()) : label,
                               value,
                               fields,
                               m_grid->parentWidget());
    line->setEditable(m_around.mayEdit
                      && std::all_of(fields.begin(), fields.end(), core::isEditable));
    if (fields.front() == Field::Phone || fields.front() == Field::Email) {
        line->setCopied();
    }
    connect(line, &ValueLine::editWanted, this, &ProfileView::editWanted);
    connect(line, &ValueLine::historyWanted, this, &ProfileView::historyWanted);
    connect(line, &ValueLine::copied, this, &ProfileView::copied);
    connect(line, &ValueLine::moveWanted, this, &ProfileView::moveFrom);
    if (m_lines.empty()) {
        line->setFocusPolicy(Qt::StrongFocus);
    }
    m_lines.push_back(line);
    addRow(name, line);
    ++m_rows;
}

ValueLine* ProfileView::lineOf(Field field) const
{
    for (ValueLine* line : m_lines) {
        const std::vector<Field>& fields = line->fields();
        if (std::find(fields.begin(), fields.end(), field) != fields.end()) {
            return line;
        }
    }
    return nullptr;
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
    addValue(core::fieldLabel(field), value, {field});
}

void ProfileView::addContacts()
{
    QString label = core::fieldLabel(Field::Contacts);
    if (m_client.value(Field::Contacts).isEmpty()) {
        addValue(label, {}, {Field::Contacts});
    }
    for (const core::Contact& contact : core::contactsFromText(m_client.value(Field::Contacts))) {
        QStringList head{contact.name, contact.position};
        head.removeAll(QString());
        QStringList lines{head.join(QStringLiteral(" · "))};
        for (const QString& phone : contact.phones) {
            lines.append(core::shownPhone(phone));
        }
        lines.append(contact.emails);
        lines.removeAll(QString());
        addValue(label, lines.join(u'\n'), {Field::Contacts});
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
        addValue(tr("Address"), {}, {Field::Province, Field::City, Field::District, Field::Street});
        addField(Field::Postcode);
        addField(Field::Country);
        return;
    }
    const bool chinese = parts.front().at(0).script() == QChar::Script_Han;
    if (!chinese) {
        std::reverse(parts.begin(), parts.end()); // street first
    }
    addValue(tr("Address"),
             parts.join(chinese ? QString() : QStringLiteral(", ")),
             {Field::Province, Field::City, Field::District, Field::Street});
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
    auto* line = new QFrame(m_grid->parentWidget());
    line->setFixedHeight(1);
    theme::setRules(line, QStringLiteral("background: @line; border: none;"));
    addRow(line);
    m_rows = 0;
}

} // namespace ui
