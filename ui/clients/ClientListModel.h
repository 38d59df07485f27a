/// ClientListModel: a list that scrolls every client of the office: the row numbers in order, eight bytes each, and the
/// rows themselves read in pages as they come into sight. Nothing is read on the window's thread; what has not come yet
/// shows an ellipsis. Thread of the window.
#pragma once

#include "core/search/ClientQueries.h"
#include "ui/jobs/OfficeJobs.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QSet>

#include <optional>
#include <vector>

namespace ui {

class ClientListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        ContactColumn,
        PhoneColumn,
        CityColumn,
        OwnerColumn,
        StateColumn,
        ActivityColumn,
        ColumnCount
    };

    explicit ClientListModel(OfficeJobs& jobs, QObject* parent = nullptr);

    /// What is listed: a search where it is not empty, else the filter.
    void setQuery(const QString& search, const QString& filter);
    void refresh();

    [[nodiscard]] core::ClientPk pkAt(int row) const;
    [[nodiscard]] int rowOf(core::ClientPk pk) const; ///< -1 where it is not listed
    [[nodiscard]] std::optional<core::ClientRow>
    clientAt(int row) const; ///< nothing while it is being read

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

private:
    void fetch(int page) const;
    [[nodiscard]] QVariant text(const core::ClientRow& row, int column) const;

    OfficeJobs& m_jobs;
    QIcon m_companyIcon;
    QIcon m_personIcon;
    QString m_search;
    QString m_filter;
    core::Field m_sort = core::Field::Name;
    bool m_descending = false;
    std::vector<core::ClientPk> m_order;
    mutable QHash<std::int64_t, core::ClientRow> m_rows;
    QHash<std::int64_t, core::ClientRow> m_before; ///< of the reading before
    mutable QSet<int> m_asked; ///< pages under way
    int m_round = 0;
};

} // namespace ui
