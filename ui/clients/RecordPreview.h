/// RecordPreview: a record as it will be (after a merge, out of a row of a file), as the client list shows one. Thread of the
/// window.
#pragma once

#include "core/records/Client.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace ui {

class ProfileView;

class RecordPreview : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPreview(const QTimeZone& zone, QWidget* parent = nullptr);

    /// `remark` stands below the values.
    void show(const core::Client& client, const QString& remark = {});
    /// Above the name, otherwise "As it will be"; empty: none.
    void setHeading(const QString& words);

private:
    QLabel* m_heading;
    QLabel* m_name;
    QLabel* m_about;
    ProfileView* m_profile;
};

} // namespace ui
