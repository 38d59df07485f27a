// ClientForm: what comes in one piece is split up: an address into its fields, several phones into theirs; and a phone is
// put into the form that people write when its field is left.
#include "core/records/ClientStandardizer.h"
#include "core/standardize/AddressLine.h"
#include "core/standardize/Phone.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/FormFields.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace ui {

using core::Field;

namespace {

/// So much in one stroke nobody types, even with an input method.
constexpr qsizetype pastedAtOnce = 7;

/// What came in one piece; empty where somebody types. Its line breaks are in it: a line shows them as blanks and keeps them.
QString pastedPart(const QString& before, const QString& now)
{
    const auto front
        = std::mismatch(before.begin(), before.end(), now.begin(), now.end()).second - now.begin();
    const qsizetype most = std::min(before.size(), now.size()) - front;
    qsizetype back = 0;
    while (back < most && before[before.size() - 1 - back] == now[now.size() - 1 - back]) {
        ++back;
    }
    if (now.size() - front - back < pastedAtOnce) {
        return {}; // and the clipboard, which is another program's, is not asked with every key
    }
    const QString copied = QGuiApplication::clipboard()->text();
    return copied.size() >= pastedAtOnce && now.contains(copied) ? copied : now;
}

/// The fields into which the line would go; fewer than three say that it is no whole address.
std::vector<std::pair<Field, QString>> partsOfAddress(const QString& text)
{
    const core::AddressLine line = core::splitAddressLine(text);
    std::vector<std::pair<Field, QString>> parts;
    const std::pair<Field, const QString&> all[]{{Field::Province, line.parts.province},
                                                 {Field::City, line.parts.city},
                                                 {Field::District, line.parts.district},
                                                 {Field::Street, line.parts.street},
                                                 {Field::Postcode, line.postcode},
                                                 {Field::Country, line.country}};
    for (const auto& [field, value] : all) {
        if (!value.isEmpty()) {
            parts.emplace_back(field, value);
        }
    }
    return parts;
}

} // namespace

void ClientForm::typedInto(Field field, const QString& text)
{
    const QString before = m_last.value(field);
    const QString pasted = pastedPart(before, text);
    if (pasted.isEmpty()) {
        return;
    }
    m_undo.close(); // a step of its own
    // After the line has taken it in.
    QTimer::singleShot(
        0, this, [this, field, before, pasted] { takePasted(field, before, pasted); });
}

void ClientForm::takePasted(Field field, const QString& before, const QString& pasted)
{
    if (offerBlock(field, before, pasted)) {
        return;
    }
    if (field == Field::Phone) {
        splitPhones(field);
    } else if (core::isAddressField(field)) {
        offerAddress(field);
    }
}

/// The first number stays, the others become further ones.
void ClientForm::splitPhones(Field field)
{
    const core::ClientValues around = typed();
    const core::PhoneHint hint{core::phoneCountry(around), {}};
    QStringList shown;
    for (const core::Phone& phone : core::parsePhones(text(field), hint)) {
        if (phone.isValid()) {
            shown.append(core::shownPhone(phone.stored()));
        }
    }
    if (shown.size() < 2) {
        return; // one is put into form when the field is left
    }
    QStringList others = text(Field::OtherPhones).split(u';', Qt::SkipEmptyParts);
    for (QString& other : others) {
        other = other.trimmed();
    }
    for (qsizetype i = 1; i < shown.size(); ++i) {
        if (!others.contains(shown[i])) {
            others.append(shown[i]);
        }
    }
    setTogether({{field, shown.front()}, {Field::OtherPhones, others.join(QStringLiteral("; "))}});
}

void ClientForm::offerAddress(Field field)
{
    const auto parts = partsOfAddress(text(field));
    constexpr std::size_t wholeAddress = 3;
    const bool isRefused = std::any_of(
        parts.begin(), parts.end(), [this](const auto& part) { return isDenied(part.first); });
    if (parts.size() < wholeAddress || isRefused) {
        return;
    }
    if (isOtherAddress(parts, field)) {
        m_fields->say(field, tr("This is a whole address."), {{tr("Split it up"), [this, field] {
                                                                   splitAddress(field);
                                                               }}});
        fitInPlace();
    } else {
        splitAddress(field);
    }
}

/// Than the one that stands in the fields, apart from the one it was pasted into.
bool ClientForm::isOtherAddress(const FieldTexts& parts, Field field) const
{
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
        return part.first != field && !text(part.first).isEmpty()
            && text(part.first) != part.second;
    });
}

void ClientForm::splitAddress(Field field)
{
    FieldTexts parts = partsOfAddress(text(field));
    if (isOtherAddress(parts, field)) {
        emptyOtherParts(parts);
    }
    const bool staysThere = std::any_of(
        parts.begin(), parts.end(), [field](const auto& part) { return part.first == field; });
    if (!staysThere) {
        parts.emplace_back(field, QString());
    }
    m_undo.close();
    setTogether(parts);
    m_undo.close();
    saySplit(field, {}, {});
}

/// No district of the old address in the new one.
void ClientForm::emptyOtherParts(FieldTexts& texts) const
{
    for (const Field part : core::addressFields) {
        const bool isNamed = std::any_of(
            texts.begin(), texts.end(), [part](const auto& text) { return text.first == part; });
        if (!isNamed && canFill(part)) {
            texts.emplace_back(part, QString());
        }
    }
}

void ClientForm::leftField(Field field)
{
    const QString typedText = text(field);
    const bool isPhone = field == Field::Phone || field == Field::OtherPhones;
    if (isPhone && isChanged(field) && !typedText.isEmpty() && !m_isSaving) {
        const core::ClientValues around = typed();
        const QString stored = core::standardizeValue(field, typedText, around);
        const QString tidy = core::shownValue(field, stored);
        // A Chinese number of a client abroad is not read again as it is shown: it stays as it was typed.
        if (tidy != typedText && core::standardizeValue(field, tidy, around) == stored) {
            type(field, tidy); // of the same step as what was typed
        }
    }
    m_undo.close();
}

} // namespace ui
