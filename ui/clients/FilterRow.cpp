#include "ui/clients/FilterRow.h"

#include "core/records/ClientStandardizer.h"
#include "core/search/FilterExpression.h"
#include "ui/clients/FilterHeader.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>
#include <vector>

namespace ui {

namespace {

using core::Field;

constexpr int filterDelayMs = 250;

/// Stored words of a field that has few.
std::vector<const char*> wordsIn(Field field)
{
    if (field == Field::Type) {
        return {"company", "person"};
    }
    if (field == Field::Activity) {
        return {"active", "potential", "dormant"};
    }
    if (field == Field::Source) {
        return {"client", "visit", "third_party"};
    }
    return {};
}

QString condition(Field field, const char* op, const QString& value)
{
    return core::fieldName(field) + QLatin1String(op) + core::filterValue(value);
}

} // namespace

QString columnCondition(Field field, const QString& typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty()) {
        return {};
    }
    for (const char* op : {"!=", "=", ">", "<"}) {
        if (text.startsWith(QLatin1String(op))) {
            const QString value = text.mid(qsizetype(qstrlen(op))).trimmed();
            const bool isAfterNothing = value.isEmpty() && (*op == '>' || *op == '<');
            return isAfterNothing ? QString() : condition(field, op, value);
        }
    }
    const bool isBeginning = text.size() > 1 && text.endsWith(u'*');
    if (isBeginning) {
        text.chop(1);
    }
    return condition(field, isBeginning ? "^" : "~", text);
}

FilterRow::FilterRow(OfficeJobs& jobs, FilterHeader* header)
    : QObject(header)
    , m_jobs(jobs)
    , m_header(header)
{
    for (int column = 0; column < int(listColumns().size()); ++column) {
        if (maySee(jobs.session(), column)) {
            m_header->setEditor(column, makeEditor(column));
        }
    }
    m_delay.setSingleShot(true);
    m_delay.setInterval(filterDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &FilterRow::edited);
    readOwners();
}

QWidget* FilterRow::makeEditor(int column)
{
    const auto& field = listColumns()[std::size_t(column)].field;
    QWidget* editor = nullptr;
    if (!field || *field == Field::Owner || !wordsIn(*field).empty()) {
        editor = makeChoices(column);
    } else {
        auto* line = new QLineEdit(m_header);
        line->setClearButtonEnabled(true);
        line->setPlaceholderText(tr("contains"));
        line->setToolTip(tr("Contained in the value. 苏州* begins with it; = is exactly that, "
                            "!= is not, > after, < before; = alone: empty."));
        connect(line, &QLineEdit::textChanged, this, [this] { m_delay.start(); });
        m_lines[column] = line;
        editor = line;
    }
    editor->setAccessibleName(tr("Filter by %1").arg(columnLabel(column)));
    editor->setObjectName(QStringLiteral("filter_row:")
                          + QLatin1String(listColumns()[std::size_t(column)].key));
    editor->installEventFilter(this);
    theme::setRules(
        editor, QStringLiteral("QLineEdit, QComboBox { padding: 2px 4px; border-radius: 4px; }"));
    return editor;
}

QComboBox* FilterRow::makeChoices(int column)
{
    auto* box = new QComboBox(m_header);
    m_choices[column] = box;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->addItem(tr("any"), QString());
    const auto& field = listColumns()[std::size_t(column)].field;
    if (!field) {
        const std::pair<Badge, const char*> states[] = {{PendingBadge, "pending=yes"},
                                                        {DuplicateBadge, "possible_duplicate=yes"},
                                                        {DraftBadge, "incomplete=yes"},
                                                        {OverdueBadge, "stale=yes"},
                                                        {ArchivedBadge, "status=archived"}};
        for (const auto& [badge, condition] : states) {
            box->addItem(badgeWords(badge), QLatin1String(condition));
        }
    } else {
        for (const char* word : wordsIn(*field)) {
            const QString stored = QLatin1String(word);
            box->addItem(core::shownValue(*field, stored), condition(*field, "=", stored));
        }
        if (*field != Field::Type) {
            box->addItem(tr("(empty)"), condition(*field, "=", {}));
        }
    }
    // A list as wide as its words, whatever the column is.
    box->view()->setMinimumWidth(theme::space(32));
    connect(box, &QComboBox::currentIndexChanged, this, [this] { m_delay.start(); });
    return box;
}

