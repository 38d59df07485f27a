/// ClientListModel: a list that scrolls every client of the office: the row numbers in order, eight bytes each, and the
/// rows themselves read in pages as they come into sight. Nothing is read or made into words on the window's thread; what has not
/// come yet shows an ellipsis. Its columns are those of ListColumns.h. Thread of the window.
#pragma once

#include "core/search/ClientQueries.h"
#include "ui/clients/ListColumns.h"
#include "ui/jobs/OfficeJobs.h"

#include <QAbstractTableModel>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QSet>
#include <QTimer>

#include <optional>
#include <vector>

namespace ui {

/// A row's badges, an int of Badge bits.
constexpr int badgesRole = 0x1010; // above those of Parts.h

class ClientListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int NameColumn = 0;

    explicit ClientListModel(OfficeJobs& jobs, QObject* parent = nullptr);

    /// What is listed: what a search finds, where it is not empty, and the filter lets through.
    void setQuery(const QString& search, const QString& filter);
    void refresh();
    /// Somebody has saved. Where the order takes long to make, the rows are read again at once and the order a while later: a
    /// busy office would keep the computer sorting.
    void hear();
    /// An order that is being made is given up; the one before stays.
    void giveUp();
    /// An order is being made: another list than this one is about to come.
    [[nodiscard]] bool isAsking() const { return !m_job.isNull(); }

    [[nodiscard]] core::ClientPk pkAt(int row) const;
    [[nodiscard]] int rowOf(core::ClientPk pk) const; ///< -1 where it is not listed
    [[nodiscard]] std::optional<core::ClientRow>
    clientAt(int row) const; ///< nothing while it is being read
    [[nodiscard]] const std::vector<core::ClientPk>& order() const { return m_order; }
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] bool isDescending() const { return m_descending; }
    /// What a search found, best first: the header shows no order then.
    [[nodiscard]] bool isBestFirst() const { return !m_search.isEmpty() && !m_sortsFound; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// The order has come: what is listed may be another now.
    void loaded();
    void failed(const core::Error& error);
    /// An order is being made (`total` 0: nobody knows how long), or is not any more.
    void busy(qint64 done, qint64 total);
    void idle();
    /// It was given up: what is listed is as it was.
    void stopped();

private:
    /// A row with its words, which are made where it is read.
    struct Shown
    {
        core::ClientRow row;
        std::vector<QString> texts; ///< by column
        int badges = 0;
    };

    static core::Result<std::vector<Shown>> readRows(core::Office& office,
                                                     const std::vector<core::ClientPk>& pks);
    [[nodiscard]] const Shown* shownAt(int row) const;
    [[nodiscard]] QVariant dataOf(const Shown& shown, int column, int role) const;
    [[nodiscard]] core::ListWanted wanted() const;
    [[nodiscard]] Lane laneFor(const core::ListWanted& wanted) const;
    void take(core::Result<std::vector<core::ClientPk>> order);
    void forgetRows();
    void fetch(int page) const;

    OfficeJobs& m_jobs;
    QIcon m_companyIcon;
    QIcon m_personIcon;
    QFont m_nameFont;
    QString m_search;
    QString m_filter;
    int m_sortColumn = NameColumn;
    bool m_descending = false;
    bool m_sortsFound = false; ///< somebody has put what was found in an order of his own
    int m_lastColumn = NameColumn; ///< what the list is really sorted by
    bool m_lastDescending = false;
    std::vector<core::ClientPk> m_order;
    mutable QHash<std::int64_t, Shown> m_rows;
    QHash<std::int64_t, Shown> m_before; ///< of the reading before
    mutable QSet<int> m_asked; ///< pages under way
    QPointer<Job> m_job;
    Lane m_lane = Lane::Read; ///< of m_job
    QElapsedTimer m_since;
    qint64 m_tookMs = 0; ///< the last order
    QTimer m_again{this};
    int m_round = 0; ///< of orders
    int m_rowsRound = 0;
};

} // namespace ui
