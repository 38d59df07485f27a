/// PrintDialog: what is about to be printed, as it will look, with the few things to choose; then to the system's print dialog or
/// into a PDF file. What leaves so is taken from PrintService, which asks for the right and the reason and writes the log.
/// Pages are laid out behind the window; the preview shows the first of them. Thread of the window.
///
///     auto* dialog = new PrintDialog(jobs, {.kind = core::PrintKind::List, .clients = pks, .fields = columns}, this);
///     dialog->open();
#pragma once

#include "core/reports/PrintService.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/printing/PrintPages.h"
#include "ui/widgets/Dialog.h"

#include <QTimer>

#include <memory>
#include <vector>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPainter;
class QPrintPreviewWidget;
class QPrinter;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace ui {

class StateView;

class PrintDialog : public Dialog
{
    Q_OBJECT

public:
    PrintDialog(OfficeJobs& jobs, core::PrintWanted wanted, QWidget* parent = nullptr);
    ~PrintDialog() override;

    /// As if the file had been chosen.
    void savePdf(const QString& path);
    [[nodiscard]] Pages pages() const { return m_pages; }

Q_SIGNALS:
    /// A line for the foot of the window.
    void said(const QString& words);
    /// The pages are laid out, and the preview shows them.
    void ready();

private:
    using Clients = std::vector<core::Client>;

    [[nodiscard]] QString title() const;
    QWidget* makeOptions();
    static void addRow(QBoxLayout* column, const QString& label, QWidget* field);
    void addLabelOptions(QBoxLayout* column);
    QWidget* makePreview();
    QToolButton* addTool(QBoxLayout* row, const char* iconName, const QString& words);
    void read();
    /// Lays `clients` out, then calls `then` with the pages.
    void lay(const Clients& clients, std::function<void(const Pages&)> then);
    void showPages(const Pages& pages);
    void paintPreview(QPrinter* printer);
    void showPage();
    void preparePaper(QPrinter& printer) const;
    [[nodiscard]] QSizeF paper() const;
    [[nodiscard]] bool isLandscape() const;
    [[nodiscard]] QString foot() const;
    [[nodiscard]] bool needsReason() const { return m_wanted.clients.size() > 1; }
    /// Into the log, and only then out.
    void take(bool toFile, std::function<void(const Pages&)> then);
    void print();
    void chooseFile();
    void printNext();
    void fail(const core::Error& error);
    void setBusy(bool isBusy);

    OfficeJobs& m_jobs;
    core::PrintWanted m_wanted;
    Clients m_clients;
    Pages m_pages;
    std::unique_ptr<QPrinter> m_printer; ///< before its preview, which paints on it
    QComboBox* m_paper = nullptr;
    QCheckBox* m_landscape = nullptr;
    QComboBox* m_sheet = nullptr;
    QComboBox* m_order = nullptr;
    QSpinBox* m_first = nullptr;
    QLineEdit* m_reason = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_page = nullptr;
    QStackedWidget* m_stack = nullptr;
    StateView* m_state = nullptr;
    QPrintPreviewWidget* m_preview = nullptr;
    QPushButton* m_pdf = nullptr;
    QPushButton* m_print = nullptr;
    int m_round = 0;
    // What is on its way to the printer.
    std::unique_ptr<QPainter> m_painter;
    Pages m_printing;
    int m_printed = 0;
    QTimer m_nextPage{this};
};

} // namespace ui
