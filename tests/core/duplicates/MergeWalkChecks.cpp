// What has to be true of the records of a walk.
#include "core/duplicates/MergeWalk.h"
#include "core/records/ConsentStore.h"
#include "core/records/HistoryStore.h"
#include "core/records/SealedService.h"
#include "core/records/SealedStore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace duplicatestest {

namespace {

QStringList tokensIn(const ClientValues& values)
{
    QStringList tokens{values.value(Field::IdNumber), values.value(Field::BankAccount)};
    const QJsonObject own = QJsonDocument::fromJson(values.value(Field::Custom).toUtf8()).object();
    tokens.append(own.value(sealedOwnField).toString());
    tokens.removeAll(QString());
    return tokens;
}

} // namespace

void MergeWalk::checkAlone()
{
    for (const int record : visible()) {
        if (!isAlone(record)) {
            continue;
        }
        const ExpectedRecord& expected = m_records[std::size_t(record)];
        const Client now = m_office.now(expected.begin);
        const QString problem = expected.problemWith(now);
        ++m_tally.checks;
        m_tally.loose += differences(expected.own(), now.values).empty() ? 0 : 1;
        if (!problem.isEmpty()) {
            fail(problem);
        }
    }
}

void MergeWalk::checkAll()
{
    for (const ExpectedRecord& record : m_records) {
        const Client now = m_office.now(record.begin);
        const UserPk owner = need(UserStore(m_office.connection()).pkOf(now.value(Field::Owner)));
        if (owner != now.owner) {
            fail(now.id().value + u" has another owner than its field says"_s);
        }
        checkHistory(now);
        checkSealed(now);
    }
    checkRequests();
    if (m_office.number("SELECT count(*) FROM sealed_values") != m_sealed) {
        fail(u"confidential values were lost or doubled"_s);
    }
    if (m_office.number("SELECT count(*) FROM consents") != m_consents) {
        fail(u"consents were lost or doubled"_s);
    }
}

void MergeWalk::checkRequests()
{
    for (const ExpectedRecord& record : m_records) {
        for (const qint64 request : record.requests) {
            if (m_office.clientOfRequest(request) != record.begin.pk) {
                fail(u"request %1 is not with %2"_s.arg(request).arg(record.begin.id().value));
            }
        }
        const auto count = need(m_office.connection()
                                    .statement("SELECT count(*) FROM requests WHERE client_pk = ?")
                                    .bindAll(record.begin.pk)
                                    .one([](const Statement& row) { return row.int64(0); }));
        if (count != qint64(record.requests.size())) {
            fail(u"%1 has requests of others"_s.arg(record.begin.id().value));
        }
    }
}

/// From its first entry on, each says what the one before left, and the last what the record is.
void MergeWalk::checkHistory(const Client& now)
{
    const auto entries = need(HistoryStore(m_office.connection()).ofClient(now.pk));
    ClientValues values;
    int version = 0;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->clientVersion != ++version) {
            fail(u"%1 has no history of version %2"_s.arg(now.id().value).arg(version));
        }
        for (const FieldChange& change : entry->changes) {
            if (values.value(change.field) != change.before && version > 1
                && change.field != Field::Status) {
                fail(u"the history of %1 has a gap before version %2"_s.arg(now.id().value)
                         .arg(version));
            }
            values.set(change.field, change.after);
        }
    }
    if (version != now.version || !differences(values, now.values).empty()) {
        fail(u"the history of %1 does not end with what it is"_s.arg(now.id().value));
    }
}

/// Each is there, and was entered for this record or one that it was merged with.
void MergeWalk::checkSealed(const Client& now)
{
    Connection& connection = m_office.connection();
    const auto keys = need(sealedKeysNow(m_office.context()));
    for (const QString& token : tokensIn(now.values)) {
        const auto stored = need(SealedStore(connection).byToken(token));
        if (!stored) {
            fail(u"%1 has a confidential value that is not kept"_s.arg(now.id().value));
        }
        const auto opened = need(openToken(m_office.context(), *keys, token));
        if (opened.place.client == now.id().value) {
            continue;
        }
        SealedService sealed(m_office.context(), m_office.writer());
        const QString text = need(sealed.reveal(now.id(), opened.place.field));
        if (text != opened.text) {
            fail(u"%1 shows another confidential value"_s.arg(now.id().value));
        }
    }
}

} // namespace duplicatestest
