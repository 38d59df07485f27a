/// ImportCounts: what an import will do or has done: the counts, what needs a look, where the rejected rows are. Thread of
/// the window.
#pragma once

#include "core/exchange/Importer.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

class ImportCounts : public QScrollArea
{
    Q_OBJECT

public:
    explicit ImportCounts(QWidget* parent = nullptr);

    /// One sentence instead: what is going on, or what went wrong.
    void say(const QString& words, bool isProblem);
    void show(const core::ImportResult& result);

private:
    QVBoxLayout* begin();

    static void addTiles(QVBoxLayout* column, const core::BatchCounts& counts);
    static void addNotices(QVBoxLayout* column, const core::ImportResult& result);
    void addRejected(QVBoxLayout* column, const QString& file);
    static void addFindings(QVBoxLayout* column, const core::ImportResult& result);
};

} // namespace ui
