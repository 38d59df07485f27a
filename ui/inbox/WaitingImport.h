/// WaitingImport: a file that waits for approval, as the approver sees it: what would be created, updated, left out, and its
/// first rows as the records they would become. Thread of the window.
#pragma once

#include "core/exchange/StagedImports.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace ui {

class WaitingImport : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingImport(QWidget* parent = nullptr);

    /// `keepRows`: of the same file, only read anew.
    void show(const core::StagedSummary& summary, bool keepRows);
    void showRows(const core::ImportPreview& preview);

private:
    QLabel* m_about;
    QLabel* m_heading;
    QTableWidget* m_rows;
};

} // namespace ui
