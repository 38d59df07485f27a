// ClientForm: a whole contact that was pasted into one of its fields (a mail signature, a parcel slip) is split up.
#include "core/records/ClientStandardizer.h"
#include "ui/clients/ClientForm.h"
#include "ui/clients/FormFields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

using core::Field;

namespace {

/// Where a whole contact is taken for one, and in every part of an address. Not in the notes, nor where a word of a list is
/// wanted, nor where something confidential belongs.
constexpr std::array blockFields{Field::Name,
                                 Field::Contact,
                                 Field::Position,
                                 Field::Phone,
                                 Field::OtherPhones,
                                 Field::Email,
                                 Field::OtherEmails,
                                 Field::Website,
                                 Field::CreditCode};

bool takesBlocks(Field field)
{
    return core::isAddressField(field)
        || std::find(blockFields.begin(), blockFields.end(), field) != blockFields.end();
}

/// Further phones and mail addresses go behind those that are there.
QString withFurther(const QString& current, const QString& more)
{
    QStringList all;
    for (const QString& one : QString(current + u';' + more).split(u';')) {
        if (const QString tidy = one.trimmed(); !tidy.isEmpty() && !all.contains(tidy)) {
            all.append(tidy);
        }
    }
    return all.join(QStringLiteral("; "));
}

/// A client who is a person has no position and no company's name: his own name is the client's.
core::PastedBlock ofPerson(core::PastedBlock block)
{
    const bool namesHim = !block.value(Field::Contact).isEmpty();
    std::vector<std::pair<Field, QString>> values;
    for (auto& [field, value] : block.values) {
        const bool isOthers = core::isOfCompanies(field) || (field == Field::Name && namesHim);
        if (isOthers) {
            block.rest.push_back({value, false});
        } else {
            values.emplace_back(field == Field::Contact ? Field::Name : field, value);
        }
    }
    block.values = std::move(values);
    return block;
}

} // namespace

bool ClientForm::canFill(Field field) const
{
    return !isHidden(field) && !isDenied(field);
}

bool ClientForm::offerBlock(Field field, const QString& before, const QString& pasted)
{
    if (m_kind != Kind::Whole || !takesBlocks(field)) {
        return false;
    }
    const core::PastedBlock block = core::readPastedBlock(pasted);
    if (!block.isBlock) {
        return false;
    }
    const BlockPlan plan = planBlock(block, field, before);
    if (plan.overwrites) {
        m_fields->say(field,
                      tr("This is a whole contact."),
                      {{tr("Split it up"), [this, block, field, before] {
                            splitBlock(planBlock(block, field, before), field);
                        }}});
    } else {
        splitBlock(plan, field);
    }
    return true;
}

ClientForm::BlockPlan
ClientForm::planBlock(const core::PastedBlock& read, Field field, const QString& before) const
{
    const bool isPerson = text(Field::Type) == QLatin1String("person");
    const core::PastedBlock block = isPerson ? ofPerson(read) : read;
    BlockPlan plan;
    for (const core::PastedRest& one : block.rest) {
        (one.isConfidential ? plan.confidential : plan.rest).append(one.text);
    }
    const core::ClientValues around = typed();
    const auto held = [&](Field one) {
        return one == field ? before : text(one);
    };
    bool otherAddress = false;
    for (const auto& [target, value] : block.values) {
        if (!canFill(target)) {
            plan.rest.append(core::fieldLabel(target) + QStringLiteral(": ") + value);
            continue;
        }
        const QString current = held(target);
        if (target == Field::OtherPhones || target == Field::OtherEmails) {
            plan.texts.emplace_back(target, withFurther(current, value));
            continue;
        }
        const bool isOther = !current.trimmed().isEmpty()
            && core::standardizeValue(target, current, around)
                != core::standardizeValue(target, value, around);
        plan.overwrites = plan.overwrites || isOther;
        otherAddress = otherAddress || (isOther && core::isAddressField(target));
        plan.texts.emplace_back(target, isOther || current.trimmed().isEmpty() ? value : current);
    }
    if (otherAddress) {
        emptyOtherParts(plan.texts);
    }
    const bool staysThere = std::any_of(plan.texts.begin(),
                                        plan.texts.end(),
                                        [field](const auto& text) { return text.first == field; });
    if (!staysThere) {
        plan.texts.emplace_back(field, before);
    }
    // Last, so that undo leads the eye back to where it was pasted.
    std::stable_partition(plan.texts.begin(), plan.texts.end(), [field](const auto& text) {
        return text.first != field;
    });
    return plan;
}

void ClientForm::splitBlock(const BlockPlan& plan, Field field)
{
    m_undo.close();
    setTogether(plan.texts);
    m_undo.close();
    saySplit(field, plan.rest, plan.confidential);
}

void ClientForm::saySplit(Field below, const QStringList& rest, const QStringList& confidential)
{
    QString words = tr("Split into the fields.");
    std::vector<FormNotice::Button> buttons;
    if (!rest.isEmpty()) {
        words += u' ' + tr("Left over: %1").arg(rest.join(QStringLiteral("; ")));
        if (canFill(Field::Notes)) {
            buttons.push_back({tr("Add to the notes"), [this, below, rest, confidential] {
                                   addToNotes(below, rest, confidential);
                               }});
        }
    }
    saySplit(below, words, std::move(buttons), confidential);
}

/// What is confidential stands there as long as something is said of the paste: it is in no field.
void ClientForm::saySplit(Field below,
                          QString words,
                          std::vector<FormNotice::Button> buttons,
                          const QStringList& confidential)
{
    if (!confidential.isEmpty()) {
        words += u' '
            + tr("Confidential, and in no field yet: %1")
                  .arg(confidential.join(QStringLiteral("; ")));
    }
    buttons.push_back({tr("Undo"), [this] {
                           undo();
                       }});
    m_fields->say(below, words, buttons);
    fitInPlace();
}

void ClientForm::addToNotes(Field below, const QStringList& rest, const QStringList& confidential)
{
    QString notes = text(Field::Notes);
    if (!notes.isEmpty() && !notes.endsWith(u'\n')) {
        notes += u'\n';
    }
    m_undo.close();
    setTogether({{Field::Notes, notes + rest.join(u'\n')}});
    m_undo.close();
    saySplit(below, tr("Added to the notes."), {}, confidential);
}

} // namespace ui
