/// Pace and followJob: how far long work is, how fast it goes and how long it will still take, said the same way everywhere.
///
///     followJob(m_job, m_bar, m_phase);   // "Exporting: 1,200 of 3,400 · 800 per second · about 3 seconds to go"
///
/// Thread of the window.
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QString>
#include <QWidget>

#include <cstdint>
#include <functional>

class QLabel;
class QProgressBar;

namespace ui {

class Job;

class Pace
{
    Q_DECLARE_TR_FUNCTIONS(ui::Pace)

public:
    void begin(qint64 done = 0);
    [[nodiscard]] qint64 done() const { return m_done; }

    /// "1,200 of 3,400 · 800 per second · about 3 seconds to go", as far as it is known.
    [[nodiscard]] QString words(qint64 done, qint64 total);
    /// "about 3 seconds to go"; empty while nobody can know.
    [[nodiscard]] QString rest(qint64 done, qint64 total);
    /// Of what was counted since begin().
    [[nodiscard]] qint64 perSecond(qint64 counted) const;

private:
    QElapsedTimer m_clock;
    qint64 m_from = 0;
    qint64 m_done = 0;
};

/// What the work counts: things that people know (clients, groups), or its own steps, which nobody wants told.
enum class Counted : std::uint8_t
{
    Things,
    Steps
};

/// Until the work ends; `say` gets the words each time.
void followJob(Job* job,
               QProgressBar* bar,
               const std::function<void(const QString&)>& say,
               Counted counted = Counted::Things);
void followJob(Job* job, QProgressBar* bar, QLabel* words, Counted counted = Counted::Things);

/// Without a number in it, and named for who does not see it.
[[nodiscard]] QProgressBar* makeProgressBar(QWidget* parent);

/// A bar, and below it how far and how fast; there only while its job runs.
class JobBar : public QWidget
{
    Q_OBJECT

public:
    explicit JobBar(QWidget* parent);

    void follow(Job* job);

private:
    QProgressBar* m_bar;
    QLabel* m_rest;
};

} // namespace ui
