/// ImportColumns: the columns of a file, a line each: what it is called there, what stands in it, the field it goes into, which
/// can be changed; beside them the first rows as the clients they become. What is stored nowhere or left out is named. Where
/// the text cannot be read, one key shows it in the next encoding. Thread of the window.
#pragma once

#include "core/exchange/ImportFile.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

class RecordPreview;

class ImportColumns : public QWidget
{
    Q_OBJECT

public:
    explicit ImportColumns(const QTimeZone& zone, QWidget* parent = nullptr);

    void show(const core::ImportPreview& preview, const QString& fileName);
    [[nodiscard]] QString encoding() const;
    /// Columns without a field shall become own fields.
    [[nodiscard]] bool keepsUnmapped() const;
    /// For another file: nothing is said about it yet.
    void forget();
    /// Some column is the client's name: without one nothing can come in.
    [[nodiscard]] bool hasName() const { return m_hasName; }
    /// The columns' number, as it is told on later steps.
    [[nodiscard]] QStringList headers() const;

Q_SIGNALS:
    void encodingChosen();
    void keepingChosen();
    void forgettingChosen();
    /// `target` as columnUseName() spells it.
    void columnChosen(const QString& header, const QString& target);

private:
    QLayout* makeTop();
    QWidget* makeExample();
    void connectParts();
    void fillColumn(int index);
    void placeColumns();
    void nextEncoding();
    void showRow(int row);
    [[nodiscard]] QString samplesOf(int index) const;
    [[nodiscard]] QStringList notices() const;

    core::ImportPreview m_preview;
    QLabel* m_about;
    QComboBox* m_encoding;
    QPushButton* m_nextEncoding;
    QTableWidget* m_table;
    QWidget* m_side;
    RecordPreview* m_record;
    QLabel* m_which; ///< row of the preview
    QPushButton* m_before;
    QPushButton* m_after;
    QLabel* m_notices;
    QLabel* m_remembered; ///< the fields are those of an earlier import
    QPushButton* m_forget;
    QCheckBox* m_keep;
    int m_row = 0;
    bool m_hasName = false;
};

} // namespace ui
