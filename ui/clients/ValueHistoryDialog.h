/// ValueHistoryDialog: what one value of a record was, newest first: the values beside one another with when and by whom each
/// came, how, and who approved it. Thread of the window.
///
///     auto* dialog = new ValueHistoryDialog({tr("Phone"), {Field::Phone}}, history, zone, this);
#pragma once

#include "core/records/HistoryStore.h"

#include <QDialog>
#include <QTimeZone>

#include <vector>

class QTableWidget;

namespace ui {

class ValueHistoryDialog : public QDialog
{
    Q_OBJECT

public:
    struct Value
    {
        QString label;
        std::vector<core::Field> fields; ///< an address is several
    };

    /// `history`: of the record, newest first.
    ValueHistoryDialog(const Value& value,
                       const std::vector<core::HistoryEntry>& history,
                       const QTimeZone& zone,
                       QWidget* parent);

private:
    void add(const Value& value, const core::HistoryEntry& entry, const QTimeZone& zone);

    QTableWidget* m_table;
};

} // namespace ui
