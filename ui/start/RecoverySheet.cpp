#include "ui/start/RecoverySheet.h"

#include "ui/jobs/OfficeJobs.h"
#include "ui/start/CreateOffice.h"
#include "ui/start/StartStep.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SecretClipboard.h"
#include "ui/widgets/Theme.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTextDocument>
#include <QVBoxLayout>

namespace ui {

namespace {

core::Result<> writeSheet(const QString& path, const QByteArray& text)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.flush();
    if (!written) {
        return core::Error{
            core::ErrorCode::Io,
            RecoverySheet::tr("The file could not be written. Choose another folder."),
            file.errorString()};
    }
    return {};
}

} // namespace

RecoverySheet::RecoverySheet(Purpose purpose, QWidget* parent)
    : QWidget(parent)
    , m_step(new StartStep(purpose == Purpose::NewOffice ? tr("The recovery code")
                                                         : tr("The new recovery code"),
                           tr("This recovery code opens the office when every password is lost. "
                              "It is shown once: print it or write it down now, and keep it away "
                              "from this computer. Without it and without passwords the data is "
                              "lost."),
                           this))
    , m_code(new QLabel(m_step))
    , m_question(makeText(m_step))
    , m_answer(new QLineEdit(m_step))
    , m_said(makeText(m_step))
    , m_open(makePrimary(purpose == Purpose::NewOffice ? tr("Open the office")
                                                       : tr("The new code counts from now on"),
                         m_step))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_step);
    m_code->setFont(theme::fixedFont(theme::font(theme::Title).pointSizeF()));
    if (purpose == Purpose::NewOffice) {
        m_step->setSteps(creationSteps(), 2);
    }
    m_code->setTextFormat(Qt::PlainText);
    m_code->setAlignment(Qt::AlignCenter);
    theme::setRules(m_code,
                    QStringLiteral("QLabel { background: @raised; border: 1px solid @line; "
                                   "border-radius: 8px; padding: 16px; }"));
    m_code->setAccessibleName(tr("Recovery code"));
    m_code->setObjectName(QStringLiteral("recovery_code"));
    m_step->add(m_code);
    m_step->add(makeTakeAway());
    m_said->setFont(theme::font(theme::Caption));
    m_said->hide();
    m_step->add(m_said);
    m_question->setContentsMargins(0, theme::space(2), 0, 0);
    m_question->setBuddy(m_answer);
    m_step->add(m_question);
    m_answer->setAccessibleName(tr("Two groups of the recovery code"));
    m_step->add(m_answer);
    setKey(m_open, 'O');
    m_step->addButtons(nullptr, m_open);
    connect(m_answer, &QLineEdit::textChanged, this, &RecoverySheet::check);
    connect(m_answer, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_privacy.reset();
        m_code->clear();
        m_lines.clear();
        m_expected.clear();
        Q_EMIT confirmed(std::exchange(m_access, nullptr));
    });
}

QWidget* RecoverySheet::makeTakeAway()
{
    auto* ways = new QWidget(m_step);
    auto* row = new QHBoxLayout(ways);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    const auto add = [&](const QString& label, char key, auto action) {
        auto* button = new QPushButton(label, ways);
        setKey(button, key);
        connect(button, &QPushButton::clicked, this, action);
        row->addWidget(button);
    };
    add(tr("Print…"), 'P', &RecoverySheet::print);
    add(tr("Save to a file…"), 'S', &RecoverySheet::chooseFile);
    add(tr("Copy"), 'C', &RecoverySheet::copy);
    row->addStretch(1);
    return ways;
}

void RecoverySheet::show(std::shared_ptr<const core::OfficeAccess> access, const QString& code)
{
    m_access = std::move(access);
    m_lines = code.split(u'\n', Qt::SkipEmptyParts);
    QStringList numbered;
    for (int i = 0; i < int(m_lines.size()); ++i) {
        numbered.append(QStringLiteral("%1   %2").arg(i + 1).arg(m_lines.at(i)));
    }
    m_code->setText(numbered.join(u'\n'));
    // Two groups typed back show that the code was really written down.
    const int line = int(QRandomGenerator::global()->bounded(qint64(m_lines.size())));
    m_expected = m_lines.at(line).section(u' ', 0, 1, QString::SectionSkipEmpty);
    m_question->setText(
        tr("From your sheet, type the first two groups of line %1 to go on:").arg(line + 1));
    m_answer->clear();
    m_privacy = std::make_unique<ScreenPrivacy>(this);
    setTone(m_said, theme::Tone::Muted);
    m_said->setText(ScreenPrivacy::limits());
    m_said->setVisible(!ScreenPrivacy::limits().isEmpty());
    check();
    m_answer->setFocus();
}

QString RecoverySheet::sheetText() const
{
    QString text = tr("Recovery code of the office “%1”").arg(m_access->officeName) + u'\n'
        + QLocale().toString(QDate::currentDate(), QLocale::LongFormat) + QStringLiteral("\n\n");
    for (int i = 0; i < int(m_lines.size()); ++i) {
        text += QStringLiteral("    %1   %2\n").arg(i + 1).arg(m_lines.at(i));
    }
    return text + u'\n'
        + tr("Whoever has this code can open the office without any password. Keep it in a safe "
             "place, away from the computer.")
        + u'\n';
}

void RecoverySheet::chooseFile()
{
    auto* dialog
        = new QFileDialog(this,
                          tr("Save the recovery code"),
                          QDir::homePath() + u'/' + tr("Recovery code") + QStringLiteral(".txt"),
                          tr("Text (*.txt)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &RecoverySheet::saveTo);
    dialog->open();
}

void RecoverySheet::saveTo(const QString& file)
{
    runDetached<void>(
        this,
        [file, text = sheetText().toUtf8()] { return writeSheet(file, text); },
        [this](const core::Result<>& done) {
            setTone(m_said, done ? theme::Tone::Good : theme::Tone::Bad);
            m_said->setText(done
                                ? tr("✓ Saved. Move the file to a stick or another place than this "
                                     "computer.")
                                : done.error().message);
            m_said->show();
        });
}

void RecoverySheet::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        QTextDocument document;
        constexpr qreal pointSize = 12;
        document.setDefaultFont(theme::fixedFont(pointSize));
        document.setPlainText(sheetText());
        document.print(printer.get());
    });
    dialog->open();
}

void RecoverySheet::copy()
{
    copySecret(m_lines.join(u'\n'));
    setTone(m_said, theme::Tone::Muted);
    m_said->setText(secretCopiedWords());
    m_said->show();
}

void RecoverySheet::check()
{
    const auto plain = [](QString text) {
        text.remove(u' ');
        text.remove(u'-');
        return text.toUpper();
    };
    m_open->setEnabled(!m_expected.isEmpty() && plain(m_answer->text()) == plain(m_expected));
}

} // namespace ui
