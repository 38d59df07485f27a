// client consent, client consents, client withdraw-consent; client seal-field
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <memory>

namespace ctl {

namespace {

struct ConsentArguments
{
    std::string id;
    std::string purpose;
    std::string evidence;
    std::string reason;
    std::string name;
};

QJsonObject consentJson(const core::Consent& consent, const QTimeZone& zone)
{
    return {{QStringLiteral("purpose"), consent.purpose},
            {QStringLiteral("evidence"), consent.evidence},
            {QStringLiteral("source"), consent.origin},
            {QStringLiteral("given_at"), timeText(consent.givenAt, zone)},
            {QStringLiteral("recorded_by"), consent.recordedByName},
            {QStringLiteral("withdrawn_at"),
             consent.stands() ? QJsonValue(QJsonValue::Null)
                              : QJsonValue(timeText(consent.withdrawnAt, zone))}};
}

QString consentWords(const core::Consent& consent, const QTimeZone& zone)
{
    const QString state = consent.stands()
        ? QCoreApplication::translate("ctl::Consent", "stands")
        : QCoreApplication::translate("ctl::Consent", "withdrawn");
    const QString evidence = consent.evidence.isEmpty()
        ? QCoreApplication::translate("ctl::Consent", "nobody has said where it is kept")
        : consent.evidence;
    return timeText(consent.givenAt, zone) + u'\t' + core::purposeLabel(consent.purpose) + u'\t'
        + evidence + u'\t' + consent.recordedByName + u'\t' + state + u'\n';
}

Outcome recordConsent(Context& context, const ConsentArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto made = (*office)->sealed().recordConsent(
        {text(arguments.id)}, text(arguments.purpose), text(arguments.evidence));
    if (!made) {
        return made.error();
    }
    const QTimeZone& zone = (*office)->access().timeZone;
    return Outcome(consentJson(*made, zone), consentWords(*made, zone));
}

Outcome listConsents(Context& context, const ConsentArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto all = (*office)->sealed().consents({text(arguments.id)});
    if (!all) {
        return all.error();
    }
    const QTimeZone& zone = (*office)->access().timeZone;
    QJsonArray list;
    QString words;
    for (const core::Consent& consent : *all) {
        list.append(consentJson(consent, zone));
        words += consentWords(consent, zone);
    }
    return Outcome({{QStringLiteral("consents"), list}}, words);
}

Outcome withdrawConsent(Context& context, const ConsentArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto done = (*office)->sealed().withdrawConsent(
        {text(arguments.id)}, text(arguments.purpose), text(arguments.reason));
    if (!done) {
        return done.error();
    }
    return Outcome({{QStringLiteral("withdrawn"), text(arguments.purpose)}},
                   core::purposeLabel(text(arguments.purpose)));
}

/// A name that no record has may be meant for later, or mistyped: it is marked, and said. Whatever this look brings, the
/// marking is done.
bool isForLater(core::Office& office, const QString& name)
{
    auto fields = office.sealed().sealableFields();
    return fields
        && std::any_of(fields->begin(), fields->end(), [&name](const core::SealableField& field) {
               return field.isOwn && field.name == name && field.records == 0;
           });
}

Outcome sealField(Context& context, const ConsentArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto progress = context.progress({});
    auto count = (*office)->sealed().sealCustom(text(arguments.name), progress);
    if (!count) {
        return count.error();
    }
    const bool isLater = *count == 0 && isForLater(**office, text(arguments.name).trimmed());
    return Outcome(
        {{QStringLiteral("field"), text(arguments.name)},
         {QStringLiteral("sealed"), qint64(*count)}},
        isLater
            ? QCoreApplication::translate("ctl::Consent",
                                          "No record has this field yet. What is entered in it "
                                          "from now on is sealed.")
            : QCoreApplication::translate("ctl::Consent", "%n value(s) sealed", "", int(*count)));
}

void addId(CLI::App* command, ConsentArguments& arguments)
{
    command
        ->add_option(
            "ID",
            arguments.id,
            QT_TRANSLATE_NOOP("ctl::Help",
                              "The client id; of a merged record, the one that stayed is meant"))
        ->required();
}

void addPurpose(CLI::App* command, ConsentArguments& arguments)
{
    command
        ->add_option("--purpose",
                     arguments.purpose,
                     QT_TRANSLATE_NOOP("ctl::Help",
                                       "identity (id_number), payment (bank_account), or "
                                       "custom:NAME"))
        ->required()
        ->type_name("TEXT");
}

} // namespace

void addConsentCommands(CommandLine& line)
{
    auto arguments = std::make_shared<ConsentArguments>();
    CLI::App* record = line.add(
        "client",
        "consent",
        QT_TRANSLATE_NOOP("ctl::Help", "Records that the client agreed to a confidential value"),
        "dossierctl client consent CUST202603020001 --purpose identity --evidence \"form 12, "
        "cabinet 3\"");
    addId(record, *arguments);
    addPurpose(record, *arguments);
    record
        ->add_option("--evidence",
                     arguments->evidence,
                     QT_TRANSLATE_NOOP("ctl::Help", "Where the client's word is kept"))
        ->required()
        ->type_name("TEXT");
    line.onRun(record,
               [arguments](Context& context) { return recordConsent(context, *arguments); });

    CLI::App* list = line.add("client",
                              "consents",
                              QT_TRANSLATE_NOOP("ctl::Help", "What the client agreed to"),
                              "dossierctl client consents CUST202603020001");
    addId(list, *arguments);
    line.onRun(list, [arguments](Context& context) { return listConsents(context, *arguments); });

    CLI::App* withdraw = line.add(
        "client",
        "withdraw-consent",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "The client agrees no more: the value is destroyed for good"),
        "dossierctl client withdraw-consent CUST202603020001 --purpose identity --reason \"by "
        "phone\"");
    addId(withdraw, *arguments);
    addPurpose(withdraw, *arguments);
    withdraw
        ->add_option("--reason",
                     arguments->reason,
                     QT_TRANSLATE_NOOP("ctl::Help", "Why; goes into the history"))
        ->type_name("TEXT");
    line.onRun(withdraw,
               [arguments](Context& context) { return withdrawConsent(context, *arguments); });

    CLI::App* field = line.add(
        "client",
        "seal-field",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Makes one of the office's own fields confidential, with what stands in "
                          "it; what the history says of it stays readable"),
        "dossierctl client seal-field \"Passport\"");
    field
        ->add_option("NAME",
                     arguments->name,
                     QT_TRANSLATE_NOOP("ctl::Help", "The own field's name, as in the records"))
        ->required();
    line.onRun(field, [arguments](Context& context) { return sealField(context, *arguments); });
}

} // namespace ctl
