// RequestView: what is written about a request and not sent yet is there again when the request is.
#include "ui/inbox/RequestView.h"

#include <QLineEdit>
#include <QTableWidget>

#include <algorithm>

namespace ui {

void RequestView::keepUnsent()
{
    if (!m_shown) {
        return;
    }
    const core::Request& request = m_shown->listed.request;
    Unsent& unsent = m_unsent[request.pk];
    unsent.comment = m_comment->text();
    if (m_changes->rowCount() > 0) { // else its boxes are not to be seen, and stay as they were
        unsent.leftOut.clear();
    }
    for (int row = 0; row < m_changes->rowCount(); ++row) {
        const QTableWidgetItem* box = m_changes->item(row, 0);
        if (box->data(Qt::CheckStateRole).isValid() && box->checkState() == Qt::Unchecked) {
            unsent.leftOut.push_back(request.changes[std::size_t(row)].field);
        }
    }
    if (comment().isEmpty() && unsent.leftOut.empty()) {
        m_unsent.erase(request.pk);
    }
}

void RequestView::bringUnsent()
{
    const core::Request& request = m_shown->listed.request;
    const auto found = m_unsent.find(request.pk);
    const Unsent unsent = found == m_unsent.end() ? Unsent{} : found->second;
    if (m_comment->text()
        != unsent.comment) { // the cursor stays where only the request is read anew
        m_comment->setText(unsent.comment);
    }
    for (int row = 0; row < m_changes->rowCount(); ++row) {
        QTableWidgetItem* box = m_changes->item(row, 0);
        const core::Field field = request.changes[std::size_t(row)].field;
        if (box->data(Qt::CheckStateRole).isValid()
            && std::find(unsent.leftOut.begin(), unsent.leftOut.end(), field)
                != unsent.leftOut.end()) {
            box->setCheckState(Qt::Unchecked);
        }
    }
}

std::optional<core::RequestPk> RequestView::unsent() const
{
    if (m_shown && !comment().isEmpty()) {
        return m_shown->listed.request.pk;
    }
    for (const auto& [request, unsent] : m_unsent) {
        const bool isShown = m_shown && m_shown->listed.request.pk == request;
        if (!isShown && !unsent.comment.trimmed().isEmpty()) {
            return request;
        }
    }
    return {};
}

void RequestView::giveUpUnsent()
{
    m_unsent.clear();
    m_comment->clear();
}

void RequestView::forget(const std::vector<core::RequestPk>& requests)
{
    for (const core::RequestPk request : requests) {
        m_unsent.erase(request);
        if (m_shown && m_shown->listed.request.pk == request) {
            m_comment->clear();
        }
    }
}

void RequestView::forgetAllBut(const std::vector<core::RequestPk>& requests)
{
    std::erase_if(m_unsent, [&requests](const auto& unsent) {
        return std::find(requests.begin(), requests.end(), unsent.first) == requests.end();
    });
}

} // namespace ui
