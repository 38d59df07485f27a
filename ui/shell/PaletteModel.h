/// PaletteModel: the rows of the command palette: clients and commands under their headings, in one list. Thread of the
/// window.
#pragma once

#include "core/search/ClientQueries.h"
#include "ui/shell/Commands.h"

#include <QAbstractListModel>
#include <QIcon>

#include <vector>

namespace ui {

class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind : std::uint8_t
    {
        Heading,
        Client,
        Command,
        InList, ///< the typed text as a search of the list
        Remark
    };
    enum Role
    {
        AboutRole = Qt::UserRole + 1, ///< beside the name, quieter
        KeyRole,
        HeadingRole
    };
    struct Row
    {
        Kind kind = Kind::Heading;
        QString text;
        QString about{};
        QString key{};
        QIcon icon{};
        QAction* action = nullptr;
        core::ClientPk client{};
        core::ClientId id{};
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<Row> rows);
    [[nodiscard]] const Row* at(int row) const;
    /// The next row from there that can be chosen; -1 where there is none.
    [[nodiscard]] int nextChoice(int from, int step) const;

    [[nodiscard]] static Row rowOf(const core::ClientRow& client);
    [[nodiscard]] static Row rowOf(const Commands::Entry& command);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace ui
