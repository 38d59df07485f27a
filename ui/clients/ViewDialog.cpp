#include "ui/clients/ViewDialog.h"

#include "core/search/SavedViews.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int viewDialogWidth = 460;

} // namespace

ViewDialog::ViewDialog(const QString& title, const QString& verb, bool mayShare, QWidget* parent)
    : Dialog(parent)
    , m_name(new QLineEdit(this))
    , m_shared(new QCheckBox(tr("For everybody in the office"), this))
    , m_problem(makeProblem(this))
    , m_save(makePrimary(verb, this))
{
    setWindowTitle(title);
    setFixedWidth(viewDialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(title, this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* about = makeText(
        this, tr("A view is the filter, the columns and the order that the list has now."));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    column->addSpacing(theme::space(2));
    m_name->setMaxLength(int(core::SavedViews::longestName));
    column->addWidget(new FieldRow(tr("Name"), m_name, this));
    m_shared->setVisible(mayShare);
    column->addWidget(m_shared);
    column->addWidget(m_problem);
    column->addSpacing(theme::space(2));
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_save);
    column->addLayout(row);
    setKey(m_save, 'S');
    m_save->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_save->setEnabled(!text.trimmed().isEmpty());
        ui::sayProblem(m_problem, {});
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT wanted(m_name->text(), m_shared->isChecked());
    });
    m_name->setFocus();
}

void ViewDialog::setView(const QString& name, bool isShared)
{
    m_name->setText(name);
    m_name->selectAll();
    m_shared->setChecked(isShared);
}

void ViewDialog::sayProblem(const QString& text)
{
    ui::sayProblem(m_problem, text);
}

} // namespace ui
