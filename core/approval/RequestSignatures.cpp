#include "core/approval/RequestSignatures.h"

#include "core/security/UserStore.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

QString signatureProblem(const char* sentence)
{
    return QCoreApplication::translate("core::RequestSignatures", sentence);
}

bool isApprovedState(RequestState state)
{
    return state == RequestState::Approved || state == RequestState::Partly;
}

} // namespace

RequestSignatures::RequestSignatures(Connection& connection, QByteArray officeId)
    : m_connection(connection)
    , m_chain(connection, std::move(officeId))
{ }

Result<RequestSignatures::CheckedEntry> RequestSignatures::entry(std::int64_t seq)
{
    if (const auto known = m_checked.constFind(seq); known != m_checked.constEnd()) {
        return *known;
    }
    CheckedEntry checked;
    auto found = m_chain.entry(seq);
    if (!found) {
        return found.error();
    }
    if (*found) {
        auto problem = m_chain.problemOf(**found);
        if (!problem) {
            return problem.error();
        }
        checked.problem = problem->value_or(QString{});
        checked.entry = *std::move(found);
    } else {
        checked.problem = signatureProblem(
            QT_TRANSLATE_NOOP("core::RequestSignatures", "Its entry in the log is missing."));
    }
    m_checked.insert(seq, checked);
    return checked;
}

Result<RequestSignature> RequestSignatures::signature(const Request& signedForm,
                                                      bool isAsked,
                                                      const std::vector<QByteArray>& keys)
{
    const UserPk signer = isAsked ? signedForm.requestedBy : signedForm.decidedBy;
    RequestSignature signature;
    signature.what = isAsked ? QStringLiteral("asked") : requestStateName(signedForm.state);
    signature.at = isAsked ? signedForm.requestedAt : signedForm.decidedAt;
    signature.auditSeq = isAsked ? signedForm.askedSeq : signedForm.decidedSeq;
    auto user = UserStore(m_connection).byPk(signer);
    if (!user) {
        return user.error();
    }
    if (*user) {
        signature.user = (*user)->name;
        signature.role = roleName((*user)->role);
    }
    auto checked = entry(signature.auditSeq);
    if (!checked) {
        return checked.error();
    }
    auto said = RequestStore(m_connection).signedHash(signedForm.pk, signature.auditSeq);
    if (!said) {
        return said.error();
    }
    const bool isTheirs = std::any_of(keys.begin(), keys.end(), [&](const QByteArray& key) {
        return RequestStore::hash(signedForm, key) == *said;
    });
    if (!checked->problem.isEmpty()) {
        signature.problem = checked->problem;
    } else if (checked->entry->actor != signer) {
        signature.problem = signatureProblem(QT_TRANSLATE_NOOP(
            "core::RequestSignatures", "Somebody else signed it than the request says."));
    } else if (!isTheirs) {
        signature.problem = signatureProblem(QT_TRANSLATE_NOOP(
            "core::RequestSignatures", "The request was changed after it was signed."));
    } else if (!isAsked && isApprovedState(signedForm.state) && signer == signedForm.requestedBy) {
        signature.problem = signatureProblem(QT_TRANSLATE_NOOP(
            "core::RequestSignatures", "It was approved by the person who asked for it."));
    }
    signature.verified = signature.problem.isEmpty();
    return signature;
}

Result<std::vector<RequestSignature>> RequestSignatures::of(const Request& request)
{
    auto keys = RequestStore(m_connection).keysFor(request.client);
    if (!keys) {
        return keys.error();
    }
    std::vector<RequestSignature> signatures;
    auto asked = signature(RequestStore::asAsked(request), true, *keys);
    if (!asked) {
        return asked.error();
    }
    signatures.push_back(*std::move(asked));
    if (request.state != RequestState::Open) {
        auto decided = signature(request, false, *keys);
        if (!decided) {
            return decided.error();
        }
        signatures.push_back(*std::move(decided));
    }
    return signatures;
}

Result<std::vector<RequestProblem>> RequestSignatures::check(Progress& progress)
{
    const RequestStore store(m_connection);
    std::vector<RequestProblem> problems;
    std::optional<Error> failure;
    std::int64_t done = 0;
    auto walked = store.forEach({}, [&](RequestRow& row) {
        Request& request = row.request;
        if (!progress.step(++done, 0)) {
            failure = cancelledError();
            return false;
        }
        auto changes = store.changesOf(request.pk);
        if (!changes) {
            failure = changes.error();
            return false;
        }
        request.changes = *std::move(changes);
        auto signatures = of(request);
        if (!signatures && signatures.error().code == ErrorCode::Corrupt) {
            problems.push_back({request.pk, signatures.error().message});
            return true;
        }
        if (!signatures) {
            failure = signatures.error();
            return false;
        }
        for (const RequestSignature& one : *signatures) {
            if (!one.verified) {
                problems.push_back({request.pk, one.problem});
            }
        }
        return true;
    });
    if (!walked) {
        return walked.error();
    }
    if (failure) {
        return *failure;
    }
    return problems;
}

} // namespace core
