/// MergeDialog: two to twenty records become one. The records side by side (MergeTable), conflicts first; the proposed value
/// chosen by a stated reason, one click (or Enter) takes another, the result takes a free value; Ctrl+Z takes the last choice
/// back. Beside it the record as it will be; above it why the program takes them for one. Whether somebody else has to approve it is known before.
/// Thread of the window.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/MergePlan.h"
#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Dialog.h"

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class RecordPreview;
class MergeTable;

struct RecordsToMerge
{
    std::vector<core::Client> clients;
    std::vector<core::Field> same{}; ///< where confidential values are known to be the same
};

class MergeDialog : public Dialog
{
    Q_OBJECT

public:
    MergeDialog(OfficeJobs& jobs, RecordsToMerge records, QWidget* parent = nullptr);

    [[nodiscard]] const core::MergePlan& plan() const { return m_plan; }
    /// Begins with this plan of the same records, the first of which stays, instead of a new proposal.
    void setPlan(const core::MergePlan& plan);
    /// Takes the value of a cell, as a click does.
    void takeCell(int row, int column);
    /// Takes every value that this record has.
    void takeAll(int column);
    void undoChoice();
    [[nodiscard]] QString unsavedWork() const override;
    void reject() override;
    void showPreview(bool isShown);

Q_SIGNALS:
    /// Merged, or (without a number) asked for.
    void merged(core::MergePk merge, const QString& words);

private:
    /// What the dialog reads once.
    struct Around
    {
        std::vector<core::AttachedThings> attached;
        std::vector<core::DuplicatePair> pairs;
    };

    /// What a choice is taken back to.
    struct Past
    {
        core::MergePlan plan;
        std::vector<core::Field> decided;
    };

    QWidget* makeHead();
    QLayout* makeTools();
    void addShortcuts();
    void remember();
    void showOnlyConflicts(bool isOnly);
    void decided(core::Field field);
    [[nodiscard]] std::vector<core::Field> conflicts() const;
    QWidget* makeFoot();
    void connectParts();
    void readAround();
    void propose(std::size_t survivor);
    void showPlan();
    void foresee();
    void showForecast(const core::Result<core::MergeForecast>& forecast);
    void showReasons();
    void typed(core::Field field, const QString& text);
    void apply();

    OfficeJobs& m_jobs;
    std::vector<core::Client> m_clients;
    std::vector<core::Field> m_same;
    core::MergePlan m_plan;
    std::vector<core::DuplicatePair> m_pairs;
    std::vector<core::Field> m_decided; ///< conflicts that the person has settled
    std::vector<Past> m_past;
    QComboBox* m_survivor;
    QLabel* m_about;
    QLabel* m_why;
    MergeTable* m_table;
    RecordPreview* m_preview;
    QLineEdit* m_reason;
    QLabel* m_approval;
    QLabel* m_problem;
    QPushButton* m_onlyConflicts;
    QPushButton* m_allFields;
    QPushButton* m_next;
    QPushButton* m_takeAll;
    QPushButton* m_undo;
    QLabel* m_progress; ///< how many of the differences are settled
    QPushButton* m_previewButton;
    QPushButton* m_merge;
    int m_round = 0;
    bool m_asks = false;
};

} // namespace ui
