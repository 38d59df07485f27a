/// ProfileView: the values of one record as people read them, in groups: who to talk to, where they are, what they do,
/// what the office notes, what is confidential, when the record changed. What is empty is left out; whoever may edit gives
/// it a value with "Add a value" below. A confidential value stands masked; whoever may open it asks for it with a button,
/// and it is masked again after 30 seconds. The others are lines (ValueLine): Tab goes to one of them, the arrow keys to the
/// next. Thread of the window.
#pragma once

#include "core/records/Client.h"
#include "core/records/ConsentStore.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QScrollArea>
#include <QTimeZone>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace ui {

class ScreenPrivacy;
class ValueLine;

class ProfileView : public QScrollArea
{
    Q_OBJECT

public:
    explicit ProfileView(const QTimeZone& zone, QWidget* parent = nullptr);

    ~ProfileView() override;

    /// What is shown beside the values.
    struct Around
    {
        QString remark{}; ///< stands below, for instance why so little is shown
        std::vector<core::Consent> consents{};
        bool mayReveal = false; ///< the person has the key of confidential values
        bool mayWithdraw = false; ///< consents
        bool mayEdit = false; ///< values, where they stand
        bool mayAdd
            = false; ///< values that are empty; not where they are merely not shown to this role
    };
    /// The same record again, after somebody has saved: what was scrolled to stays in sight, and a value that is revealed and
    /// still the same stays so for the rest of its time.
    void show(const core::Client& client, const Around& around);
    /// A line for a field that is empty, to be edited; hideEmpty() takes it away again.
    void showEmpty(core::Field field);
    void hideEmpty();
    [[nodiscard]] bool isShowingEmpty() const { return m_added.has_value(); }
    /// Where the keyboard is after the next show(), if it is in here until then.
    void goOnAt(core::Field field) { m_goOnAt = field; }
    /// After an editor stood in a line: all are as high again as their words.
    void fitLines();
    /// An editor in one of the lines, also where it grows; nothing where it is elsewhere.
    void keepInSight(QWidget* editor);
    /// The keyboard goes to the line at the top.
    void focusFirst();
    /// The answer to revealWanted(). `stays` is another one in tests only.
    void reveal(const QString& place,
                const QString& text,
                std::chrono::milliseconds stays = std::chrono::seconds{30});
    /// At once: the window is locked, another record comes.
    void maskAll();
    /// The line that shows the field; null where it is empty or confidential.
    [[nodiscard]] ValueLine* lineOf(core::Field field) const;

Q_SIGNALS:
    void editWanted(ui::ValueLine* line);
    void historyWanted(ui::ValueLine* line);
    /// Up from the line at the top.
    void leftUpwards();
    /// A value for a field that is empty.
    void addWanted(core::Field field);
    /// What went to the clipboard.
    void copied(const QString& label);
    /// "id_number", "custom:NAME".
    void revealWanted(const QString& place);
    /// "identity", "payment", "custom:NAME".
    void withdrawWanted(const QString& purpose);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A confidential value as it stands there.
    struct Masked
    {
        QLabel* value = nullptr;
        QPushButton* button = nullptr;
        QString token; ///< as it is stored
        QString text; ///< while it is revealed
        QDeadlineTimer until{};
    };
    void build();
    [[nodiscard]] bool isAsShown(const core::Client& client, const Around& around) const;
    [[nodiscard]] QHash<QString, Masked> revealed() const;
    void revealAgain(const QHash<QString, Masked>& before);
    void addConfidential(const QString& label, const QString& place, const QString& token);
    void addConsents();
    void addStandingConsent(const core::Consent& consent, const QString& words);
    void pressed(const QString& place);
    void mask(const QString& place);

    void addRow(QWidget* name, QWidget* value);
    void addRow(QWidget* wide);
    /// In the tone of names, and no wider than a form of such a panel has room for.
    [[nodiscard]] QLabel* makeName(const QString& label);
    [[nodiscard]] QLabel* makeValue(const QString& label, const QString& value);
    void
    addValue(const QString& label, const QString& value, const std::vector<core::Field>& fields);
    void addValue(const QString& label, const QString& value);
    void moveFrom(const ValueLine* line, int steps);
    void addField(core::Field field);
    void addContacts();
    void addAddress();
    void addTime(core::Field field, const QDateTime& time);
    void addTags();
    void addAdding();
    /// Of an empty field, for the menu; where the person may fill it.
    void noteMissing(core::Field field, const QString& label);
    void
    addLine(const QString& label, const QString& value, const std::vector<core::Field>& fields);
    /// The field whose line the keyboard is to be on after show(); Field::Id: no line's, but in here.
    [[nodiscard]] std::optional<core::Field> wantedFocus();
    void focusLineOf(core::Field field);
    void take(ValueLine* line);
    void endGroup();

    QTimeZone m_zone;
    core::Client m_client;
    Around m_around;
    QHash<QString, Masked> m_masked; ///< by place
    std::unique_ptr<ScreenPrivacy> m_privacy; ///< while something is revealed
    QGridLayout* m_grid = nullptr;
    std::vector<ValueLine*> m_lines; ///< from top to bottom
    /// A field that is empty, and how people call it.
    struct Missing
    {
        core::Field field;
        QString label;
    };
    std::vector<Missing> m_missing;
    std::optional<core::Field> m_added; ///< one of them that has a line all the same
    std::optional<core::Field> m_addedShown; ///< as it is built
    std::optional<core::Field> m_goOnAt;
    QPushButton* m_adding = nullptr;
    int m_rows = 0; ///< of the present group
};

} // namespace ui
