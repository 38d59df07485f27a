/// MergePreview: the record as it will be after a merge, as the client list shows one. Thread of the window.
#pragma once

#include "core/records/Client.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace ui {

class ProfileView;

class MergePreview : public QWidget
{
    Q_OBJECT

public:
    explicit MergePreview(const QTimeZone& zone, QWidget* parent = nullptr);

    void show(const core::Client& client);

private:
    QLabel* m_name;
    QLabel* m_about;
    ProfileView* m_profile;
};

} // namespace ui
