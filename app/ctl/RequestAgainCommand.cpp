// request again
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"

#include <QCoreApplication>

namespace ctl {

namespace {

core::Result<core::RequestPk> requestNumbered(const std::string& words)
{
    if (const auto pk = core::requestByText(text(words))) {
        return *pk;
    }
    return core::Error{
        core::ErrorCode::NotFound,
        QCoreApplication::translate("ctl::Request", "There is no request with this number."),
        {}};
}

Outcome askAgain(Context& context, const std::string& id)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto pk = requestNumbered(id);
    if (!pk) {
        return pk.error();
    }
    auto outcome = (*office)->changes().askAgain(*pk);
    if (!outcome || outcome->refusal) {
        return outcome ? *outcome->refusal : outcome.error();
    }
    QJsonArray applied;
    for (const core::Field field : outcome->applied) {
        applied.append(core::fieldName(field));
    }
    QStringList asked;
    for (const core::RequestPk request : outcome->requests) {
        asked.append(core::requestText(request));
    }
    return Outcome({{QStringLiteral("id"), outcome->id.value},
                    {QStringLiteral("applied"), applied},
                    {QStringLiteral("request"),
                     asked.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(asked.first())},
                    {QStringLiteral("requests"), QJsonArray::fromStringList(asked)},
                    {QStringLiteral("version"), outcome->version}},
                   asked.isEmpty() ? QCoreApplication::translate(
                       "ctl::Request", "The record has these values already.")
                                   : QCoreApplication::translate("ctl::Request", "Asked for: %1")
                                         .arg(asked.join(QStringLiteral(", "))));
}

} // namespace

void addRequestAgain(CommandLine& line)
{
    auto id = std::make_shared<std::string>();
    CLI::App* again
        = line.add("request",
                   "again",
                   QT_TRANSLATE_NOOP("ctl::Help",
                                     "Asks for the same values again, on the record as it is now"),
                   "dossierctl request again R-12");
    line.teach(again,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "For one's own request that was rejected, withdrawn or sent back, or that waits "
                   "although the record has changed in what it asks for."));
    again->add_option("ID", *id, QT_TRANSLATE_NOOP("ctl::Help", "Number of the request, as R-12"))
        ->required();
    line.onRun(again, [id](Context& context) { return askAgain(context, *id); });
}

} // namespace ctl
