#include "ui/clients/RecordHead.h"

#include "core/records/ClientStandardizer.h"
#include "ui/clients/ValueLine.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr int markSize = 44;

QPixmap monogramPixmap(const QString& name, qreal ratio)
{
    QPixmap pixmap(QSize(markSize, markSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::monogramColor(name));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(0, 0, markSize, markSize);
    painter.setPen(Qt::white);
    painter.setFont(theme::font(theme::Heading));
    painter.drawText(QRect(0, 0, markSize, markSize), Qt::AlignCenter, theme::monogram(name));
    return pixmap;
}

/// Chips in lines as wide as there is room.
class Chips : public QWidget
{
public:
    using QWidget::QWidget;

    /// A state has a sign before its word: color alone would tell nobody anything.
    void add(const QString& words, theme::Tone tone)
    {
        auto* chip = new QLabel(words, this);
        chip->setTextFormat(Qt::PlainText);
        chip->setFont(theme::font(theme::Caption));
        chip->setObjectName(QStringLiteral("chip"));
        theme::setRules(chip,
                        QStringLiteral("#chip { background: @raised; border: 1px solid @line; "
                                       "border-radius: 7px; padding: 1px 8px; color: %1; }")
                            .arg(tone == theme::Tone::Warning ? QStringLiteral("@warning")
                                                              : QStringLiteral("@text")));
        m_chips.push_back(chip);
    }
    [[nodiscard]] bool isEmpty() const { return m_chips.empty(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place(width, false); }
    [[nodiscard]] QSize sizeHint() const override { return {markSize, heightForWidth(width())}; }

protected:
    void resizeEvent(QResizeEvent* /*event*/) override
    {
        const int height = place(width(), true);
        setMinimumHeight(height);
    }

private:
    int place(int width, bool isReal) const
    {
        int height = 0; // of all of them: letters of another script are higher
        for (const QLabel* chip : m_chips) {
            height = std::max(height, chip->sizeHint().height());
        }
        QPoint at;
        for (QLabel* chip : m_chips) {
            const int wanted = chip->sizeHint().width();
            if (at.x() > 0 && at.x() + wanted > width) {
                at = QPoint(0, at.y() + height + theme::space(1));
            }
            if (isReal) {
                chip->setGeometry(QRect(at, QSize(std::min(wanted, width), height)));
            }
            at.rx() += wanted + theme::space(1);
        }
        return at.y() + height;
    }

    std::vector<QLabel*> m_chips;
};

} // namespace

RecordHead::RecordHead(QWidget* parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_name(new ValueLine(core::fieldLabel(Field::Name), {}, {Field::Name}, this))
    , m_about(makeText(this))
    , m_words(new QVBoxLayout)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::space(2));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::space(3));
    head->addWidget(m_mark, 0, Qt::AlignTop);
    m_words->setSpacing(theme::space(1));
    m_name->setValueFont(theme::font(theme::Title));
    m_about->setContentsMargins(ValueLine::edge().left(), 0, 0, 0);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTone(m_about, theme::Tone::Muted);
    m_words->addWidget(m_name);
    m_words->addWidget(m_about);
    head->addLayout(m_words, 1);
    m_column->addLayout(head);
    // The colors of the marks are calm ones in light and dark.
    theme::onChange(this, [this] {
        if (!m_shown.isEmpty()) {
            m_mark->setPixmap(monogramPixmap(m_shown, devicePixelRatioF()));
        }
    });
}

void RecordHead::show(const core::Client& client, const About& about)
{
    m_shown = client.value(Field::Name);
    m_mark->setPixmap(monogramPixmap(m_shown, devicePixelRatioF()));
    m_name->setValue(m_shown);
    QStringList words{client.id().value, core::shownValue(Field::Type, client.value(Field::Type))};
    if (const QString& owner = client.value(Field::Owner); !owner.isEmpty()) {
        words.append(about.department.isEmpty() ? owner
                                                : tr("%1 (%2)").arg(owner, about.department));
    }
    m_about->setText(words.join(QStringLiteral(" · ")));
    delete m_chips;
    auto* chips = new Chips(this);
    const auto state = [chips](bool is, const QString& word) {
        if (is) {
            chips->add(QStringLiteral("▲ ") + word, theme::Tone::Warning);
        }
    };
    state(about.pending, tr("a request waits"));
    state(about.possibleDuplicate, tr("possible duplicate"));
    state(client.incomplete, tr("draft: something is still missing"));
    state(about.stale, tr("overdue for an update"));
    for (const QString& tag : client.value(Field::Tags).split(u';', Qt::SkipEmptyParts)) {
        chips->add(tag, theme::Tone::Text);
    }
    chips->setVisible(!chips->isEmpty());
    m_chips = chips;
    m_column->addWidget(m_chips);
    delete m_reach;
    m_reach = new QWidget(this);
    auto* reach = new QHBoxLayout(m_reach);
    reach->setContentsMargins(0, 0, 0, 0);
    reach->setSpacing(theme::space(2));
    addReach("phone", Field::Phone, core::shownValue(Field::Phone, client.value(Field::Phone)));
    addReach("mail", Field::Email, client.value(Field::Email));
    reach->addStretch(1);
    m_reach->setVisible(reach->count() > 1);
    m_column->addWidget(m_reach);
}

/// A press copies it: numbers and addresses are typed elsewhere all day.
void RecordHead::addReach(const char* iconName, Field field, const QString& value)
{
    if (value.isEmpty()) {
        return;
    }
    auto* button = new QPushButton(theme::icon(iconName, theme::Tone::Muted), {}, m_reach);
    button->setProperty("role", QStringLiteral("quiet"));
    constexpr int widest = 168;
    button->setText(button->fontMetrics().elidedText(value, Qt::ElideMiddle, widest));
    button->setToolTip(tr("Copy %1").arg(value));
    button->setAccessibleName(tr("Copy %1: %2").arg(core::fieldLabel(field), value));
    connect(button, &QPushButton::clicked, this, [this, field, value] {
        QGuiApplication::clipboard()->setText(value);
        Q_EMIT copied(core::fieldLabel(field));
    });
    m_reach->layout()->addWidget(button);
}

} // namespace ui
