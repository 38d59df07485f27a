#include "ui/shell/PaletteModel.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/Theme.h"

namespace ui {

void PaletteModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const PaletteModel::Row* PaletteModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

int PaletteModel::nextChoice(int from, int step) const
{
    for (int row = from; row >= 0 && row < int(m_rows.size()); row += step) {
        const Kind kind = m_rows[std::size_t(row)].kind;
        if (kind != Kind::Heading && kind != Kind::Remark) {
            return row;
        }
    }
    return -1;
}

PaletteModel::Row PaletteModel::rowOf(const core::ClientRow& client)
{
    const core::Client& record = client.client;
    QStringList about;
    for (const auto field : {core::Field::Contact, core::Field::Phone, core::Field::City}) {
        const QString text = core::shownValue(field, record.value(field));
        if (!text.isEmpty() && text != record.value(core::Field::Name)) {
            about.append(text);
        }
    }
    const bool isPerson = record.value(core::Field::Type) == QLatin1String("person");
    return {Kind::Client,
            record.value(core::Field::Name),
            about.join(QStringLiteral(" · ")),
            {},
            theme::icon(isPerson ? "person" : "company"),
            nullptr,
            record.pk,
            record.id()};
}

PaletteModel::Row PaletteModel::rowOf(const Commands::Entry& command)
{
    return {Kind::Command,
            command.action->text(),
            {},
            keyText(command.command.key),
            command.action->icon(),
            command.action,
            {},
            {}};
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const Row* row = at(index.row());
    if (row == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return row->text;
    case Qt::DecorationRole:
        return row->icon;
    case Qt::AccessibleTextRole:
        return row->about.isEmpty() ? row->text : row->text + QStringLiteral(", ") + row->about;
    case AboutRole:
        return row->about;
    case KeyRole:
        return row->key;
    case HeadingRole:
        return row->kind == Kind::Heading;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    const Row* row = at(index.row());
    const bool canChoose
        = row != nullptr && row->kind != Kind::Heading && row->kind != Kind::Remark;
    return canChoose ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags();
}

} // namespace ui
