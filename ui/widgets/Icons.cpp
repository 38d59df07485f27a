// The drawings of Theme.h: icons of one ink, and the round marks of names.
#include "ui/widgets/Theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

namespace ui::theme {

namespace {

/// A drawing of one color, inked when it is painted: it follows the scheme by itself and is sharp at any scale.
class InkedDrawing : public QIconEngine
{
public:
    InkedDrawing(QByteArray drawing, Tone tone)
        : m_drawing(std::move(drawing))
        , m_tone(tone)
    { }

    void
    paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        QByteArray drawing = m_drawing;
        // The chosen row keeps the color: Qt would wash it out.
        const Tone tone = mode == QIcon::Disabled ? Tone::Muted : m_tone;
        drawing.replace("currentColor", color(tone).name().toLatin1());
        QSvgRenderer(drawing).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QColor ink = color(mode == QIcon::Disabled ? Tone::Muted : m_tone);
        const QString key = QStringLiteral("inked/%1/%2/%3x%4")
                                .arg(qHash(m_drawing))
                                .arg(ink.name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(), size), mode, state);
            painter.end();
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new InkedDrawing(*this); }

private:
    QByteArray m_drawing;
    Tone m_tone;
};

} // namespace

QIcon icon(const char* name, Tone tone)
{
    QFile file(QStringLiteral(":/dossier/icons/%1.svg").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QIcon(new InkedDrawing(file.readAll(), tone));
}

QString monogram(const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    const QChar first = trimmed.front();
    if (first.script() == QChar::Script_Han) {
        return first;
    }
    QString letters = first.toUpper();
    const qsizetype blank = trimmed.lastIndexOf(u' ');
    if (blank > 0 && blank + 1 < trimmed.size() && trimmed[blank + 1].isLetter()) {
        letters += trimmed[blank + 1].toUpper();
    }
    return letters;
}

QColor monogramColor(const QString& name)
{
    constexpr int hues = 12;
    constexpr int step = 360 / hues;
    // qHash is seeded per process; the color of a name must not change from day to day.
    uint sum = 0;
    for (const QChar c : name) {
        sum = sum * 31 + c.unicode();
    }
    const int hue = int(sum % hues) * step;
    return isDark() ? QColor::fromHsl(hue, 70, 80) : QColor::fromHsl(hue, 90, 95);
}

} // namespace ui::theme
