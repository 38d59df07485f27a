// PeoplePage: the person who is chosen, beside the list.
#include "ui/people/KeysDialog.h"
#include "ui/people/PeoplePage.h"
#include "ui/people/PersonDialog.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

QWidget* PeoplePage::makePerson()
{
    m_person = new QWidget(this);
    auto* column = new QVBoxLayout(m_person);
    column->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(4));
    column->setSpacing(theme::space(2));
    m_name = makeText(m_person);
    m_name->setFont(theme::font(theme::Title));
    m_about = makeText(m_person);
    setTone(m_about, theme::Tone::Muted);
    m_role = makeRoleBox(m_person);
    m_aboutRole = makeText(m_person);
    setTone(m_aboutRole, theme::Tone::Muted);
    m_setRole = new QPushButton(theme::icon("check"), tr("Give this role"), m_person);
    setKey(m_setRole, 'G');
    m_department = new QComboBox(m_person);
    m_department->setEditable(true);
    m_setDepartment = new QPushButton(theme::icon("check"), tr("Put in this department"), m_person);
    setKey(m_setDepartment, 'D');
    m_handOver = new QPushButton(theme::icon("clients"), tr("Hand over clients…"), m_person);
    setKey(m_handOver, 'H');
    m_disable = new QPushButton(theme::icon("cross"), tr("Take access away…"), m_person);
    setKey(m_disable, 'T');
    m_password = new QPushButton(theme::icon("lock"), tr("New password…"), m_person);
    setKey(m_password, 'W');
    column->addWidget(m_name);
    column->addWidget(m_about);
    column->addSpacing(theme::space(3));
    column->addWidget(new FieldRow(tr("Role"), m_role, m_person));
    column->addWidget(m_aboutRole);
    column->addWidget(m_setRole, 0, Qt::AlignRight);
    column->addSpacing(theme::space(3));
    column->addWidget(new FieldRow(tr("Department"), m_department, m_person));
    column->addWidget(m_setDepartment, 0, Qt::AlignRight);
    column->addStretch(1);
    column->addWidget(m_handOver, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->addWidget(m_disable);
    row->addStretch(1);
    row->addWidget(m_password);
    column->addLayout(row);
    connectPerson();
    return m_person;
}

void PeoplePage::connectPerson()
{
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        if (const core::User* person = chosen()) {
            showRole(*person);
        }
    });
    connect(m_setRole, &QPushButton::clicked, this, &PeoplePage::setRole);
    connect(m_department, &QComboBox::currentTextChanged, this, [this] {
        if (const core::User* person = chosen()) {
            showDepartment(*person);
        }
    });
    connect(m_setDepartment, &QPushButton::clicked, this, &PeoplePage::setDepartment);
    connect(m_password, &QPushButton::clicked, this, &PeoplePage::newPassword);
    connect(m_disable, &QPushButton::clicked, this, &PeoplePage::disable);
    connect(m_handOver, &QPushButton::clicked, this, &PeoplePage::handOver);
}

void PeoplePage::showPerson()
{
    const core::User* person = chosen();
    m_person->setVisible(person != nullptr);
    if (person == nullptr) {
        m_shown.reset();
        return;
    }
    const QTimeZone& zone = m_jobs.access().timeZone;
    m_name->setText(person->name);
    QStringList about{core::roleLabel(person->role)};
    if (!person->departmentName.isEmpty()) {
        about.append(person->departmentName);
    }
    about.append(tr("since %1")
                     .arg(QLocale().toString(person->createdAt.toTimeZone(zone).date(),
                                             QLocale::ShortFormat)));
    if (!person->active) {
        about.append(tr("access taken away"));
    }
    if (const QString ways = waysInWords(m_ways.value(person->uuid)); !ways.isEmpty()) {
        about.append(tr("comes in with %1").arg(ways));
    }
    m_about->setText(about.join(QStringLiteral(" · ")));
    bringRole(*person);
    bringDepartment(*person);
    m_shown = *person;
    m_disable->setVisible(person->active && person->name != m_jobs.session().name);
    m_password->setText(person->active ? tr("New password…") : tr("Give access back…"));
    setKey(m_password, 'W');
}

/// What was chosen and not given yet stays while the same person is only read anew.
bool PeoplePage::isShownAgain(const core::User& person) const
{
    return m_shown.has_value() && m_shown->pk == person.pk && person.active;
}

void PeoplePage::bringRole(const core::User& person)
{
    const int inBox = m_role->currentData().toInt();
    if (!isShownAgain(person) || inBox == int(m_shown->role)) {
        m_role->setCurrentIndex(m_role->findData(int(person.role)));
    }
    m_role->setEnabled(person.active);
    showRole(person);
}

void PeoplePage::showRole(const core::User& person)
{
    const auto role = core::Role(m_role->currentData().toInt());
    m_aboutRole->setText(aboutRole(role));
    m_setRole->setEnabled(person.active && person.role != role);
}

void PeoplePage::bringDepartment(const core::User& person)
{
    const QString inBox = m_department->currentText();
    const bool isTyped = isShownAgain(person) && inBox.trimmed() != m_shown->departmentName;
    const int cursor = m_department->lineEdit()->cursorPosition();
    const QSignalBlocker quiet(m_department);
    m_department->clear();
    m_department->addItem(QString());
    m_department->addItems(departments());
    m_department->setCurrentText(isTyped ? inBox : person.departmentName);
    if (isTyped) {
        m_department->lineEdit()->setCursorPosition(cursor);
    }
    m_department->setEnabled(person.active);
    showDepartment(person);
}

void PeoplePage::showDepartment(const core::User& person)
{
    m_setDepartment->setEnabled(person.active
                                && person.departmentName != m_department->currentText().trimmed());
}

QStringList PeoplePage::departments() const
{
    QStringList names;
    for (const core::User& person : m_people) {
        if (!person.departmentName.isEmpty() && !names.contains(person.departmentName)) {
            names.append(person.departmentName);
        }
    }
    return names;
}

} // namespace ui
