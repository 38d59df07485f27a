/// CommandPalette: Ctrl+K: one line to type into that finds clients and everything the window can be told to do, by words,
/// Chinese, pinyin and initials, from any place and without the mouse. With nothing typed: the clients opened last and
/// all that can be done now. Clients are looked up on the reading thread, as typed. Lies over its window, below the upper
/// edge; goes with Esc or when the keyboard goes elsewhere. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"
#include "ui/shell/Commands.h"
#include "ui/shell/PaletteModel.h"

#include <QFrame>
#include <QTimer>

class QLineEdit;
class QListView;

namespace ui {

class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(OfficeJobs& jobs, const Commands& commands, QWidget* parent);

    void open(const QString& typed = {});

Q_SIGNALS:
    void clientWanted(core::ClientPk client, const core::ClientId& id);
    /// In a window of its own.
    void windowWanted(core::ClientPk client, const core::ClientId& id);
    /// As the search of the list.
    void searchWanted(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void typed();
    void readClients();
    void showClients(const core::Result<std::vector<core::ClientRow>>& rows, int round);
    void build();
    void addClients(std::vector<PaletteModel::Row>* rows) const;
    void addCommands(std::vector<PaletteModel::Row>* rows) const;
    void step(int by, bool isPage = false);
    void choose(bool inWindow);
    void close(bool giveBack);
    void place();
    bool pressed(int key, Qt::KeyboardModifiers modifiers);

    OfficeJobs& m_jobs;
    const Commands& m_commands;
    QLineEdit* m_edit;
    QListView* m_list;
    PaletteModel* m_model;
    QTimer m_timer{this};
    std::vector<core::ClientRow> m_clients;
    QString m_problem;
    QPointer<QWidget> m_before; ///< who had the keyboard
    int m_round = 0;
    bool m_isReading = false;
    bool m_wantsFirst = false; ///< Return was pressed before the clients came
    bool m_isMoved = false; ///< the person has chosen another row than the first
};

} // namespace ui