void FilterRow::readOwners()
{
    using Users = std::vector<core::User>;
    m_jobs.run<Users>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.users().list(); },
        [this](const core::Result<Users>& users) {
            const auto found = m_choices.find(columnOf(Field::Owner).value_or(-1));
            if (!users || found == m_choices.end()) {
                return;
            }
            for (const core::User& user : *users) {
                const QString asked = condition(Field::Owner, "=", user.name);
                if (found->second->findData(asked) < 0) {
                    found->second->insertItem(found->second->count() - 1, user.name, asked);
                }
            }
        });
}

QString FilterRow::textOf(int column) const
{
    if (const auto line = m_lines.find(column); line != m_lines.end()) {
        return line->second->text().trimmed();
    }
    const auto box = m_choices.find(column);
    return box == m_choices.end() ? QString() : box->second->currentData().toString();
}

void FilterRow::setText(int column, const QString& text)
{
    if (const auto line = m_lines.find(column); line != m_lines.end()) {
        line->second->setText(text);
        return;
    }
    const auto found = m_choices.find(column);
    if (found == m_choices.end()) {
        return;
    }
    int index = found->second->findData(text);
    if (index < 0 && column == columnOf(Field::Owner)) {
        // Of a colleague who has not been read yet, or is gone.
        const QString name = text.section(u'"', 1, 1);
        found->second->insertItem(found->second->count() - 1, name, text);
        index = found->second->count() - 2;
    }
    found->second->setCurrentIndex(std::max(index, 0));
}

QString FilterRow::filter() const
{
    QString all;
    for (int column = 0; column < int(listColumns().size()); ++column) {
        const QString text = textOf(column);
        const auto& field = listColumns()[std::size_t(column)].field;
        const QString one
            = m_choices.contains(column) || !field ? text : columnCondition(*field, text);
        if (!one.isEmpty()) {
            all += (all.isEmpty() ? QString() : QStringLiteral(" and ")) + one;
        }
    }
    return all;
}

FilterRow::Typed FilterRow::typed() const
{
    Typed typed;
    for (int column = 0; column < int(listColumns().size()); ++column) {
        if (const QString text = textOf(column); !text.isEmpty()) {
            typed[QLatin1String(listColumns()[std::size_t(column)].key)] = text;
        }
    }
    return typed;
}

void FilterRow::setTyped(const Typed& typed)
{
    const QString before = filter();
    for (int column = 0; column < int(listColumns().size()); ++column) {
        const auto found = typed.find(QLatin1String(listColumns()[std::size_t(column)].key));
        setText(column, found == typed.end() ? QString() : found->second);
    }
    m_delay.stop(); // not typed: at once
    if (filter() != before) {
        Q_EMIT edited();
    }
}

void FilterRow::clearColumn(int column)
{
    setText(column, {});
    m_delay.stop();
    Q_EMIT edited();
}

std::map<int, QString> FilterRow::words() const
{
    std::map<int, QString> all;
    for (int column = 0; column < int(listColumns().size()); ++column) {
        if (textOf(column).isEmpty()) {
            continue;
        }
        const auto box = m_choices.find(column);
        all[column] = tr("%1: %2").arg(columnLabel(column),
                                       box != m_choices.end() ? box->second->currentText()
                                                              : textOf(column));
    }
    return all;
}

bool FilterRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QObject::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    auto* line = qobject_cast<QLineEdit*>(watched);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape) {
        if (line != nullptr && !line->text().isEmpty()) {
            line->clear();
        } else {
            Q_EMIT listWanted();
        }
        return true;
    }
    if (isReturn || (line != nullptr && key->key() == Qt::Key_Down)) {
        if (m_delay.isActive()) {
            m_delay.stop();
            Q_EMIT edited();
        }
        Q_EMIT listWanted();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
