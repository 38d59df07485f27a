/// ConflictDialog: fields that somebody else saved, too, while a form was open. Per field what both began with, what was
/// typed here, what stands there now and who saved it when; one of the two is taken, or another value typed. Nothing is
/// chosen beforehand: neither of them wins by default. Thread of the window.
#pragma once

#include "core/approval/ChangeService.h"
#include "ui/widgets/Dialog.h"

#include <QTimeZone>

#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;
class QScrollArea;

namespace ui {

/// Whose value of a field stays.
enum class Side
{
    Mine,
    Theirs,
    Other
};

struct ConflictDecision
{
    core::EditConflict conflict;
    Side side = Side::Theirs;
    QString typed; ///< of Side::Other, as the field's editor has it
};

class ConflictDialog : public Dialog
{
    Q_OBJECT

public:
    /// `owners`: names offered where another owner is chosen.
    ConflictDialog(const std::vector<core::EditConflict>& conflicts,
                   const QTimeZone& zone,
                   const QStringList& owners,
                   QWidget* parent = nullptr);

    /// Chooses as a person would (tests, tour); `typed` of Side::Other.
    void choose(std::size_t at, Side side, const QString& typed = {});

Q_SIGNALS:
    void decided(const std::vector<ui::ConflictDecision>& decisions);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// One field with what can be chosen for it.
    struct Row
    {
        core::EditConflict conflict;
        QButtonGroup* sides = nullptr;
        QWidget* editor = nullptr; ///< of another value; shown once that is chosen
    };

    QWidget*
    makeRow(const core::EditConflict& conflict, const QTimeZone& zone, const QStringList& owners);
    QWidget* makeButtons();
    void chooseAll(Side side);
    void showChoice();
    /// No higher than its fields need, as long as there are few.
    void fitToList();
    void decide();

    std::vector<Row> m_rows;
    QScrollArea* m_scroll;
    QLabel* m_left; ///< how many are not chosen yet
    QPushButton* m_save = nullptr;
};

} // namespace ui
