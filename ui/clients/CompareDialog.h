/// CompareDialog: what is being typed beside a client that is in the office already: the fields that either has, those that
/// differ marked, so that whoever types sees whether it is the same. Reads the record, which is a look at it. Thread of the
/// window.
#pragma once

#include "core/records/ClientParts.h"
#include "ui/jobs/OfficeJobs.h"

#include <QDialog>

class QTableWidget;

namespace ui {

class StateView;

class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(OfficeJobs& jobs,
                  core::ClientValues typed,
                  const core::DuplicateHint& hint,
                  QWidget* parent);

Q_SIGNALS:
    /// Somebody wants to see that record instead.
    void openWanted(const core::ClientId& id);

private:
    void show(const core::Client& there);

    core::ClientValues m_typed; ///< standardized
    QTableWidget* m_table;
    StateView* m_state;
};

} // namespace ui
