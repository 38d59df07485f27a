#include "ui/shell/UpdatePlaceDialog.h"

#include "ui/shell/UpdateDialog.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int placeWidth = 600;

/// The same share has another path on each computer; from the office's folder it has one.
QString fromOffice(const QString& file, const QString& officeFolder)
{
    const QString relative = QDir(officeFolder).relativeFilePath(file);
    constexpr int farAway = 3;
    const bool isNear
        = QDir::isRelativePath(relative) && relative.count(QLatin1String("../")) <= farAway;
    return isNear ? relative : QDir::toNativeSeparators(file);
}

} // namespace

UpdatePlaceDialog::UpdatePlaceDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_place(new QLineEdit(this))
    , m_found(makeText(this))
    , m_look(new QPushButton(theme::icon("eye"), tr("Look now"), this))
    , m_save(makePrimary("check", tr("Save"), this))
{
    setWindowTitle(tr("Notice of new versions"));
    setFixedWidth(placeWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    auto* title = new QLabel(tr("Notice of new versions"), this);
    title->setFont(theme::font(theme::Title));
    column->addWidget(title);
    QLabel* about = makeText(
        this,
        tr("A small file says which version is there and what is new in it. Once a day the window "
           "of each colleague reads it, and Home shows a newer version. Nothing is sent and "
           "nothing is installed; a web address hears a plain request that names nobody. Left "
           "empty, nobody looks anywhere."));
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    m_row = new FieldRow(tr("File or address"), makePlace(), this);
    column->addWidget(m_row);
    m_found->hide();
    column->addWidget(m_found);
    column->addStretch(1);
    addButtons();
    read();
}

QWidget* UpdatePlaceDialog::makePlace()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    m_place->setObjectName(QStringLiteral("update_place"));
    m_place->setAccessibleName(tr("File or address"));
    m_place->setPlaceholderText(QStringLiteral("../programs/update.json"));
    auto* choose = new QPushButton(theme::icon("folder"), tr("Choose…"), line);
    choose->setAutoDefault(false);
    row->addWidget(m_place, 1);
    row->addWidget(choose);
    line->setFocusProxy(m_place);
    connect(choose, &QPushButton::clicked, this, &UpdatePlaceDialog::choose);
    connect(m_place, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_look->setEnabled(!text.trimmed().isEmpty());
        m_found->hide();
        m_row->clearFinding();
    });
    return line;
}

void UpdatePlaceDialog::addButtons()
{
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_look->setObjectName(QStringLiteral("look"));
    m_save->setObjectName(QStringLiteral("save"));
    m_look->setAutoDefault(false);
    m_look->setEnabled(false);
    m_save->setEnabled(false);
    setKey(m_look, 'L');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_look);
    row->addWidget(m_save);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_look, &QPushButton::clicked, this, &UpdatePlaceDialog::lookNow);
    connect(m_save, &QPushButton::clicked, this, &UpdatePlaceDialog::save);
}

void UpdatePlaceDialog::read()
{
    m_jobs.run<core::UpdatePlace>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.updates().place(); },
        [this](const core::Result<core::UpdatePlace>& place) {
            if (!place) {
                m_row->setFinding(core::Severity::Error, place.error().message);
                return;
            }
            m_place->setText(place->place);
            m_save->setEnabled(true);
        });
}

void UpdatePlaceDialog::choose()
{
    auto* dialog = new QFileDialog(
        this, tr("Notice of new versions"), m_jobs.access().folder, tr("Notices (*.json)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_place->setText(fromOffice(file, m_jobs.access().folder));
    });
    dialog->open();
}

void UpdatePlaceDialog::lookNow()
{
    auto place = core::checkedUpdatePlace(m_place->text());
    if (!place) {
        m_row->setFinding(core::Severity::Error, place.error().message);
        return;
    }
    m_look->setEnabled(false);
    setTone(m_found, theme::Tone::Muted);
    m_found->setText(tr("Looking…"));
    m_found->show();
    const core::UpdatePlace wanted{*place, m_jobs.access().folder};
    runDetached<core::UpdateNotice>(
        this,
        [wanted] { return core::readUpdateNotice(wanted); },
        [this](const core::Result<core::UpdateNotice>& notice) { showFound(notice); });
}

void UpdatePlaceDialog::showFound(const core::Result<core::UpdateNotice>& notice)
{
    m_look->setEnabled(true);
    setTone(m_found, notice ? theme::Tone::Good : theme::Tone::Bad);
    if (!notice) {
        m_found->setText(notice.error().message);
    } else if (notice->isNewerThan(core::installedVersion())) {
        m_found->setText(tr("%1: colleagues will see it.").arg(UpdateDialog::words(*notice)));
    } else {
        m_found->setText(tr("Version %1 is announced, which is not newer than the installed one: "
                            "nobody sees anything.")
                             .arg(notice->version.toString()));
    }
    m_found->show();
}

void UpdatePlaceDialog::save()
{
    m_save->setEnabled(false);
    m_jobs.run<bool>(
        Lane::Write,
        this,
        [place = m_place->text()](core::Office& office, core::Progress&) -> core::Result<bool> {
            auto done = office.updates().setPlace(place);
            return done ? core::Result<bool>(true) : core::Result<bool>(done.error());
        },
        [this](const core::Result<bool>& done) {
            m_save->setEnabled(true);
            if (!done) {
                m_row->setFinding(core::Severity::Error, done.error().message);
                return;
            }
            Q_EMIT saved();
            accept();
        });
}

} // namespace ui
