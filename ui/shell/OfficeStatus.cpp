#include "ui/shell/OfficeStatus.h"

#include "ui/widgets/HelpMark.h"
#include "ui/widgets/Theme.h"

#include <algorithm>

namespace ui {

namespace {

struct Looks
{
    const char* icon;
    theme::Tone tone;
    QString word;
    QString meaning;
};

Looks looksOf(OfficeStatus::State state, const QString& whyReadOnly)
{
    using theme::Tone;
    switch (state) {
    case OfficeStatus::Saved:
        break;
    case OfficeStatus::Saving:
        return {"sync",
                Tone::Muted,
                OfficeStatus::tr("saving…"),
                OfficeStatus::tr("What you saved is on its way into the office. You can go on "
                                 "working.")};
    case OfficeStatus::Colleague:
        return {"people",
                Tone::Muted,
                OfficeStatus::tr("a colleague is saving"),
                OfficeStatus::tr("One saves at a time. Yours comes next, by itself; you can go on "
                                 "working.")};
    case OfficeStatus::Slow:
        return {"clock",
                Tone::Warning,
                OfficeStatus::tr("share slow"),
                OfficeStatus::tr(
                    "The folder of the office takes long to answer: much is going on in the "
                    "network, or the connection is bad. Nothing is lost; lists and saves take "
                    "longer. Over Wi-Fi or VPN, a cable helps.")};
    case OfficeStatus::Away:
        return {"away",
                Tone::Bad,
                OfficeStatus::tr("share away"),
                OfficeStatus::tr(
                    "The folder of the office does not answer. What you have typed stays in this "
                    "window; leave it open. Check the network cable, Wi-Fi or VPN, and whether "
                    "the computer with the folder is on. When it is back, save again.")};
    case OfficeStatus::ReadOnly:
        return {"eye", Tone::Warning, OfficeStatus::tr("read-only"), whyReadOnly};
    }
    return {"check",
            Tone::Muted,
            OfficeStatus::tr("saved"),
            OfficeStatus::tr("Everything that you saved is in the office. What you are typing in a "
                             "form is saved with its Save button.")};
}

} // namespace

OfficeStatus::OfficeStatus(OfficeJobs& jobs, QWidget* parent)
    : QToolButton(parent)
    , m_jobs(jobs)
{
    setObjectName(QStringLiteral("status"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setFont(theme::font(theme::Caption));
    theme::setRules(this,
                    QStringLiteral("QToolButton { border: 2px solid transparent; border-radius: "
                                   "5px; padding: 2px 4px; color: @muted; } QToolButton:hover { "
                                   "background: @line; } QToolButton:focus { border-color: "
                                   "@accent; }"));
    connect(this, &QToolButton::clicked, this, [this] {
        showBubble(this, text(), accessibleDescription());
    });
    connect(&m_jobs, &OfficeJobs::pendingChanged, this, [this] {
        m_waitsForColleague = m_waitsForColleague && m_jobs.pending(Lane::Write) > 0;
        read();
    });
    connect(&m_jobs, &OfficeJobs::shareChanged, this, &OfficeStatus::read);
    connect(&m_jobs, &OfficeJobs::waitingForColleague, this, [this] {
        m_waitsForColleague = true;
        read();
    });
    // As wide as its longest word: what stands beside it does not move about.
    int widest = 0;
    for (const State state : {Colleague, Slow, Away, ReadOnly, Saving, Saved}) {
        show(state);
        widest = std::max(widest, sizeHint().width());
    }
    setMinimumWidth(widest);
    read();
}

void OfficeStatus::read()
{
    const bool isSaving = m_jobs.pending(Lane::Write) > 0;
    show(m_jobs.share() == Share::Away       ? Away
             : m_waitsForColleague           ? Colleague
             : m_jobs.share() == Share::Slow ? Slow
             : m_jobs.access().isReadOnly()  ? ReadOnly
             : isSaving                      ? Saving
                                             : Saved);
}

void OfficeStatus::show(State state)
{
    if (state == m_state && !text().isEmpty()) {
        return;
    }
    m_state = state;
    const Looks looks = looksOf(state, m_jobs.access().readOnlyReason);
    setIcon(theme::icon(looks.icon, looks.tone));
    setText(looks.word);
    setAccessibleName(looks.word);
    setAccessibleDescription(looks.meaning);
    setToolTip(looks.meaning);
}

} // namespace ui
