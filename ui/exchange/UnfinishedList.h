/// UnfinishedList: imports that broke off, a line each, with the two ways on: the same file again, or all of it taken back.
/// Hidden while there are none. Thread of the window.
#pragma once

#include "core/exchange/UnfinishedImports.h"

#include <QTimeZone>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ui {

/// "The import of clients.csv on … stopped after 1,200 rows."
[[nodiscard]] QString unfinishedWords(const core::UnfinishedImport& import, const QTimeZone& zone);

class UnfinishedList : public QWidget
{
    Q_OBJECT

public:
    explicit UnfinishedList(const QTimeZone& zone, QWidget* parent = nullptr);

    void show(const std::vector<core::UnfinishedImport>& imports);

Q_SIGNALS:
    void resumeWanted(const core::UnfinishedImport& import);
    void takeBackWanted(const core::UnfinishedImport& import);

private:
    QWidget* makeRow(const core::UnfinishedImport& import, bool isFirst);

    QTimeZone m_zone;
    QVBoxLayout* m_column;
};

} // namespace ui
