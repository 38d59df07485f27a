#include "ui/clients/ProfileView.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/Contact.h"
#include "core/records/SealedStore.h"
#include "core/standardize/Phone.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/ValueLine.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ScreenPrivacy.h"
#include "ui/widgets/SecretClipboard.h"
#include "ui/widgets/Theme.h"

#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

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
    maskAll();
    m_masked.clear();
    m_lines.clear();
    m_client = client;
    m_around = around;
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
        if (core::isSealedToken(field.value)) {
            addConfidential(field.name, core::customFieldPlace(field.name));
        } else {
            addValue(field.name, field.value, {Field::Custom});
        }
    }
    endGroup();
    for (const Field field : {Field::IdNumber, Field::BankAccount}) {
        if (client.values.has(field)) {
            addConfidential(core::fieldLabel(field), core::fieldName(field));
        }
    }
    addConsents();
    endGroup();
    if (client.value(Field::Status) != QLatin1String("active")) {
        addField(Field::Status);
    }
    if (client.createdAt.isValid()) { // not of a row that is none yet
        addTime(Field::CreatedAt, client.createdAt);
        addTime(Field::UpdatedAt, client.updatedAt);
    }
    if (!around.remark.isEmpty()) {
        endGroup();
        QLabel* words = makeText(body, around.remark);
        setTone(words, theme::Tone::Muted);
        m_form->addRow(words);
    }
    keepWordsWhole(body);
    setWidget(body);
}

QLabel* ProfileView::makeName(const QString& label)
{
    auto* name = new QLabel(label, m_form->parentWidget());
    name->setTextFormat(Qt::PlainText);
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
    QLabel* text = makeText(m_form->parentWidget(), value);
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
    m_form->addRow(name, makeValue(label, value));
    ++m_rows;
}

void ProfileView::addValue(const QString& label,
                           const QString& value,
                           const std::vector<Field>& fields)
{
    if (value.isEmpty()) {
        return;
    }
    QLabel* name = makeName(label);
    auto* line = new ValueLine(label.trimmed().isEmpty() ? core::fieldLabel(fields.front()) : label,
                               value,
                               fields,
                               m_form->parentWidget());
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
    m_form->addRow(name, line);
    ++m_rows;
}

/// One line at a time is a place of the Tab key: the one where somebody was last.
void ProfileView::moveFrom(const ValueLine* line, int steps)
{
    const auto at = std::find(m_lines.begin(), m_lines.end(), line);
    const auto to = std::distance(m_lines.begin(), at) + steps;
    if (at == m_lines.end() || to < 0 || to >= std::ssize(m_lines)) {
        return;
    }
    for (ValueLine* one : m_lines) {
        one->setFocusPolicy(Qt::ClickFocus);
    }
    ValueLine* next = m_lines[std::size_t(to)];
    next->setFocusPolicy(Qt::StrongFocus);
    next->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(next);
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

void ProfileView::addConfidential(const QString& label, const QString& place)
{
    auto* line = new QWidget(m_form->parentWidget());
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(3));
    Masked masked;
    masked.value = new QLabel(core::sealedMask(), line);
    masked.value->setTextFormat(Qt::PlainText);
    masked.value->setAccessibleName(tr("%1: confidential").arg(label));
    row->addWidget(masked.value);
    if (m_around.mayReveal) {
        masked.button = new QPushButton(theme::icon("eye"), tr("Show"), line);
        masked.button->setAccessibleName(tr("Show %1").arg(label));
        masked.button->setToolTip(tr("For 30 seconds; the log says who looked."));
        row->addWidget(masked.button);
        connect(masked.button, &QPushButton::clicked, this, [this, place] { pressed(place); });
    } else {
        masked.value->setToolTip(tr("Only data administrators can open this."));
    }
    row->addStretch(1);
    m_masked.insert(place, masked);
    m_form->addRow(makeName(label), line);
    ++m_rows;
}

void ProfileView::addConsents()
{
    for (const core::Consent& consent : m_around.consents) {
        QStringList words{
            core::purposeLabel(consent.purpose),
            consent.evidence.isEmpty() ? tr("nobody has said where it is kept") : consent.evidence,
            consent.recordedByName,
            QLocale().toString(consent.givenAt.toTimeZone(m_zone).date(), QLocale::ShortFormat)};
        if (!consent.stands()) {
            words.append(tr("withdrawn %1")
                             .arg(QLocale().toString(consent.withdrawnAt.toTimeZone(m_zone).date(),
                                                     QLocale::ShortFormat)));
        }
        const QString text = words.join(QStringLiteral(" · "));
        if (consent.stands() && m_around.mayWithdraw) {
            addStandingConsent(consent, text);
        } else {
            addValue(tr("Consent"), text);
        }
    }
}

void ProfileView::addStandingConsent(const core::Consent& consent, const QString& words)
{
    auto* line = new QWidget(m_form->parentWidget());
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    row->addWidget(makeValue(tr("Consent"), words), 1);
    keepWordsWhole(line);
    auto* button = new QPushButton(tr("Withdraw…"), line);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setAccessibleName(
        tr("Withdraw the consent: %1").arg(core::purposeLabel(consent.purpose)));
    button->setToolTip(tr("The client agrees no more: what is kept for it is destroyed."));
    row->addWidget(button, 0, Qt::AlignTop);
    connect(button, &QPushButton::clicked, this, [this, purpose = consent.purpose] {
        Q_EMIT withdrawWanted(purpose);
    });
    m_form->addRow(makeName(tr("Consent")), line);
    ++m_rows;
}

void ProfileView::pressed(const QString& place)
{
    if (m_masked[place].text.isEmpty()) {
        Q_EMIT revealWanted(place);
        return;
    }
    copySecret(m_masked[place].text);
    m_masked[place].button->setToolTip(secretCopiedWords());
}

void ProfileView::reveal(const QString& place, const QString& text, std::chrono::milliseconds stays)
{
    const auto found = m_masked.find(place);
    if (found == m_masked.end() || found->button == nullptr) {
        return; // another record stands here by now
    }
    if (!m_privacy) {
        m_privacy = std::make_unique<ScreenPrivacy>(this);
    }
    found->text = text;
    found->value->setText(text);
    found->button->setText(tr("Copy"));
    found->button->setIcon({});
    QTimer::singleShot(stays, found->value, [this, place] { mask(place); });
}

void ProfileView::mask(const QString& place)
{
    const auto found = m_masked.find(place);
    if (found == m_masked.end() || found->text.isEmpty()) {
        return;
    }
    found->text.clear();
    found->value->setText(core::sealedMask());
    found->button->setText(tr("Show"));
    found->button->setIcon(theme::icon("eye"));
    const bool anyLeft = std::any_of(
        m_masked.begin(), m_masked.end(), [](const Masked& one) { return !one.text.isEmpty(); });
    if (!anyLeft) {
        m_privacy.reset();
    }
}

void ProfileView::maskAll()
{
    const QStringList places = m_masked.keys();
    for (const QString& place : places) {
        mask(place);
    }
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
    auto* line = new QFrame(m_form->parentWidget());
    line->setFixedHeight(1);
    theme::setRules(line, QStringLiteral("background: @line; border: none;"));
    m_form->addRow(line);
    m_rows = 0;
}

} // namespace ui
