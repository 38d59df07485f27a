/// LogDetail: all of one line of the log: what, who, where, when, what it is about, its detail, its place in the chain and
/// whether its signature holds. Thread of the window.
#pragma once

#include "core/security/LogQueries.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace ui {

class LogDetail : public QWidget
{
    Q_OBJECT

public:
    explicit LogDetail(const QTimeZone& zone, QWidget* parent = nullptr);

    void show(const core::LogLine& line, const QString& problem);
    void clear();

private:
    void set(QLabel* label, const QString& text);

    QTimeZone m_zone;
    QLabel* m_what;
    QLabel* m_signature;
    QLabel* m_who;
    QLabel* m_when;
    QLabel* m_where;
    QLabel* m_about;
    QLabel* m_rows;
    QLabel* m_text;
    QLabel* m_place;
};

} // namespace ui
