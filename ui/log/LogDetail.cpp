#include "ui/log/LogDetail.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

namespace {

QString valueWords(const QJsonValue& value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const auto& part : value.toArray()) {
            parts.append(valueWords(part));
        }
        return parts.join(QStringLiteral(", "));
    }
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            parts.append(member.key() + QStringLiteral(": ") + valueWords(member.value()));
        }
        return parts.join(QStringLiteral("  "));
    }
    return value.toVariant().toString();
}

/// A detail may be what a program wrote for programs; then a line per member.
QString detailWords(const QString& detail)
{
    const QJsonDocument json = QJsonDocument::fromJson(detail.toUtf8());
    QStringList lines;
    if (json.isObject()) {
        const QJsonObject object = json.object();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (const QString words = valueWords(member.value()); !words.isEmpty()) {
                lines.append(member.key() + QStringLiteral(": ") + words);
            }
        }
    } else if (json.isArray()) {
        for (const auto& one : json.array()) {
            lines.append(valueWords(one));
        }
    } else {
        return detail;
    }
    return lines.join(u'\n');
}

} // namespace

LogDetail::LogDetail(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_what(makeText(this))
    , m_signature(makeText(this))
    , m_who(makeText(this))
    , m_when(makeText(this))
    , m_where(makeText(this))
    , m_about(makeText(this))
    , m_rows(makeText(this))
    , m_text(makeText(this))
    , m_place(makeText(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(4));
    column->setSpacing(theme::space(1));
    m_what->setFont(theme::font(theme::Title));
    column->addWidget(m_what);
    column->addWidget(m_signature);
    column->addSpacing(theme::space(2));
    // One below the other: beside each other, words that wrap would be cut off.
    const auto add = [this, column](const QString& title, QLabel* value) {
        auto* label = new QLabel(title, this);
        label->setFont(theme::font(theme::Caption));
        setTone(label, theme::Tone::Muted);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setFocusPolicy(Qt::NoFocus);
        value->setBuddy(label);
        column->addWidget(label);
        column->addWidget(value);
    };
    add(tr("Who"), m_who);
    add(tr("When"), m_when);
    add(tr("Where"), m_where);
    add(tr("About"), m_about);
    add(tr("Rows"), m_rows);
    add(tr("Detail"), m_text);
    add(tr("Place"), m_place);
    column->addStretch(1);
    clear();
}

void LogDetail::set(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    label->buddy()->setVisible(!text.isEmpty()); // its title
}

void LogDetail::show(const core::LogLine& line, const QString& problem)
{
    m_what->setText(core::logActionLabel(line.action));
    m_signature->setText(problem.isEmpty() ? tr("✓ The signature holds.") : u"✕ " + problem);
    setTone(m_signature, problem.isEmpty() ? theme::Tone::Good : theme::Tone::Bad);
    set(m_who, line.actorName);
    const QDateTime when = line.at.toTimeZone(m_zone);
    set(m_when,
        QLocale().toString(when.date(), QLocale::LongFormat) + QStringLiteral("  ")
            + when.time().toString(QStringLiteral("HH:mm:ss")));
    set(m_where, line.host);
    set(m_about, line.object == QLatin1String("office") ? QString() : line.object.section(u':', 1));
    set(m_rows, line.isLook() ? QString() : QLocale().toString(qlonglong(line.rows)));
    set(m_text,
        line.isDetailGone
            ? tr("It was removed: its time was over, or what it was about was erased.")
            : detailWords(line.detail));
    constexpr int shownHash = 16;
    set(m_place,
        tr("Entry %1, hash %2…")
            .arg(line.seq)
            .arg(QString::fromLatin1(line.hash.toHex().left(shownHash))));
    setVisible(true);
}

void LogDetail::clear()
{
    setVisible(false);
}

} // namespace ui
