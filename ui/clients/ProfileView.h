/// ProfileView: the values of one record as people read them, in groups: who to talk to, where they are, what they do,
/// what the office notes, when the record changed. What is empty is left out. Thread of the window.
#pragma once

#include "core/records/Client.h"

#include <QScrollArea>
#include <QTimeZone>

class QFormLayout;

namespace ui {

class ProfileView : public QScrollArea
{
    Q_OBJECT

public:
    explicit ProfileView(const QTimeZone& zone, QWidget* parent = nullptr);

    /// `remark` stands below, for instance why so little is shown.
    void show(const core::Client& client, const QString& remark);

private:
    void addValue(const QString& label, const QString& value);
    void addField(core::Field field);
    void addContacts();
    void addAddress();
    void addTime(core::Field field, const QDateTime& time);
    void endGroup();

    QTimeZone m_zone;
    core::Client m_client;
    QFormLayout* m_form = nullptr;
    int m_rows = 0; ///< of the present group
};

} // namespace ui
