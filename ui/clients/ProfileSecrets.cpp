// ProfileView: what is confidential, masked until somebody who may asks for it; and the consents that it rests on.
#include "core/records/SealedStore.h"
#include "ui/clients/ProfileView.h"
#include "ui/clients/ValueLine.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ScreenPrivacy.h"
#include "ui/widgets/SecretClipboard.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace ui {

void ProfileView::addConfidential(const QString& label, const QString& place, const QString& token)
{
    auto* line = new QWidget(m_grid->parentWidget());
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(ValueLine::edge());
    row->setSpacing(theme::space(3));
    Masked masked;
    masked.token = token;
    masked.value = new QLabel(core::sealedMask(), line);
    masked.value->setTextFormat(Qt::PlainText);
    masked.value->setAccessibleName(tr("%1: confidential").arg(label));
    row->addWidget(masked.value);
    if (m_around.mayReveal) {
        masked.button = new QPushButton(theme::icon("eye"), tr("Show"), line);
        masked.button->setAccessibleName(tr("Show %1").arg(label));
        masked.button->setToolTip(tr("For 30 seconds; the log says who looked."));
        row->addWidget(masked.button);
        connect(masked.button, &QPushButton::clicked, this, [this, place] { pressed(place); });
    } else {
        masked.value->setToolTip(tr("Only data administrators can open this."));
    }
    row->addStretch(1);
    m_masked.insert(place, masked);
    addRow(makeName(label), line);
    ++m_rows;
}

void ProfileView::addConsents()
{
    for (const core::Consent& consent : m_around.consents) {
        QStringList words{
            core::purposeLabel(consent.purpose),
            consent.evidence.isEmpty() ? tr("nobody has said where it is kept") : consent.evidence,
            consent.recordedByName,
            QLocale().toString(consent.givenAt.toTimeZone(m_zone).date(), QLocale::ShortFormat)};
        if (!consent.stands()) {
            words.append(tr("withdrawn %1")
                             .arg(QLocale().toString(consent.withdrawnAt.toTimeZone(m_zone).date(),
                                                     QLocale::ShortFormat)));
        }
        const QString text = words.join(QStringLiteral(" · "));
        if (consent.stands() && m_around.mayWithdraw) {
            addStandingConsent(consent, text);
        } else {
            addValue(tr("Consent"), text);
        }
    }
}

void ProfileView::addStandingConsent(const core::Consent& consent, const QString& words)
{
    auto* line = new QWidget(m_grid->parentWidget());
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    row->addWidget(makeValue(tr("Consent"), words), 1);
    keepWordsWhole(line);
    auto* button = new QPushButton(tr("Withdraw…"), line);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setAccessibleName(
        tr("Withdraw the consent: %1").arg(core::purposeLabel(consent.purpose)));
    button->setToolTip(tr("The client agrees no more: what is kept for it is destroyed."));
    row->addWidget(button, 0, Qt::AlignTop);
    connect(button, &QPushButton::clicked, this, [this, purpose = consent.purpose] {
        Q_EMIT withdrawWanted(purpose);
    });
    addRow(makeName(tr("Consent")), line);
    ++m_rows;
}

void ProfileView::pressed(const QString& place)
{
    if (m_masked[place].text.isEmpty()) {
        Q_EMIT revealWanted(place);
        return;
    }
    copySecret(m_masked[place].text);
    m_masked[place].button->setToolTip(secretCopiedWords());
}

void ProfileView::reveal(const QString& place, const QString& text, std::chrono::milliseconds stays)
{
    const auto found = m_masked.find(place);
    if (found == m_masked.end() || found->button == nullptr) {
        return; // another record stands here by now
    }
    if (!m_privacy) {
        m_privacy = std::make_unique<ScreenPrivacy>(this);
    }
    found->text = text;
    found->until.setRemainingTime(stays);
    found->value->setText(text);
    found->button->setText(tr("Copy"));
    found->button->setIcon({});
    QTimer::singleShot(stays, found->value, [this, place] { mask(place); });
}

QHash<QString, ProfileView::Masked> ProfileView::revealed() const
{
    QHash<QString, Masked> shown;
    for (auto one = m_masked.begin(); one != m_masked.end(); ++one) {
        if (!one->text.isEmpty()) {
            shown.insert(one.key(), *one);
        }
    }
    return shown;
}

/// No longer than it would have stayed, and not where it is another value by now or this person may not open it any more.
void ProfileView::revealAgain(const QHash<QString, Masked>& before)
{
    for (auto one = before.begin(); one != before.end(); ++one) {
        const auto now = m_masked.constFind(one.key());
        if (now != m_masked.cend() && now->token == one->token && !one->until.hasExpired()) {
            reveal(one.key(), one->text, std::chrono::milliseconds(one->until.remainingTime()));
        }
    }
    if (revealed().isEmpty()) {
        m_privacy.reset();
    }
}

void ProfileView::mask(const QString& place)
{
    const auto found = m_masked.find(place);
    if (found == m_masked.end() || found->text.isEmpty()) {
        return;
    }
    found->text.clear();
    found->value->setText(core::sealedMask());
    found->button->setText(tr("Show"));
    found->button->setIcon(theme::icon("eye"));
    const bool anyLeft = std::any_of(
        m_masked.begin(), m_masked.end(), [](const Masked& one) { return !one.text.isEmpty(); });
    if (!anyLeft) {
        m_privacy.reset();
    }
}

void ProfileView::maskAll()
{
    const QStringList places = m_masked.keys();
    for (const QString& place : places) {
        mask(place);
    }
}

} // namespace ui
