/// EarlierImports: the last files that came in, a line each, with the way back: what an import created goes, what it changed
/// gets its old values again. Hidden while there are none. Thread of the window.
#pragma once

#include "core/records/ClientBatch.h"

#include <QTimeZone>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ui {

class EarlierImports : public QWidget
{
    Q_OBJECT

public:
    explicit EarlierImports(const QTimeZone& zone, QWidget* parent = nullptr);

    /// Newest first; those that are not finished stand elsewhere.
    void show(const std::vector<core::Batch>& batches);

Q_SIGNALS:
    void takeBackWanted(const core::Batch& batch);

private:
    QWidget* makeLine(const core::Batch& batch);

    QTimeZone m_zone;
    QVBoxLayout* m_column;
    std::vector<QWidget*> m_lines;
};

} // namespace ui
