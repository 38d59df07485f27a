#include "ui/clients/FormFields.h"

#include "ui/clients/FieldEditors.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

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
    , m_notice(new FormNotice(this))
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
    m_notice->setIndent(FieldRow::labelWidth(this) + theme::space(3));
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
    if (core::isSealed(section.fields.front())) {
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

void FormFields::addConsent(QWidget* consent)
{
    m_confidential->addWidget(consent);
}

void FormFields::say(Field below,
                     const QString& words,
                     const std::vector<FormNotice::Button>& buttons)
{
    putNoticeBelow(below);
    m_notice->say(words, buttons);
    if (!m_isInPlace) {
        QTimer::singleShot(0, m_notice, [this] { // when it has found its place
            if (m_notice->isVisible()) {
                ensureWidgetVisible(m_notice);
            }
        });
    }
}

void FormFields::putNoticeBelow(Field field)
{
    QWidget* last = m_rows.value(field);
    QWidget* editor = m_rows.value(field)->editor();
    for (const Line& line : m_lines) {
        if (std::find(line.fields.begin(), line.fields.end(), field) != line.fields.end()) {
            last = line.box;
            editor = m_rows.value(line.fields.back())->editor();
        }
    }
    QWidget* section = last->parentWidget();
    if (QLayout* before = m_notice->parentWidget()->layout()) {
        before->removeWidget(m_notice);
    }
    if (auto* rows = qobject_cast<QBoxLayout*>(section->layout())) {
        rows->insertWidget(rows->indexOf(last) + 1, m_notice);
    }
    m_notice->followInTabOrder(editor);
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
    m_notice->setIndent(0);
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
