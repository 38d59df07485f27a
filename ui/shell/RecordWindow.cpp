#include "ui/shell/RecordWindow.h"

#include "ui/clients/ClientPanel.h"
#include "ui/clients/TrashDialog.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Toast.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize recordSize{620, 720};

} // namespace

RecordWindow::RecordWindow(OfficeJobs& jobs, core::ClientPk client, core::ClientId id)
    : m_jobs(jobs)
    , m_client(client)
    , m_id(std::move(id))
    , m_stack(new QStackedWidget(this))
    , m_panel(new ClientPanel(jobs, m_stack))
    , m_form(new ClientForm(jobs, m_stack))
    , m_toast(new Toast(this))
{
    resize(recordSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_form);
    connectRecord();
    connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+W")), this),
            &QShortcut::activated,
            this,
            &QWidget::close);
    connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+K")), this),
            &QShortcut::activated,
            this,
            &RecordWindow::paletteWanted);
    connect(&m_jobs, &OfficeJobs::officeChanged, this, &RecordWindow::refresh);
    connect(&m_jobs, &OfficeJobs::othersSaved, this, &RecordWindow::refresh);
    showOther(m_id);
}

/// From then on the window is that one's.
void RecordWindow::showOther(const core::ClientId& id)
{
    m_id = id;
    // A client's name stands in no window title: the task bar and other programs read them.
    setWindowTitle(tr("%1 - %2 - Dossier").arg(m_id.value, m_jobs.access().officeName));
    m_panel->showClient(m_id);
}

void RecordWindow::connectRecord()
{
    // What was done may come to its end when this window is closed.
    const auto say = [toast = QPointer<Toast>(m_toast)](const QString& text,
                                                        const QString& undoLabel,
                                                        const std::function<void()>& undo) {
        if (toast) {
            toast->say(text, undoLabel, undo);
        }
    };
    connect(m_panel, &ClientPanel::said, this, say);
    connect(m_panel, &ClientPanel::editWanted, this, [this](const core::Client& client) {
        m_form->edit(client);
        m_stack->setCurrentWidget(m_form);
    });
    connect(m_panel,
            &ClientPanel::trashWanted,
            this,
            [this, say](core::ClientPk client, const QString& name) {
                auto* dialog = new TrashDialog(m_jobs, {client}, name, say, this);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->open();
            });
    connect(m_panel, &ClientPanel::restoreWanted, this, [this, say](core::ClientPk client) {
        restoreClients(m_jobs, this, {client}, say);
    });
    connect(m_form, &ClientForm::closed, this, &RecordWindow::showRecord);
    connect(m_form, &ClientForm::openWanted, this, [this](const core::ClientId& id) {
        showOther(id);
        m_stack->setCurrentWidget(m_panel);
    });
    connect(m_panel, &ClientPanel::shown, this, [this](core::ClientPk pk) { m_client = pk; });
    connect(m_form,
            &ClientForm::saved,
            this,
            [this, say](core::ClientPk, const core::ClientId&, const QString& words) {
                say(words, {}, {});
                showRecord();
            });
}

void RecordWindow::showRecord()
{
    m_stack->setCurrentWidget(m_panel);
    m_panel->showClient(m_id);
    m_panel->setFocus();
}

bool RecordWindow::hasUnsavedWork() const
{
    return isEditing() || m_panel->hasUnsavedWork();
}

std::optional<ClientDraft> RecordWindow::draft() const
{
    return isEditing() ? std::optional(m_form->draft()) : m_panel->draft();
}

void RecordWindow::restore(const ClientDraft& draft)
{
    m_form->restore(draft);
    m_stack->setCurrentWidget(m_form);
}

bool RecordWindow::isEditing() const
{
    return m_stack->currentWidget() == m_form && m_form->isDirty();
}

void RecordWindow::saveNow()
{
    (isEditing() ? m_form : m_panel->inPlace())->saveNow();
}

void RecordWindow::discard()
{
    m_panel->discard();
    m_form->forgetDraft();
    m_stack->setCurrentWidget(m_panel);
}

void RecordWindow::refresh()
{
    m_panel->reload();
}

void RecordWindow::closeEvent(QCloseEvent* event)
{
    for (ClientForm* form : {m_form, m_panel->inPlace()}) {
        if (form != nullptr && form->isSaving()) {
            event->ignore();
            form->leaveFor({}); // says why not
            return;
        }
    }
    if (hasUnsavedWork()) {
        event->ignore();
        ask(this,
            tr("Unsaved changes"),
            tr("What you typed is not saved yet."),
            tr("Close without saving"),
            [this] {
                discard();
                close();
            });
        return;
    }
    event->accept();
    Q_EMIT closed();
}

} // namespace ui
