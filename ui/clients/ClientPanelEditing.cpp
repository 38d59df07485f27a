// ClientPanel: a value edited where it stands, its own history, and what is done with confidential ones.
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ValueHistoryDialog.h"
#include "ui/clients/ValueLine.h"
#include "ui/clients/WithdrawDialog.h"

#include <QLabel>
#include <QPointer>

#include <utility>

namespace ui {

using core::Field;

void ClientPanel::editInPlace(Field field)
{
    editLine(field == Field::Name ? m_head->name() : m_profile->lineOf(field));
}

void ClientPanel::editLine(ValueLine* line)
{
    if (line == nullptr || !m_client || line == m_line) {
        return;
    }
    if (m_line != nullptr) {
        m_inPlace->leaveFor([this, line = QPointer<ValueLine>(line)] {
            closeInPlace();
            editLine(line);
        });
        return;
    }
    if (m_inPlace == nullptr) {
        m_inPlace = new ClientForm(m_jobs, ClientForm::Kind::InPlace, this);
        connect(m_inPlace, &ClientForm::closed, this, [this] {
            closeInPlace();
            if (!m_unread->isHidden()) {
                reload(); // nothing keeps the record in view any more
            }
        });
        connect(m_inPlace,
                &ClientForm::saved,
                this,
                [this](core::ClientPk, const core::ClientId&, const QString& words) {
                    if (m_line != nullptr) { // it may have been closed meanwhile
                        const Field field = m_line->fields().front();
                        closeInPlace();
                        m_profile->goOnAt(field);
                    }
                    reload();
                    Q_EMIT said(words, {}, {});
                });
    }
    m_line = line;
    if (m_profile->isAncestorOf(line)) {
        holdHeights(line);
    }
    line->putEditor(m_inPlace);
    m_inPlace->editOnly(*m_client, line->fields());
    m_profile->keepInSight(m_inPlace);
}

void ClientPanel::addValue(Field field)
{
    const auto add = [this, field] {
        closeInPlace();
        m_profile->showEmpty(field);
        editLine(m_profile->lineOf(field));
    };
    if (inPlace() != nullptr) {
        m_inPlace->leaveFor(add);
    } else {
        add();
    }
}

/// What is put into one line takes no room from the others.
void ClientPanel::holdHeights(const ValueLine* line)
{
    for (auto* other : m_profile->findChildren<ValueLine*>()) {
        if (other != line) {
            m_heights.emplace_back(other, other->minimumHeight());
            other->setMinimumHeight(other->height());
        }
    }
}

void ClientPanel::discard()
{
    if (m_line != nullptr) {
        m_inPlace->forgetDraft();
        closeInPlace();
    }
}

void ClientPanel::closeInPlace()
{
    if (m_line == nullptr) {
        return;
    }
    ValueLine* line = std::exchange(m_line, nullptr);
    for (const auto& [other, height] : std::exchange(m_heights, {})) {
        other->setMinimumHeight(height);
    }
    line->takeEditor();
    m_inPlace->setParent(this);
    m_inPlace->hide();
    m_profile->fitLines(); // another one may be edited at once
    line->setFocus();
    if (m_profile->isShowingEmpty()) { // back to where it came from
        m_profile->hideEmpty();
    }
}

bool ClientPanel::hasUnsavedWork() const
{
    return m_line != nullptr && m_inPlace->isDirty();
}

std::optional<ClientDraft> ClientPanel::draft() const
{
    return hasUnsavedWork() ? std::optional(m_inPlace->draft()) : std::nullopt;
}

void ClientPanel::showHistoryOf(Field field)
{
    showHistoryOf(field == Field::Name ? m_head->name() : m_profile->lineOf(field));
}

void ClientPanel::showHistoryOf(const ValueLine* line)
{
    if (line == nullptr) {
        return;
    }
    auto* dialog = new ValueHistoryDialog(
        {line->label(), line->fields()}, m_entries, m_jobs.access().timeZone, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ClientPanel::reveal(const QString& place)
{
    if (!m_client) {
        return;
    }
    m_jobs.run<QString>(
        Lane::Log,
        this,
        [id = m_client->id(), place](core::Office& office, core::Progress&) {
            return office.sealed().reveal(id, place);
        },
        [this, pk = m_client->pk, place](core::Result<QString> value) {
            if (!m_client || m_client->pk != pk) {
                return;
            }
            if (value) {
                m_profile->reveal(place, *value);
            } else {
                Q_EMIT said(value.error().message, {}, {});
            }
        });
}

void ClientPanel::withdraw(const QString& purpose)
{
    if (!m_client) {
        return;
    }
    auto* dialog = new WithdrawDialog(m_jobs, *m_client, purpose, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WithdrawDialog::said, this, [this](const QString& words) {
        reload();
        Q_EMIT said(words, {}, {});
    });
    dialog->open();
}

} // namespace ui
