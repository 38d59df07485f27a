#include "ui/clients/FormFields.h"

#include "ui/clients/FieldEditors.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

using core::Field;

constexpr int twoColumnsFrom = 640;
constexpr int widestColumn = 480;

using Fields = std::vector<Field>;

struct Plan
{
    const char* title;
    int column;
    std::vector<Fields> lines; ///< several of a line share it
};

/// First what stands left, then what stands right: the order of the keyboard, in two columns and in one.
const std::vector<Plan>& plans()
{
    static const std::vector<Plan> all{
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Client"),
         0,
         {{Field::Type},
          {Field::Name},
          {Field::Industry},
          {Field::CreditCode},
          {Field::Activity},
          {Field::Owner}}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Contact"),
         0,
         {{Field::Contact, Field::Position},
          {Field::Phone},
          {Field::OtherPhones},
          {Field::Email},
          {Field::OtherEmails},
          {Field::Website},
          {Field::Contacts}}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Address"),
         1,
         {{Field::Province, Field::City, Field::District},
          {Field::Street},
          {Field::Postcode, Field::Country}}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "Confidential"),
         1,
         {{Field::IdNumber}, {Field::BankAccount}}},
        {QT_TRANSLATE_NOOP("ui::ClientForm", "More"),
         1,
         {{Field::Tags}, {Field::Source}, {Field::LastContactAt}, {Field::Notes}, {Field::Custom}}},
    };
    return all;
}

} // namespace

FormFields::FormFields(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(this);
    m_across = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_across->setContentsMargins(0, 0, theme::space(3), 0);
    m_across->setSpacing(theme::space(8));
    QVBoxLayout* columns[2]{};
    for (QVBoxLayout*& column : columns) {
        auto* side = new QWidget(body);
        side->setMaximumWidth(widestColumn);
        column = new QVBoxLayout(side);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(theme::space(2));
        m_across->addWidget(side, 1, Qt::AlignTop);
    }
    m_across->addStretch(0);
    for (std::size_t i = 0; i < plans().size(); ++i) {
        addSection(i, columns[plans()[i].column]);
    }
    nameLines();
    setWidget(body);
}

void FormFields::addSection(std::size_t index, QVBoxLayout* column)
{
    const Plan& plan = plans()[index];
    auto* box = new QWidget(column->parentWidget());
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, theme::space(2));
    rows->setSpacing(theme::space(1));
    auto* heading = new QLabel(QCoreApplication::translate("ui::ClientForm", plan.title), box);
    heading->setFont(theme::font(theme::Heading));
    heading->setContentsMargins(0, 0, 0, theme::space(1));
    rows->addWidget(heading);
    Section section{box, heading, {}};
    for (const Fields& line : plan.lines) {
        rows->addWidget(addLine(line, box));
        section.fields.insert(section.fields.end(), line.begin(), line.end());
    }
    if (section.fields.front() == Field::Province) {
        rows->addWidget(makeNotice(box));
    } else if (core::isSealed(section.fields.front())) {
        m_confidential = rows;
    }
    column->addWidget(box);
    m_sections.push_back(std::move(section));
#ifndef Q_OS_MACOS
    const QKeySequence key(QStringLiteral("Alt+%1").arg(index + 1));
    heading->setToolTip(key.toString(QKeySequence::NativeText));
    auto* shortcut = new QShortcut(key, box);
    connect(shortcut, &QShortcut::activated, this, [this, index] {
        if (!m_isInPlace) {
            FieldRow* first = m_rows.value(m_sections[index].fields.front());
            first = first->isVisible() ? first : m_rows.value(m_sections[index].fields.back());
            first->editor()->setFocus(Qt::ShortcutFocusReason);
            ensureWidgetVisible(m_sections[index].box);
        }
    });
#endif
}

void FormFields::addRow(Field field, QWidget* parent)
{
    auto* row = new FieldRow(core::fieldLabel(field), makeEditor(field, {}, parent), parent);
    row->setRequired(core::fieldInfo(field).required);
    m_rows.insert(field, row);
    m_order.push_back(field);
}

