#include "ui/log/LogDetail.h"

#include "core/records/Field.h"
#include "core/security/Policy.h"
#include "core/security/Role.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <map>

namespace ui {

namespace {

/// The locale's, with the seconds that its short form leaves out and without the zone that its long form names.
QString timeWithSeconds()
{
    static const QRegularExpression zone(QStringLiteral(R"(\s*\(?\bt+\b\)?\s*)"));
    return QLocale().timeFormat(QLocale::LongFormat).remove(zone);
}

/// What a member of a detail is called; a field by its label, what nobody knows by its own name.
QString keyWords(const QString& key)
{
    static const std::map<QString, const char*> words{
        {QStringLiteral("file"), QT_TRANSLATE_NOOP("ui::LogDetail", "File")},
        {QStringLiteral("filter"), QT_TRANSLATE_NOOP("ui::LogDetail", "Filter")},
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("ui::LogDetail", "Reason")},
        {QStringLiteral("by"), QT_TRANSLATE_NOOP("ui::LogDetail", "Person")},
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("ui::LogDetail", "Person")},
        {QStringLiteral("at"), QT_TRANSLATE_NOOP("ui::LogDetail", "Time")},
        {QStringLiteral("office_id"), QT_TRANSLATE_NOOP("ui::LogDetail", "Number of the office")},
        {QStringLiteral("log_entry"), QT_TRANSLATE_NOOP("ui::LogDetail", "Entry of the log")},
        {QStringLiteral("rows"), QT_TRANSLATE_NOOP("ui::LogDetail", "Rows")},
        {QStringLiteral("fields"), QT_TRANSLATE_NOOP("ui::LogDetail", "Fields")},
        {QStringLiteral("clients"), QT_TRANSLATE_NOOP("ui::LogDetail", "Clients")},
        {QStringLiteral("client"), QT_TRANSLATE_NOOP("ui::LogDetail", "Client")},
        {QStringLiteral("print"), QT_TRANSLATE_NOOP("ui::LogDetail", "Printed")},
        {QStringLiteral("from"), QT_TRANSLATE_NOOP("ui::LogDetail", "From")},
        {QStringLiteral("to"), QT_TRANSLATE_NOOP("ui::LogDetail", "To")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("ui::LogDetail", "Kind")},
        {QStringLiteral("action"), QT_TRANSLATE_NOOP("ui::LogDetail", "Right")},
        {QStringLiteral("role"), QT_TRANSLATE_NOOP("ui::LogDetail", "Role")},
        {QStringLiteral("old"), QT_TRANSLATE_NOOP("ui::LogDetail", "Before")},
        {QStringLiteral("new"), QT_TRANSLATE_NOOP("ui::LogDetail", "Now")}};
    if (const auto known = words.find(key); known != words.end()) {
        return LogDetail::tr(known->second);
    }
    const auto field = core::fieldByName(key);
    return field ? core::fieldLabel(*field) : key;
}

/// Of the few members whose values are the program's own names.
QString textWords(const QString& key, const QString& text)
{
    if (key == QLatin1String("fields")) {
        const auto field = core::fieldByName(text);
        return field ? core::fieldLabel(*field) : text;
    }
    if (key == QLatin1String("role")) {
        const auto role = core::roleByName(text);
        return role ? core::roleLabel(*role) : text;
    }
    if (key == QLatin1String("action")) {
        const auto action = core::actionByName(text);
        return action ? core::actionLabel(*action) : text;
    }
    return text;
}

QString valueWords(const QString& key, const QJsonValue& value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const auto& part : value.toArray()) {
            parts.append(valueWords(key, part));
        }
        return parts.join(LogDetail::tr(", "));
    }
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            parts.append(LogDetail::tr("%1: %2").arg(keyWords(member.key()),
                                                     valueWords(member.key(), member.value())));
        }
        return parts.join(QStringLiteral("  "));
    }
    return textWords(key, value.toVariant().toString());
}

/// A detail may be what a program wrote for programs; then a line per member.
QString detailWords(const QString& detail)
{
    const QJsonDocument json = QJsonDocument::fromJson(detail.toUtf8());
    QStringList lines;
    if (json.isObject()) {
        const QJsonObject object = json.object();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (const QString words = valueWords(member.key(), member.value()); !words.isEmpty()) {
                lines.append(LogDetail::tr("%1: %2").arg(keyWords(member.key()), words));
            }
        }
    } else if (json.isArray()) {
        for (const auto& one : json.array()) {
            lines.append(valueWords({}, one));
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
            + QLocale().toString(when.time(), timeWithSeconds()));
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
