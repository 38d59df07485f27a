// PrintDialog: what goes out, to a printer or into a file; into the log first.
#include "ui/printing/PrintDialog.h"
#include "ui/widgets/Parts.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

namespace ui {

void PrintDialog::take(bool toFile, std::function<void(const Pages&)> then)
{
    sayProblem(m_problem, {});
    m_wanted.reason = m_reason->text().trimmed();
    m_wanted.toFile = toFile;
    if (needsReason() && m_wanted.reason.isEmpty()) {
        sayProblem(m_problem, tr("Say in a word what it is for."));
        m_reason->setFocus();
        return;
    }
    setBusy(true);
    m_jobs.run<Clients>(
        Lane::Write,
        this,
        [wanted = m_wanted](core::Office& office, core::Progress&) {
            return office.prints().take(wanted);
        },
        [this, then = std::move(then)](core::Result<Clients> clients) {
            if (!clients) {
                fail(clients.error());
                return;
            }
            lay(*clients, then);
        });
}

void PrintDialog::print()
{
    if (needsReason() && m_reason->text().trimmed().isEmpty()) {
        sayProblem(m_problem, tr("Say in a word what it is for."));
        m_reason->setFocus();
        return;
    }
    auto* dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter*) {
        preparePaper(*m_printer); // the pages are laid out for it
        const bool toFile = !m_printer->outputFileName().isEmpty();
        take(toFile, [this](const Pages& pages) {
            m_printing = pages;
            m_printed = 0;
            m_painter = std::make_unique<QPainter>();
            if (!m_painter->begin(m_printer.get())) {
                m_painter.reset();
                fail({core::ErrorCode::Io,
                      tr("The printer does not take the pages. See whether it is switched on, and "
                         "try again."),
                      {}});
                return;
            }
            const qreal scale = m_printer->resolution() / pointsPerInch;
            m_painter->scale(scale, scale);
            m_nextPage.start();
        });
    });
    dialog->open();
}

/// One page at a time, so that the window goes on.
void PrintDialog::printNext()
{
    const bool isBroken = m_printed > 0 && m_printed < m_printing->count() && !m_printer->newPage();
    if (!isBroken && m_printed < m_printing->count()) {
        m_printing->paint(*m_painter, m_printed++);
        return;
    }
    m_nextPage.stop();
    m_painter->end();
    m_painter.reset();
    if (isBroken) {
        fail({core::ErrorCode::Io, tr("The printer stopped after page %1.").arg(m_printed), {}});
        return;
    }
    Q_EMIT said(tr("%n page(s) sent to the printer.", nullptr, m_printed));
    accept();
}

void PrintDialog::chooseFile()
{
    if (needsReason() && m_reason->text().trimmed().isEmpty()) {
        sayProblem(m_problem, tr("Say in a word what it is for."));
        m_reason->setFocus();
        return;
    }
    auto* dialog
        = new QFileDialog(this, tr("Save as PDF"), QDir::homePath(), tr("PDF files (*.pdf)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &PrintDialog::savePdf);
    dialog->open();
}

void PrintDialog::savePdf(const QString& path)
{
    take(true, [this, path](const Pages& pages) {
        const QString problem = tr("The file could not be written there: the disk is full, or the "
                                   "folder cannot be written to.");
        runDetached<bool>(
            this,
            [path, pages, paper = paper(), problem]() -> core::Result<bool> {
                const QByteArray bytes = pdfOf(*pages, paper);
                QSaveFile file(path);
                const bool isWritten = !bytes.isEmpty() && file.open(QIODevice::WriteOnly)
                    && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                    && file.write(bytes) == bytes.size() && file.commit();
                if (!isWritten) {
                    return core::Error{core::ErrorCode::Io, problem, file.errorString()};
                }
                return true;
            },
            [this, count = pages->count()](const core::Result<bool>& saved) {
                if (!saved) {
                    fail(saved.error());
                    return;
                }
                Q_EMIT said(tr("%n page(s) saved as PDF.", nullptr, count));
                accept();
            });
    });
}

} // namespace ui
