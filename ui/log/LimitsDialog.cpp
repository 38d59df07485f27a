#include "ui/log/LimitsDialog.h"

#include "core/security/Permissions.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int boxWidth = 120;

} // namespace

LimitsDialog::LimitsDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_form(new QFormLayout)
    , m_problem(makeProblem(this))
    , m_save(makePrimary("check", tr("Save"), this))
    , m_mayChange(core::decide(jobs.session(), core::Action::Administer) == core::Verdict::Allowed
                  && !jobs.access().isReadOnly())
{
    setWindowTitle(tr("Limits of the log"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    auto* heading = new QLabel(tr("From when on something is unusual"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    auto* about = makeText(
        this,
        m_mayChange ? tr("Whoever goes past a limit is listed for managers of his department, data "
                         "administrators and auditors. A change stands in the log.")
                    : tr("Whoever goes past a limit is listed for managers of his department, data "
                         "administrators and auditors. A data administrator can change the "
                         "limits."));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    m_form->setHorizontalSpacing(theme::space(4));
    m_form->setVerticalSpacing(theme::space(2));
    m_form->setLabelAlignment(Qt::AlignLeft);
    column->addLayout(m_form);
    column->addWidget(m_problem);
    column->addStretch(1);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(m_mayChange ? tr("Cancel") : tr("Close"), this);
    row->addWidget(cancel);
    row->addStretch(1);
    m_save->setVisible(m_mayChange);
    m_save->setEnabled(false);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &LimitsDialog::save);
    using Values = std::vector<core::LogSettingValue>;
    m_jobs.run<Values>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) {
            return core::logSettings(office.context().reader);
        },
        [this](const core::Result<Values>& values) {
            if (values) {
                fill(*values);
            } else {
                sayProblem(m_problem, values.error().message);
            }
        });
}

void LimitsDialog::fill(const std::vector<core::LogSettingValue>& values)
{
    for (const core::LogSettingValue& value : values) {
        auto* box = new QSpinBox(this);
        box->setRange(value.setting.least, value.setting.most);
        box->setValue(value.value);
        box->setGroupSeparatorShown(true);
        box->setEnabled(m_mayChange);
        const QString label = core::logSettingLabel(value.setting);
        box->setAccessibleName(label);
        box->setFixedWidth(boxWidth);
        m_form->addRow(new QLabel(label, this), box);
        QWidget* before = this; // above the buttons, which were made first
        if (!m_boxes.empty()) {
            before = m_boxes.back().second;
        }
        setTabOrder(before, box);
        m_boxes.emplace_back(value, box);
    }
    m_save->setEnabled(true);
}

void LimitsDialog::save()
{
    std::vector<std::pair<QString, int>> changes;
    for (const auto& [before, box] : m_boxes) {
        if (box->value() != before.value) {
            changes.emplace_back(QLatin1String(before.setting.name), box->value());
        }
    }
    if (changes.empty()) {
        accept();
        return;
    }
    m_save->setEnabled(false);
    m_jobs.run<int>(
        Lane::Write,
        this,
        [changes](core::Office& office, core::Progress&) -> core::Result<int> {
            auto done = core::setLogSettings(office.context(), changes);
            return done ? core::Result<int>(int(changes.size())) : core::Result<int>(done.error());
        },
        [this](const core::Result<int>& done) {
            m_save->setEnabled(true);
            if (!done) {
                sayProblem(m_problem, done.error().message);
                return;
            }
            Q_EMIT saved();
            accept();
        });
}

} // namespace ui
