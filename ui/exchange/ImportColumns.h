/// ImportColumns: the first rows of a file, and above each column the field it goes into, which can be changed; what is
/// stored nowhere or left out is named. Thread of the window.
#pragma once

#include "core/exchange/ImportFile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

class ImportColumns : public QWidget
{
    Q_OBJECT

public:
    explicit ImportColumns(QWidget* parent = nullptr);

    void show(const core::ImportPreview& preview, const QString& fileName);
    [[nodiscard]] QString encoding() const;
    /// Columns without a field shall become own fields.
    [[nodiscard]] bool keepsUnmapped() const;
    /// For another file: nothing is said about it yet.
    void forget();
    /// Some column is the client's name: without one nothing can come in.
    [[nodiscard]] bool hasName() const { return m_hasName; }

Q_SIGNALS:
    void encodingChosen();
    void keepingChosen();
    void forgettingChosen();
    /// `target` as columnUseName() spells it.
    void columnChosen(const QString& header, const QString& target);

private:
    void fillColumn(int index, const core::ImportPreview& preview);
    [[nodiscard]] static QStringList notices(const core::ImportPreview& preview, bool hasName);

    QLabel* m_about;
    QComboBox* m_encoding;
    QTableWidget* m_table;
    QLabel* m_notices;
    QLabel* m_remembered; ///< the fields are those of an earlier import
    QPushButton* m_forget;
    QCheckBox* m_keep;
    bool m_hasName = false;
};

} // namespace ui
