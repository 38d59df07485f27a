/// ImportCounts: what an import will do or has done: the counts, what needs a look, where the rejected rows are. Brief above the
/// rows themselves: the counts, and what no row shows. Thread of the window.
#pragma once

#include "core/exchange/Importer.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace ui {

class ImportCounts : public QScrollArea
{
    Q_OBJECT

public:
    enum Extent
    {
        Whole,
        Brief
    };
    explicit ImportCounts(Extent extent, QWidget* parent = nullptr);

    /// One sentence instead: what is going on, or what went wrong.
    void say(const QString& words, bool isProblem);
    void show(const core::ImportResult& result);
    /// A word behind the counts: they are being worked out anew.
    void sayAgain(const QString& words);

Q_SIGNALS:
    /// The rejected rows shall be brought in, corrected.
    void correctWanted(const QString& file);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void addBrief(QVBoxLayout* column, const core::ImportResult& result);
    QVBoxLayout* begin();

    static void addTiles(QVBoxLayout* column, const core::BatchCounts& counts);
    static void addNotices(QVBoxLayout* column, const core::ImportResult& result);
    void addRejected(QVBoxLayout* column, const QString& file);
    static void addFindings(QVBoxLayout* column, const core::ImportResult& result);

    Extent m_extent;
    QLabel* m_again = nullptr;
};

} // namespace ui
