/// RecordHead: who a record is about, at a glance: the round mark, the name, number and kind, whose it is, its tags and
/// states as chips, and how to reach the primary contact, ready to be copied. Thread of the window.
#pragma once

#include "core/records/Client.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace ui {

class ValueLine;

class RecordHead : public QWidget
{
    Q_OBJECT

public:
    explicit RecordHead(QWidget* parent);

    /// What the record's own values do not say.
    struct About
    {
        QString department{}; ///< of its owner
        bool pending = false;
        bool possibleDuplicate = false;
        bool stale = false;
    };
    void show(const core::Client& client, const About& about);
    /// Edited where it stands, as the values of the profile are.
    [[nodiscard]] ValueLine* name() const { return m_name; }

Q_SIGNALS:
    /// What went to the clipboard, in words.
    void copied(const QString& label);

private:
    void addReach(const char* iconName, core::Field field, const QString& value);

    QLabel* m_mark;
    ValueLine* m_name;
    QLabel* m_about;
    QVBoxLayout* m_words;
    QWidget* m_chips = nullptr; ///< made anew for each record
    QWidget* m_reach = nullptr;
    QVBoxLayout* m_column;
    QString m_shown;
};

} // namespace ui
