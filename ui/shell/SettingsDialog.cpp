#include "ui/shell/SettingsDialog.h"

#include "core/workspace/UpdateNotice.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Commands.h"
#include "ui/shell/IdleWatch.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/HelpMark.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int settingsWidth = 560;
constexpr int mostLockMinutes = 60;

} // namespace

SettingsDialog::SettingsDialog(OfficeJobs& jobs, const Commands& commands, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_commands(commands)
{
    setWindowTitle(tr("Settings"));
    setFixedWidth(settingsWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Settings"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    addAppearance();
    addSafety();
    addOffice();
    column->addSpacing(theme::space(2));
    auto* row = new QHBoxLayout;
    QPushButton* close = makePrimary(tr("Done"), this);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void SettingsDialog::addHeading(const QString& text)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addSpacing(theme::space(3));
    auto* heading = new QLabel(text, this);
    heading->setFont(theme::font(theme::Heading));
    column->addWidget(heading);
}

void SettingsDialog::addRow(const QString& label, QWidget* editor)
{
    static_cast<QVBoxLayout*>(layout())->addWidget(new FieldRow(label, editor, this));
}

void SettingsDialog::addAppearance()
{
    addHeading(tr("Appearance"));
    auto* language = new QComboBox(this);
    language->setObjectName(QStringLiteral("language"));
    language->addItem(tr("As the system"), QString());
    // Named in their own languages, for whoever cannot read the present one.
    language->addItem(QStringLiteral("中文"), QStringLiteral("zh"));
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->setCurrentIndex(std::max(0, language->findData(chosenLanguage())));
    addRow(tr("Language"), language);
    connect(language, &QComboBox::activated, this, [this, language] {
        if (language->currentData().toString() != chosenLanguage()) {
            const QString wanted = language->currentData().toString();
            // Until the window is made anew, the present one is in force.
            language->setCurrentIndex(std::max(0, language->findData(chosenLanguage())));
            Q_EMIT languageWanted(wanted);
        }
    });

    auto* colors = new QComboBox(this);
    colors->setObjectName(QStringLiteral("colors"));
    colors->addItem(tr("As the system"), int(theme::Scheme::System));
    colors->addItem(tr("Light"), int(theme::Scheme::Light));
    colors->addItem(tr("Dark"), int(theme::Scheme::Dark));
    colors->setCurrentIndex(colors->findData(int(chosenScheme())));
    addRow(tr("Colors"), colors);
    connect(colors, &QComboBox::activated, this, [colors] {
        chooseScheme(theme::Scheme(colors->currentData().toInt()));
    });

    auto* size = new QComboBox(this);
    size->setObjectName(QStringLiteral("text"));
    for (const int percent : {100, 115, 130}) {
        size->addItem(tr("%1 %").arg(QLocale().toString(percent)), percent);
    }
    size->setCurrentIndex(std::max(0, size->findData(chosenTextPercent())));
    addRow(tr("Size of text"), size);
    connect(size, &QComboBox::activated, this, [this, size] {
        if (size->currentData().toInt() != chosenTextPercent()) {
            const int wanted = size->currentData().toInt();
            size->setCurrentIndex(std::max(0, size->findData(chosenTextPercent())));
            Q_EMIT textSizeWanted(wanted);
        }
    });
}

QWidget* SettingsDialog::makeLockTime()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* minutes = new QSpinBox(line);
    minutes->setObjectName(QStringLiteral("lock"));
    minutes->setRange(1, mostLockMinutes);
    minutes->setSuffix(tr(" min"));
    minutes->setValue(int(lockAfter().count()));
    minutes->setAccessibleName(tr("Lock after"));
    row->addWidget(minutes);
    row->addWidget(new HelpMark(
        tr("Lock by itself"),
        tr("When nobody uses keyboard or mouse for so long, and at once when the computer is "
           "locked or goes to sleep, everything is hidden and your keys are put away. What you had "
           "typed comes back with your password."),
        line));
    row->addStretch(1);
    line->setFocusProxy(minutes);
    connect(minutes, &QSpinBox::valueChanged, this, [this](int value) {
        setLockAfter(std::chrono::minutes(value));
        Q_EMIT lockTimeChanged();
    });
    return line;
}

void SettingsDialog::addSafety()
{
    addHeading(tr("Safety"));
    addRow(tr("Lock after"), makeLockTime());
    if (QWidget* keys = makeCommand("office.keys")) {
        addRow(tr("Your keys"), keys);
    }
}

/// A button that closes the settings and does it.
QWidget* SettingsDialog::makeCommand(const char* command)
{
    QAction* action = m_commands.action(command);
    if (action == nullptr) {
        return nullptr;
    }
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* button = new QPushButton(action->icon(), action->text(), line);
    button->setAutoDefault(false);
    row->addWidget(button);
    row->addStretch(1);
    line->setFocusProxy(button);
    connect(button, &QPushButton::clicked, this, [this, action] {
        accept();
        action->trigger();
    });
    return line;
}

void SettingsDialog::addOffice()
{
    addHeading(tr("Office"));
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* folder = new QLineEdit(QDir::toNativeSeparators(m_jobs.access().folder), line);
    folder->setReadOnly(true);
    folder->setAccessibleName(tr("Folder"));
    folder->setCursorPosition(0);
    row->addWidget(folder, 1);
    auto* open = new QPushButton(theme::icon("folder"), tr("Show"), line);
    open->setAutoDefault(false);
    open->setAccessibleName(tr("Show the folder"));
    row->addWidget(open);
    line->setFocusProxy(folder);
    addRow(tr("Folder"), line);
    connect(open, &QPushButton::clicked, this, [path = m_jobs.access().folder] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    });
    if (QWidget* check = makeCommand("office.check")) {
        addRow(tr("State"), check);
    }
    if (QWidget* updates = makeCommand("office.updates")) {
        addRow(tr("Version %1").arg(core::installedVersion().toString()), updates);
    }
}

} // namespace ui
