#include "ui/clients/CompareDialog.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr QSize compareSize{720, 480};

/// Long lists and what is confidential say nothing here.
bool isCompared(Field field)
{
    return core::isEditable(field) && !core::isSealed(field) && field != Field::Contacts
        && field != Field::Custom;
}

} // namespace

CompareDialog::CompareDialog(OfficeJobs& jobs,
                             core::ClientValues typed,
                             const core::DuplicateHint& hint,
                             QWidget* parent)
    : QDialog(parent)
    , m_typed(core::standardizeClient(typed))
    , m_table(new QTableWidget(0, 4, this))
    , m_state(new StateView(this))
{
    setWindowTitle(tr("Compare"));
    resize(compareSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(4), theme::space(5), theme::space(4));
    column->setSpacing(theme::space(2));
    QLabel* heading = makeText(this, tr("Is this the same client?"));
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* why = makeText(this, tr("Why: %1").arg(hint.reasons.join(tr("; "))));
    setTone(why, theme::Tone::Muted);
    column->addWidget(why);
    column->addSpacing(theme::space(1));
    m_table->setHorizontalHeaderLabels({tr("Field"), tr("Typed here"), tr("In the office"), {}});
    m_table->setAccessibleName(heading->text());
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setUpTable(m_table);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    column->addWidget(m_table, 1);
    column->addWidget(m_state, 1);
    m_table->hide();
    m_state->show("search", tr("Reading…"), {});
    auto* foot = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    QPushButton* open = makePrimary("person", tr("Open that client"), this);
    setKey(open, 'O');
    foot->addWidget(close);
    foot->addStretch(1);
    foot->addWidget(open);
    column->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, [this, id = hint.id] {
        accept();
        Q_EMIT openWanted(id);
    });
    jobs.run<core::Client>(
        Lane::Log,
        this,
        [id = hint.id](core::Office& office, core::Progress&) { return office.clients().look(id); },
        [this](core::Result<core::Client> client) {
            if (client) {
                show(*client);
            } else {
                m_state->show("warning", tr("This record cannot be shown"), client.error().message);
            }
        });
}

void CompareDialog::show(const core::Client& there)
{
    m_state->hide();
    m_table->show();
    for (const core::FieldInfo& info : core::allFields()) {
        const QString& mine = m_typed.value(info.field);
        const QString& theirs = there.value(info.field);
        if (!isCompared(info.field) || (mine.isEmpty() && theirs.isEmpty())) {
            continue;
        }
        const bool isSame = mine == theirs;
        const QString word = isSame ? tr("same")
            : theirs.isEmpty()      ? tr("only here")
            : mine.isEmpty()        ? tr("only there")
                                    : tr("differs");
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QStringList cells{core::fieldLabel(info.field),
                                core::shownValue(info.field, mine),
                                core::shownValue(info.field, theirs),
                                word};
        for (int i = 0; i < cells.size(); ++i) {
            auto* item = new QTableWidgetItem(cells[i]);
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            item->setToolTip(cells[i]);
            if (i == 0 || i == 3) {
                setTone(item, theme::Tone::Muted);
            } else if (!isSame && !mine.isEmpty() && !theirs.isEmpty()) {
                setShade(item, theme::Tone::Different);
            }
            m_table->setItem(row, i, item);
        }
    }
    if (m_table->rowCount() > 0) {
        m_table->selectRow(0);
        m_table->setFocus();
    }
}

} // namespace ui
