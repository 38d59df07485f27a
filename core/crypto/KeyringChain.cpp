#include "core/crypto/KeyringChain.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr std::string_view statementContext = "dossier-keyring-statement";
constexpr qsizetype mostTextBytes = 1024;

Error chainError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::KeyringChain", text), {}};
}

Error forgedChain()
{
    return chainError(ErrorCode::Corrupt,
                      QT_TRANSLATE_NOOP("core::KeyringChain",
                                        "The keyring of this office was changed by somebody who "
                                        "may not. Do not go on; tell the data administrator."));
}

std::size_t placeOf(const std::vector<KeyringUser>& people, const QByteArray& uuid)
{
    const auto found = std::find_if(
        people.begin(), people.end(), [&uuid](const KeyringUser& one) { return one.uuid == uuid; });
    return std::size_t(found - people.begin());
}

} // namespace

QByteArray rootUuid()
{
    return QByteArray(uuidBytes, '\0');
}

bool isAdministrator(QStringView role)
{
    return role == u"data_admin";
}

QString personKey(QStringView name)
{
    return name.trimmed().toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
}

void KeyringStatement::write(ByteWriter& writer) const
{
    writer.u8(std::uint8_t(kind));
    writer.fixed(subject);
    writer.text(name);
    writer.text(role);
    writer.sized(keys.sign);
    writer.sized(keys.seal);
    writer.u32(epoch);
    writer.sized(commitment);
    writer.fixed(signer);
    writer.sized(signature);
}

KeyringStatement KeyringStatement::read(ByteReader& reader)
{
    KeyringStatement statement;
    statement.kind = StatementKind(reader.u8());
    statement.subject = reader.fixed(uuidBytes);
    statement.name = reader.text(mostTextBytes);
    statement.role = reader.text(mostTextBytes);
    statement.keys.sign = reader.sized(digestBytes);
    statement.keys.seal = reader.sized(digestBytes);
    statement.epoch = reader.u32();
    statement.commitment = reader.sized(digestBytes);
    statement.signer = reader.fixed(uuidBytes);
    statement.signature = reader.sized(signatureBytes);
    return statement;
}

QByteArray KeyringChain::signedBytes(const KeyringStatement& statement) const
{
    KeyringStatement bare = statement;
    bare.signature.clear();
    ByteWriter writer;
    writer.fixed(m_officeId);
    writer.u64(m_statements.size());
    writer.fixed(m_hashes.empty() ? QByteArray(digestBytes, '\0') : m_hashes.back());
    bare.write(writer);
    return writer.bytes();
}

bool KeyringChain::isSigned(const KeyringStatement& statement) const
{
    const QByteArray key = m_statements.empty() ? statement.keys.sign : activeKey(statement.signer);
    return verifySignature(key, statementContext, signedBytes(statement), statement.signature);
}

namespace {

bool hasKeys(const KeyringStatement& statement)
{
    return statement.keys.sign.size() == digestBytes && statement.keys.seal.size() == digestBytes;
}

} // namespace

Result<> KeyringChain::allows(const KeyringStatement& statement) const
{
    if (m_statements.empty()) {
        return statement.kind == StatementKind::Found && statement.signer == rootUuid()
            ? Result<>()
            : Result<>(forgedChain());
    }
    const KeyringUser* signer = person(statement.signer);
    const bool administrator = statement.signer == rootUuid()
        || (signer != nullptr && signer->active && isAdministrator(signer->role));
    if (!administrator || m_statements.size() >= mostStatements) {
        return chainError(
            ErrorCode::Denied,
            QT_TRANSLATE_NOOP("core::KeyringChain", "Only a data administrator may do that."));
    }
    return fits(statement);
}

Result<> KeyringChain::allowsAdmission(const KeyringStatement& statement) const
{
    if (person(statement.subject) != nullptr || statement.subject == rootUuid()
        || !hasKeys(statement)) {
        return forgedChain();
    }
    if (named(statement.name) != nullptr) {
        return chainError(
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("core::KeyringChain", "There is a user with this name already."));
    }
    return {};
}

/// Whoever signed it: can it be said after what stands there?
Result<> KeyringChain::fits(const KeyringStatement& statement) const
{
    switch (statement.kind) {
    case StatementKind::Admit:
        return allowsAdmission(statement);
    case StatementKind::SetRole:
    case StatementKind::Disable:
    case StatementKind::Enable:
        break;
    case StatementKind::NewKeys:
        if (!hasKeys(statement)) {
            return forgedChain();
        }
        break;
    case StatementKind::NewEpoch:
        return statement.commitment.size() == digestBytes
                && !m_commitments.contains(statement.epoch)
            ? Result<>()
            : Result<>(forgedChain());
    case StatementKind::NewRoot:
        return hasKeys(statement) ? Result<>() : Result<>(forgedChain());
    case StatementKind::NewSealingKey:
        return statement.keys.seal.size() == digestBytes && statement.epoch > m_sealing.epoch
            ? Result<>()
            : Result<>(forgedChain());
    case StatementKind::Found:
    default: // a number that this program does not know
        return forgedChain();
    }
    return person(statement.subject) != nullptr
        ? Result<>()
        : Result<>(chainError(ErrorCode::NotFound,
                              QT_TRANSLATE_NOOP("core::KeyringChain", "There is no such user.")));
}

