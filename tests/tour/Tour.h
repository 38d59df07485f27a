/// Tour: drives the real window and keeps pictures of it. The scenes stand in files of their own (Scenes.h).
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QDir>
#include <QMap>
#include <QStringList>

#include <memory>

class QLineEdit;
class QPushButton;
class QWidget;

namespace tour {

constexpr int longestWaitMs = 20'000;
constexpr int turnMs = 15;

using Access = std::shared_ptr<const core::OfficeAccess>;

class Tour
{
public:
    Tour(QDir folder, int scale)
        : m_folder(std::move(folder))
        , m_scale(scale)
    { }

    void setLook(const QString& language, const QString& theme)
    {
        m_language = language;
        m_theme = theme;
    }

    /// Until nothing is read or written any more.
    static void settle(const ui::OfficeJobs* jobs);
    /// A picture of what is visible, once it is at rest.
    void shoot(QWidget* widget, const char* page, const ui::OfficeJobs* jobs = nullptr);
    /// The same while something runs.
    void shootNow(QWidget* widget, const char* page);
    void miss(const char* page);

    [[nodiscard]] const QStringList& pictures() const { return m_pictures; }
    [[nodiscard]] bool hasMissed() const { return m_missed; }
    /// What Inspector found, and in which pictures.
    [[nodiscard]] const QMap<QString, QStringList>& faults() const { return m_faults; }

private:
    QDir m_folder;
    int m_scale;
    QString m_language;
    QString m_theme;
    QStringList m_pictures;
    QMap<QString, QStringList> m_faults;
    bool m_missed = false;
};

/// The button that the visible step is for.
[[nodiscard]] QPushButton* primaryOf(QWidget* widget);
[[nodiscard]] QList<QLineEdit*> visibleEdits(QWidget* widget);

} // namespace tour
