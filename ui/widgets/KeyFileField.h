/// KeyFileField: the path of a key file, typed or chosen. Thread of the window; whether the file is there is for whoever
/// reads it.
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace ui {

class KeyFileField : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose : std::uint8_t
    {
        LogIn, ///< a file that is there
        Set ///< any file, or the name of one that will be made
    };

    KeyFileField(Purpose purpose, QWidget* parent);

    [[nodiscard]] QString path() const;
    void setPath(const QString& path);

Q_SIGNALS:
    void edited();
    void returnPressed();

private:
    void choose();

    Purpose m_purpose;
    QLineEdit* m_path;
};

} // namespace ui
