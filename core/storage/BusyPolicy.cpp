#include "core/storage/BusyPolicy.h"

#include "core/storage/BusyWait.h"
#include "core/storage/PlatformVfs.h"

#include <QRandomGenerator>

#include <algorithm>
#include <thread>

namespace core {

using std::chrono::milliseconds;

namespace {

milliseconds uniform(milliseconds from, milliseconds to)
{
    if (to <= from) {
        return from;
    }
    const auto range = static_cast<quint32>((to - from).count()) + 1;
    return from + milliseconds(QRandomGenerator::global()->bounded(range));
}

} // namespace

BusyPolicy BusyPolicy::shared()
{
    BusyPolicy policy;
    policy.pauseAfterCommitFrom = milliseconds(20);
    policy.pauseAfterCommitTo = milliseconds(120);
    return policy;
}

BusyPolicy BusyPolicy::local()
{
    BusyPolicy policy = shared();
    policy.pauseOnlyInCompany = true;
    return policy;
}

BusyPolicy BusyPolicy::forFile(const QString& path)
{
    return isOnNetwork(path.toUtf8().constData()) ? shared() : local();
}

milliseconds jitteredPause(const BusyPolicy& policy, int attempt)
{
    // 2^20 times any pause is beyond every limit, and the shift stays defined
    const auto doubled = policy.firstPause * (1LL << std::clamp(attempt, 0, 20));
    return uniform(milliseconds(0), std::min(policy.longestPause, milliseconds(doubled)));
}

bool BusyWait::pause(const BusyPolicy& policy, int attempt, const std::function<bool()>& isStopped)
{
    const auto now = Clock::now();
    if (attempt == 0) {
        m_since = now;
        m_noticed = false;
    }
    m_company = now;
    const auto waited = now - m_since;
    if (waited >= policy.budget || (isStopped && isStopped())) {
        return false;
    }
    if (!m_noticed && waited >= policy.noticeAfter) {
        m_noticed = true;
        if (policy.onWaiting) {
            policy.onWaiting();
        }
    }
    const auto rest
        = std::chrono::duration_cast<milliseconds>(policy.budget - waited) + milliseconds(1);
    std::this_thread::sleep_for(std::min(jitteredPause(policy, attempt), rest));
    return true;
}

void BusyWait::noteCommit(const BusyPolicy& policy)
{
    constexpr std::chrono::seconds companyLasts(5);
    const auto now = Clock::now();
    if (policy.pauseOnlyInCompany && now - m_company > companyLasts) {
        return;
    }
    m_notBefore = now + uniform(policy.pauseAfterCommitFrom, policy.pauseAfterCommitTo);
}

void BusyWait::pauseAfterCommit() const
{
    std::this_thread::sleep_until(m_notBefore);
}

} // namespace core
