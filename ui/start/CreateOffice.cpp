#include "ui/start/CreateOffice.h"

#include "core/workspace/OfficePlace.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/start/RecentOffices.h"
#include "ui/start/StartStep.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/NewPassword.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

QStringList creationSteps()
{
    return {CreateOffice::tr("The office"), CreateOffice::tr("You"), CreateOffice::tr("Recovery")};
}

CreateOffice::CreateOffice(QWidget* parent)
    : QWidget(parent)
    , m_steps(new QStackedWidget(this))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
    m_nameStep = makeNameStep();
    m_personStep = makePersonStep();
    m_steps->addWidget(m_nameStep);
    m_steps->addWidget(m_personStep);
    checkPerson();
}

StartStep* CreateOffice::makeNameStep()
{
    auto* step = new StartStep(tr("A new office"),
                               tr("An office is one encrypted folder. Put it on this computer, or "
                                  "on a shared drive that your colleagues reach."),
                               this);
    step->setSteps(creationSteps(), 0);
    m_name = new QLineEdit(step);
    m_folder = new QLineEdit(step);
    step->add(new FieldRow(tr("Office name"), m_name, step));
    auto* place = new QHBoxLayout;
    place->setSpacing(theme::space(2));
    place->addWidget(new FieldRow(tr("Folder"), m_folder, step), 1);
    auto* browse = new QPushButton(theme::icon("folder"), tr("Choose…"), step);
    setKey(browse, 'F');
    place->addWidget(browse, 0, Qt::AlignTop);
    step->add(place);
    auto* back = new QPushButton(tr("Back"), step);
    setKey(back, 'B');
    m_next = makePrimary(tr("Next"), step);
    setKey(m_next, 'N');
    step->addButtons(back, m_next);
    connect(back, &QPushButton::clicked, this, &CreateOffice::left);
    connect(browse, &QPushButton::clicked, this, &CreateOffice::chooseFolder);
    connect(m_name, &QLineEdit::textChanged, this, &CreateOffice::nameChanged);
    connect(m_name, &QLineEdit::returnPressed, m_next, &QPushButton::click);
    connect(m_folder, &QLineEdit::returnPressed, m_next, &QPushButton::click);
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_nameStep->sayProblem({}); });
    connect(m_next, &QPushButton::clicked, this, &CreateOffice::checkPlace);
    return step;
}

/// Before anybody thinks of a password: a folder that is refused is said where another can be chosen.
void CreateOffice::checkPlace()
{
    m_next->setEnabled(false);
    m_nameStep->sayProblem({});
    using Place = core::Result<bool>;
    runDetached<bool>(
        this,
        [folder = wantedFolder()]() -> Place {
            auto checked = core::checkPlaceForNew(folder);
            return checked ? Place(true) : Place(checked.error());
        },
        [this](const Place& checked) {
            m_next->setEnabled(true);
            if (!checked) {
                m_nameStep->sayProblem(checked.error().message);
                m_folder->setFocus();
                return;
            }
            m_personStep->sayProblem({});
            m_steps->setCurrentWidget(m_personStep);
            m_admin->setFocus();
        });
}

QString CreateOffice::wantedFolder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void CreateOffice::nameChanged(const QString& name)
{
    static const QRegularExpression forbidden(QStringLiteral(R"([\\/:*?"<>|])"));
    const QString ending = QStringLiteral(".dossier");
    QString safe = name.trimmed();
    safe.remove(forbidden);
    // What was chosen stays: only its last part is the office's name.
    QString where = wantedFolder();
    if (where.isEmpty()) {
        where = defaultOfficesFolder();
    } else if (where.endsWith(ending) || where.endsWith(u'/')) {
        where = where.section(u'/', 0, -2);
    }
    m_folder->setText(QDir::toNativeSeparators(where + u'/' + safe + ending));
    m_next->setEnabled(!safe.isEmpty());
}

void CreateOffice::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the office"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        const QString own = QDir::fromNativeSeparators(m_folder->text()).section(u'/', -1);
        m_folder->setText(QDir::toNativeSeparators(folder + u'/' + own));
        m_nameStep->sayProblem({});
    });
    dialog->open();
}

void CreateOffice::begin()
{
    m_nameStep->sayProblem({});
    m_name->clear();
    m_folder->clear();
    m_next->setEnabled(false);
    m_admin->clear();
    m_password->clear();
    m_steps->setCurrentWidget(m_nameStep);
    m_name->setFocus();
}

StartStep* CreateOffice::makePersonStep()
{
    auto* step = new StartStep(tr("Who you are"),
                               tr("You are its first data administrator: you see everything, and "
                                  "add your colleagues with passwords of their own."),
                               this);
    step->setSteps(creationSteps(), 1);
    m_admin = new QLineEdit(step);
    m_password = new NewPassword(tr("Password"), step);
    step->add(new FieldRow(tr("Your name"), m_admin, step));
    step->add(m_password);
    auto* back = new QPushButton(tr("Back"), step);
    setKey(back, 'B');
    m_create = makePrimary(tr("Make the office"), step);
    setKey(m_create, 'M');
    step->addButtons(back, m_create);
    connect(back, &QPushButton::clicked, this, [this] { m_steps->setCurrentWidget(m_nameStep); });
    connect(m_admin, &QLineEdit::textChanged, this, &CreateOffice::checkPerson);
    connect(m_admin, &QLineEdit::returnPressed, m_create, &QPushButton::click);
    connect(m_password, &NewPassword::edited, this, &CreateOffice::checkPerson);
    connect(m_password, &NewPassword::returnPressed, m_create, &QPushButton::click);
    connect(m_create, &QPushButton::clicked, this, &CreateOffice::create);
    return step;
}

void CreateOffice::checkPerson()
{
    m_personStep->sayProblem(m_password->problem());
    m_create->setEnabled(m_password->isGood() && !m_admin->text().trimmed().isEmpty());
}

void CreateOffice::create()
{
    constexpr int memoryMib = 256;
    setEnabled(false);
    setCursor(Qt::BusyCursor);
    m_create->setText(tr("Making it…")); // the hash of a password takes its second
    const core::NewOffice wanted{wantedFolder(),
                                 m_name->text().trimmed(),
                                 m_admin->text().trimmed(),
                                 m_password->text(),
                                 memoryMib,
                                 false};
    runDetached<core::CreatedOffice>(
        this,
        [wanted] { return core::createOffice(wanted); },
        [this](core::Result<core::CreatedOffice> office) {
            setEnabled(true);
            unsetCursor();
            m_create->setText(tr("Make the office"));
            setKey(m_create, 'M');
            if (!office) {
                m_personStep->sayProblem(office.error().message);
                return;
            }
            m_password->clear();
            Q_EMIT created(*office);
        });
}

} // namespace ui
