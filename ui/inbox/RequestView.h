/// RequestView: one request: who asks for what and why, old beside new per field with a box to leave a field out, whether
/// the signatures hold, and the buttons for whoever may press them. Decides nothing itself. Thread of the window.
#pragma once

#include "core/approval/RequestService.h"
#include "core/exchange/ImportFile.h"

#include <QTimeZone>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace ui {

class WaitingImport;

class RequestView : public QWidget
{
    Q_OBJECT

public:
    explicit RequestView(const QTimeZone& zone, QWidget* parent = nullptr);

    /// Which other requests ask for the same fields, in words.
    [[nodiscard]] static QString rivalWords(const core::ListedRequest& request);

    void show(const core::RequestDetail& detail);
    /// Of the file that waits, where it is about one.
    void showRows(const core::ImportPreview& preview);
    void clear();
    /// Of each the old and the new values, for one decision about `chosen` of them; shown() is the first.
    void showSeveral(const std::vector<core::RequestDetail>& details, int chosen);
    [[nodiscard]] const std::optional<core::RequestDetail>& shown() const { return m_shown; }
    /// The fields whose box is checked.
    [[nodiscard]] std::vector<core::Field> checkedFields() const;
    [[nodiscard]] QString comment() const;
    void focusComment();
    /// A request about which something is written that was not sent.
    [[nodiscard]] std::optional<core::RequestPk> unsent() const;
    void giveUpUnsent();
    /// They are decided.
    void forget(const std::vector<core::RequestPk>& requests);
    /// Of what is written, what these are about: the others are nobody's to decide any more.
    void forgetAllBut(const std::vector<core::RequestPk>& requests);
    [[nodiscard]] bool mayApprove() const;

Q_SIGNALS:
    void approveWanted();
    void rejectWanted();
    void withdrawWanted();
    void askAgainWanted();

private:
    /// What was written and left out of a request, for when it is shown again.
    struct Unsent
    {
        QString comment;
        std::vector<core::Field> leftOut;
    };

    QWidget* makeButtons();
    void keepUnsent();
    void bringUnsent();
    [[nodiscard]] QString about(const core::RequestDetail& detail) const;
    void fillChanges(const core::RequestDetail& detail);
    void fillSeveral(const std::vector<core::RequestDetail>& details);
    void setSeveral(bool isSeveral);

    QTimeZone m_zone;
    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_warning;
    QTableWidget* m_changes;
    QTableWidget* m_several; ///< in its place, where several are chosen
    WaitingImport* m_import; ///< in their place, where a file waits
    QLabel* m_signatures;
    QLabel* m_chosen;
    QLineEdit* m_comment;
    QPushButton* m_approve = nullptr;
    QPushButton* m_reject = nullptr;
    QPushButton* m_withdraw = nullptr;
    QPushButton* m_again = nullptr;
    std::optional<core::RequestDetail> m_shown;
    std::map<core::RequestPk, Unsent> m_unsent; ///< but what is shown
};

} // namespace ui
