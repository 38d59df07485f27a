/// SuggestEdit: a line that offers, below it, what it may become: words that begin with what was typed, their pinyin, their
/// initials. What is typed stays free. Down opens the list, also of an empty line; Return takes the row that is chosen, or
/// the first where nothing was typed or nothing but these words is meant; Tab takes a chosen row and goes on; Esc closes the list and
/// nothing else.
///
///     auto* edit = new SuggestEdit(parent);
///     edit->setSource([](const QString& typed) { return matching(typed); });
///     connect(edit, &SuggestEdit::chosen, this, [this](const Suggestion& one) { … });
///
/// Thread of the window; the source answers at once, from memory.
#pragma once

#include <QLineEdit>
#include <QVariant>

#include <functional>
#include <vector>

class QCompleter;
class QListView;
class QStandardItemModel;

namespace ui {

struct Suggestion
{
    QString text; ///< what the line becomes
    QString note{}; ///< beside it, in a quiet tone
    QVariant data{}; ///< for who made it
};

class SuggestEdit : public QLineEdit
{
    Q_OBJECT

public:
    using Source = std::function<std::vector<Suggestion>(const QString& typed)>;

    explicit SuggestEdit(QWidget* parent = nullptr);

    /// `withButton`: a small one at the end opens the list, where the line has the room.
    void setSource(Source source, bool withButton = true);
    /// Several words stand in the line, apart by semicolons: the one at the cursor is offered more.
    void setSeveral(bool several) { m_several = several; }
    /// Not free: the line is to become one of the words that are offered, which are found by code or initials as well.
    void setFree(bool isFree) { m_isFree = isFree; }
    /// Shows what there is for what is typed; nothing where nothing is.
    void offer();
    [[nodiscard]] QListView* popup() const { return m_popup; }
    [[nodiscard]] bool isOffering() const;

Q_SIGNALS:
    /// After the line has taken it.
    void chosen(const ui::Suggestion& one);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(const QModelIndex& index);
    bool takeAtKey(int key);
    [[nodiscard]] QString typedPart() const;

    Source m_source;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    QListView* m_popup;
    QAction* m_open = nullptr;
    bool m_several = false;
    bool m_isFree = true;
    std::vector<Suggestion> m_offered;
};

} // namespace ui
