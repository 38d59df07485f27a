// A file of an import up to its table: encoding, delimiter, cells, layout. Only some inputs have their encoding found out, by
// their bytes' sum, so that mutations do not choose it: it takes longer than all the rest.
#include "tests/fuzz/FuzzTarget.h"

#include "core/exchange/CsvReader.h"
#include "core/exchange/TableLayout.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <numeric>

using namespace core;

namespace {

/// CsvReader takes a path; where TMPDIR lies in memory this costs little.
QString written(const QByteArray& bytes)
{
    static const QTemporaryDir folder;
    static QFile file(folder.filePath(QStringLiteral("table.csv")));
    if (!file.isOpen()) {
        FUZZ_CHECK(file.open(QIODevice::ReadWrite));
    }
    file.resize(0);
    file.seek(0);
    file.write(bytes);
    file.flush();
    return file.fileName();
}

CsvOptions options(unsigned choice, const QByteArray& bytes)
{
    constexpr std::array encodings{"",
                                   "utf-8",
                                   "gb18030",
                                   "utf-8",
                                   "big5",
                                   "utf-16le",
                                   "shift_jis",
                                   "windows-1252",
                                   "hz",
                                   "utf-7"};
    constexpr unsigned guessed = 4; // of that many
    if (choice % encodings.size() == 0
        && std::accumulate(bytes.begin(), bytes.end(), 0U) % guessed != 0) {
        ++choice;
    }
    constexpr std::array<char16_t, 5> delimiters{0, 0, u',', u';', u'\t'};
    return {QLatin1String(encodings[choice % encodings.size()]),
            QChar(delimiters[choice / encodings.size() % delimiters.size()])};
}

std::vector<CsvRow> rowsOf(CsvReader& reader)
{
    std::vector<CsvRow> rows;
    while (true) {
        auto row = reader.next();
        FUZZ_CHECK(row);
        if (!*row) {
            return rows;
        }
        FUZZ_CHECK((*row)->cells.size() <= CsvReader::mostColumns);
        FUZZ_CHECK(rows.empty() || (*row)->line > rows.back().line);
        rows.push_back(**std::move(row));
    }
}

/// What was read is read the same from the beginning.
void checkAgain(CsvReader& reader, const std::vector<CsvRow>& rows)
{
    FUZZ_CHECK(reader.rewind());
    const std::vector<CsvRow> again = rowsOf(reader);
    FUZZ_CHECK(again.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        FUZZ_CHECK(again[i].cells == rows[i].cells && again[i].line == rows[i].line
                   && again[i].problem == rows[i].problem);
    }
}

/// A file is decoded piece by piece; where a piece ends makes no difference.
void checkPieces(const QString& encoding, const QByteArray& bytes)
{
    constexpr qsizetype piece = 3;
    const QString whole = TextDecoder(encoding).decode(bytes, true);
    TextDecoder decoder(encoding);
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        text += decoder.decode(bytes.mid(at, piece), at + piece >= bytes.size());
    }
    FUZZ_CHECK(text == whole);
}

} // namespace

FUZZ_TARGET(bytes)
{
    const FuzzInput input(bytes);
    auto reader = CsvReader::open(written(input.rest), options(input.choice, input.rest));
    if (!reader) {
        FUZZ_CHECK(!reader.error().message.isEmpty());
        return;
    }
    const std::vector<CsvRow> rows = rowsOf(*reader);
    const TableLayout layout = findLayout(rows);
    FUZZ_CHECK(layout.headerRow < qsizetype(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        (void)rowKind(layout, rows[i], qsizetype(i));
    }
    if (input.choice >= 128) {
        checkAgain(*reader, rows);
        checkPieces(reader->encoding(), input.rest);
    }
}
