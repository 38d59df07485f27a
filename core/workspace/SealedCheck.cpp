// The part of OfficeCheck that looks at confidential values. That a record's token was exchanged its row hash shows; here it is
// asked whether the value behind the token is there, and, for whoever has the role's key, whether it is the one committed to.
#include "core/records/SealedStore.h"
#include "core/storage/Statement.h"
#include "core/workspace/OfficeCheck.h"

#include <QCoreApplication>

namespace core {

namespace {

QString saySealed(const char* sentence)
{
    return QCoreApplication::translate("core::OfficeCheck", sentence);
}

struct HeldToken
{
    QString client;
    QString field;
    StoredSealed stored; ///< empty token: the value is gone
    QString token;
};

} // namespace

Result<> OfficeCheck::checkSealed(Progress& progress)
{
    auto held
        = m_office.reader
              .statement(
                  "SELECT c.id, t.field, t.token, v.epoch, v.box, v.client_pk, v.field FROM ("
                  " SELECT pk, 'id_number' AS field, id_number AS token FROM clients"
                  " WHERE id_number <> '' UNION ALL SELECT pk, 'bank_account', bank_account"
                  " FROM clients WHERE bank_account <> '' UNION ALL"
                  " SELECT c.pk, 'custom:' || j.key, j.value FROM clients c, json_each(c.custom) j"
                  " WHERE instr(c.custom, 'sealed:') > 0 AND j.value LIKE 'sealed:%') t"
                  " JOIN clients c ON c.pk = t.pk LEFT JOIN sealed_values v ON v.token = t.token"
                  " WHERE c.status NOT IN ('merged', 'erased')")
              .all([](const Statement& row) {
                  HeldToken one{row.text(0), row.text(1), {}, row.text(2)};
                  if (!row.isNull(3)) {
                      one.stored = {{one.token, std::uint32_t(row.int64(3)), row.blob(4)},
                                    row.id<ClientPk>(5),
                                    row.text(6)};
                  }
                  return one;
              });
    if (!held) {
        return held.error();
    }
    auto keys = sealedKeysNow(m_office);
    if (!keys) {
        return keys.error();
    }
    std::int64_t at = 0;
    for (const HeldToken& one : *held) {
        if (!progress.step(++at, std::int64_t(held->size()))) {
            return cancelledError();
        }
        if (one.stored.box.token.isEmpty()) {
            add("sealed",
                one.client,
                saySealed(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                            "A confidential value of this record is not there any "
                                            "more.")));
            continue;
        }
        const bool isReadable = (*keys)->mayOpen();
        auto opened = isReadable ? openValue(**keys, m_office.officeId, one.stored.box)
                                 : Result<SealedContent>(SealedContent{{{}, one.field}, {}});
        if (one.stored.field != one.field || !opened || opened->place.field != one.field) {
            add("sealed",
                one.client,
                saySealed(QT_TRANSLATE_NOOP("core::OfficeCheck",
                                            "A confidential value of this record is not the one "
                                            "that was entered.")));
        }
    }
    return {};
}

} // namespace core