QWidget* FormFields::addLine(const Fields& fields, QWidget* parent)
{
    if (fields.size() == 1) {
        addRow(fields.front(), parent);
        return m_rows.value(fields.front());
    }
    Line line{new QWidget(parent), nullptr, fields};
    auto* row = new QHBoxLayout(line.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    line.label = makeText(line.box);
    line.label->setFixedWidth(FieldRow::labelWidth(line.box));
    line.label->setContentsMargins(0, theme::space(1), 0, 0);
    row->addWidget(line.label, 0, Qt::AlignTop);
    row->addSpacing(theme::space(1)); // as wide apart as in a row of one field
    for (const Field field : fields) {
        addRow(field, line.box);
        m_rows.value(field)->setBare(true);
        // What it is has room for one common label: each says it again as long as it is empty.
        m_rows.value(field)->editor()->setProperty("hint", core::fieldLabel(field));
        row->addWidget(m_rows.value(field), 1, Qt::AlignTop);
    }
    m_lines.push_back(line);
    return line.box;
}

QWidget* FormFields::makeNotice(QWidget* parent)
{
    m_notice = new QWidget(parent);
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(FieldRow::labelWidth(this) + theme::space(3), 0, 0, theme::space(1));
    row->setSpacing(theme::space(2));
    m_words = makeText(m_notice);
    m_words->setFont(theme::font(theme::Caption));
    setTone(m_words, theme::Tone::Muted);
    m_button = new QPushButton(m_notice);
    m_button->setProperty("role", QStringLiteral("quiet"));
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    m_notice->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_action, nullptr);
        say({});
        if (action) {
            action();
        }
    });
    return m_notice;
}

void FormFields::addConsent(QWidget* consent)
{
    m_confidential->addWidget(consent);
}

void FormFields::say(const QString& words, const QString& button, std::function<void()> action)
{
    m_action = std::move(action);
    m_words->setText(words);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_notice->setVisible(!words.isEmpty());
}

QString FormFields::said() const
{
    return m_notice->isHidden() ? QString() : m_words->text();
}

void FormFields::setRowVisible(Field field, bool visible)
{
    FieldRow* row = m_rows.value(field);
    if (row->isHidden() == visible) {
        row->setVisible(visible);
        nameLines();
    }
}

/// The labels of those fields of a line that are there.
void FormFields::nameLines()
{
    for (const Line& line : m_lines) {
        QStringList names;
        for (const Field field : line.fields) {
            if (!m_rows.value(field)->isHidden()) {
                names.append(m_rows.value(field)->label());
            }
        }
        line.label->setText(names.join(QStringLiteral(" / ")));
        line.label->setBuddy(m_rows.value(line.fields.front())->editor());
    }
}

void FormFields::showOnly(const Fields& fields)
{
    m_isInPlace = true;
    const auto isWanted = [&fields](Field field) {
        return std::find(fields.begin(), fields.end(), field) != fields.end();
    };
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        row.value()->setVisible(isWanted(row.key()));
        row.value()->setBare(true);
    }
    for (const Line& line : m_lines) {
        line.label->hide();
        line.box->setVisible(std::any_of(line.fields.begin(), line.fields.end(), isWanted));
    }
    for (const Section& section : m_sections) {
        section.heading->hide();
        section.box->layout()->setContentsMargins(0, 0, 0, 0);
        section.box->setVisible(
            std::any_of(section.fields.begin(), section.fields.end(), isWanted));
    }
    if (auto* notice = qobject_cast<QHBoxLayout*>(m_notice->layout())) {
        notice->setContentsMargins(0, 0, 0, theme::space(1));
    }
    m_across->setContentsMargins(0, 0, 0, 0);
    m_across->setSpacing(0);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    arrange();
}

void FormFields::scrollTo(const QWidget* widget)
{
    ensureWidgetVisible(const_cast<QWidget*>(widget)); // Qt asks for more than it needs
}

void FormFields::arrange()
{
    const bool sideBySide = !m_isInPlace && viewport()->width() >= twoColumnsFrom;
    m_across->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (int i = 0; i < 2; ++i) {
        QWidget* side = m_across->itemAt(i)->widget();
        side->setMaximumWidth(sideBySide || m_isInPlace ? widestColumn : widestColumn * 3 / 2);
        m_across->setStretch(i, sideBySide ? 1 : 0);
    }
    m_across->setStretch(2, sideBySide ? 0 : 1);
    if (!m_isInPlace) {
        m_across->setSpacing(sideBySide ? theme::space(8) : theme::space(2));
    }
}

void FormFields::fitHeight()
{
    if (!m_isInPlace) {
        return;
    }
    widget()->layout()->activate();
    // What the rules say wraps: how high it is goes by the width that it has.
    const int wide = viewport()->width();
    const QLayout* inside = widget()->layout();
    const int high = isVisible() && inside->hasHeightForWidth() ? inside->totalHeightForWidth(wide)
                                                                : inside->totalSizeHint().height();
    if (high != height()) {
        setFixedHeight(high);
    }
}

void FormFields::resizeEvent(QResizeEvent* event)
{
    arrange();
    fitHeight();
    QScrollArea::resizeEvent(event);
}

} // namespace ui