void KeyringChain::changeKeys(const QByteArray& uuid, const QByteArray& signKey)
{
    const std::uint64_t here = m_statements.size();
    for (KeyPeriod& period : m_keys) {
        if (period.uuid == uuid && period.until == 0) {
            period.until = here;
        }
    }
    m_keys.push_back({uuid, signKey, here, 0});
}

void KeyringChain::apply(const KeyringStatement& statement)
{
    const std::size_t place = placeOf(m_people, statement.subject);
    // allows() let pass only statements about people who are there, but for those that bring one.
    switch (statement.kind) {
    case StatementKind::Found:
    case StatementKind::NewRoot:
        m_root = statement.keys;
        changeKeys(rootUuid(), statement.keys.sign);
        break;
    case StatementKind::Admit:
        m_people.push_back(
            {statement.subject, statement.name, statement.role, true, statement.keys});
        changeKeys(statement.subject, statement.keys.sign);
        break;
    case StatementKind::SetRole:
        m_people[place].role = statement.role;
        break;
    case StatementKind::Disable:
        m_people[place].active = false;
        break;
    case StatementKind::Enable:
        m_people[place].active = true;
        break;
    case StatementKind::NewKeys:
        m_people[place].keys = statement.keys;
        changeKeys(statement.subject, statement.keys.sign);
        break;
    case StatementKind::NewEpoch:
        m_commitments.insert(statement.epoch, statement.commitment);
        break;
    case StatementKind::NewSealingKey:
        m_sealing = {statement.epoch, statement.keys.seal};
        break;
    }
    const QByteArray hashed = signedBytes(statement) + statement.signature;
    m_statements.push_back(statement);
    m_hashes.push_back(digest(hashed));
}

KeyringChain KeyringChain::found(const QByteArray& officeId, const Identity& root)
{
    KeyringChain chain(officeId);
    KeyringStatement first;
    first.keys = root.publicKeys();
    first.signature = root.sign(statementContext, chain.signedBytes(first));
    chain.apply(first);
    return chain;
}

Result<KeyringChain> KeyringChain::replay(const QByteArray& officeId,
                                          const std::vector<KeyringStatement>& statements)
{
    KeyringChain chain(officeId);
    for (const KeyringStatement& statement : statements) {
        if (!chain.allows(statement) || !chain.isSigned(statement)) {
            return forgedChain();
        }
        chain.apply(statement);
    }
    if (chain.m_statements.empty()) {
        return forgedChain();
    }
    return chain;
}

Result<>
KeyringChain::append(KeyringStatement statement, const QByteArray& signer, const Identity& identity)
{
    statement.signer = signer;
    if (auto allowed = allows(statement); !allowed) {
        return allowed;
    }
    statement.signature = identity.sign(statementContext, signedBytes(statement));
    if (!isSigned(statement)) {
        return forgedChain(); // these are not the signer's keys any more
    }
    apply(statement);
    return {};
}

QByteArray KeyringChain::hashAt(std::uint64_t sequence) const
{
    return sequence < m_hashes.size() ? m_hashes[std::size_t(sequence)] : QByteArray();
}

const KeyringUser* KeyringChain::person(const QByteArray& uuid) const
{
    const std::size_t place = placeOf(m_people, uuid);
    return place < m_people.size() ? &m_people[place] : nullptr;
}

const KeyringUser* KeyringChain::named(QStringView name) const
{
    const QString wanted = personKey(name);
    const auto found
        = std::find_if(m_people.begin(), m_people.end(), [&wanted](const KeyringUser& one) {
              return personKey(one.name) == wanted;
          });
    return found == m_people.end() ? nullptr : &*found;
}

QByteArray KeyringChain::activeKey(const QByteArray& uuid) const
{
    if (uuid == rootUuid()) {
        return m_root.sign;
    }
    const KeyringUser* known = person(uuid);
    return known != nullptr && known->active ? known->keys.sign : QByteArray();
}

bool KeyringChain::knowsKey(const QByteArray& uuid, const QByteArray& signKey) const
{
    return std::any_of(m_keys.begin(), m_keys.end(), [&](const KeyPeriod& period) {
        return period.uuid == uuid && period.signKey == signKey;
    });
}

QByteArray KeyringChain::commitment(std::uint32_t epoch) const
{
    return m_commitments.value(epoch);
}

} // namespace core
