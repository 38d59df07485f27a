#include "ui/clients/TableCopying.h"

#include "core/exchange/CsvWriter.h"
#include "ui/clients/ListColumns.h"
#include "ui/widgets/SecretClipboard.h"

#include <QCoreApplication>

namespace ui {

namespace {

/// Long enough to change into the spreadsheet and paste.
constexpr std::chrono::seconds tableStays{60};

QString sayCopying(const char* sentence, int count = -1)
{
    return QCoreApplication::translate("ui::TableCopying", sentence, nullptr, count);
}

/// One cell; nothing in it ends the cell or the line, and no spreadsheet runs it.
QString cellOf(QString text)
{
    for (const QChar sign : {QChar(u'\t'), QChar(u'\n'), QChar(u'\r')}) {
        text.replace(sign, u' ');
    }
    return core::guardedCell(text);
}

QString tableOf(const std::vector<core::ClientRow>& rows,
                const std::vector<int>& columns,
                const QTimeZone& zone)
{
    QStringList lines;
    QStringList header;
    for (const int column : columns) {
        header.append(columnLabel(column));
    }
    lines.append(header.join(u'\t'));
    for (const core::ClientRow& row : rows) {
        QStringList cells;
        for (const int column : columns) {
            cells.append(cellOf(cellText(listColumns()[std::size_t(column)], row, zone)));
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace

void copyAsTable(OfficeJobs& jobs,
                 QObject* guard,
                 const std::vector<core::ClientPk>& clients,
                 const std::vector<int>& columns,
                 const std::function<void(const QString&)>& said)
{
    std::vector<core::Field> fields;
    for (const int column : columns) {
        if (const auto& field = listColumns()[std::size_t(column)].field) {
            fields.push_back(*field);
        }
    }
    struct Copied
    {
        QString table;
        int rows = 0;
        int leftOut = 0;
    };
    jobs.run<Copied>(
        Lane::Log,
        guard,
        [clients, fields, columns](core::Office& office, core::Progress&) -> core::Result<Copied> {
            auto copied = office.exporter().copy(clients, fields);
            if (!copied) {
                return copied.error();
            }
            return Copied{tableOf(copied->rows, columns, office.context().timeZone),
                          int(copied->rows.size()),
                          int(copied->leftOut)};
        },
        [said](const core::Result<Copied>& copied) {
            if (!copied) {
                said(copied.error().message);
                return;
            }
            copySecret(copied->table, tableStays);
            QString words = sayCopying(
                QT_TRANSLATE_N_NOOP("ui::TableCopying",
                                    "%n client(s) copied as a table. The clipboard is emptied "
                                    "after a minute."),
                copied->rows);
            if (copied->leftOut > 0) {
                words += u' '
                    + sayCopying(QT_TRANSLATE_N_NOOP("ui::TableCopying",
                                                     "%n of them you may not take out."),
                                 copied->leftOut);
            }
            said(words);
        });
}

} // namespace ui
