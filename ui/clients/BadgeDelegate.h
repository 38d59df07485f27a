/// BadgeDelegate: paints what the list says of a client's state: an icon and a word each, side by side. Where there is no room for
/// a word, its icon stands alone, and the tool tip has all words. Thread of the window.
#pragma once

#include <QFont>
#include <QIcon>
#include <QStyledItemDelegate>

#include <vector>

namespace ui {

class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit BadgeDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    struct Look
    {
        int badge;
        QIcon icon;
        QString word;
        int width; ///< with its word
    };
    void paintBadge(QPainter* painter, const QRect& rect, const Look& look, bool hasWord) const;

    QFont m_font;
    std::vector<Look> m_looks;
};

} // namespace ui
