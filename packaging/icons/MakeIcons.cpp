// make_icons SVG FILE.ico FILE.icns FILE.bmp: the program's picture in the containers that Windows and macOS want. Both hold PNG pictures of
// several sizes, so that neither system's own tools are needed. What it makes is kept in packaging/, for builds that have no
// program to run (a cross-build; the .bmp stands beside the words of the installer): `cmake --build --preset release --target program_icons` after the picture has changed.
#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QtEndian>

#include <array>
#include <cstdio>

namespace {

QByteArray pngOf(QSvgRenderer& picture, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    picture.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

template <typename Number>
void addLittle(QByteArray& bytes, Number number)
{
    number = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void addBig(QByteArray& bytes, quint32 number)
{
    number = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// ICONDIR, an ICONDIRENTRY for each, then the pictures; 256 is written as 0.
QByteArray icoOf(QSvgRenderer& picture)
{
    constexpr std::array sizes{16, 20, 24, 32, 40, 48, 64, 128, 256};
    constexpr quint32 headerSize = 6;
    constexpr quint32 entrySize = 16;
    constexpr quint16 bitsPerPixel = 32;
    QByteArray head;
    QByteArray pictures;
    addLittle(head, quint16(0));
    addLittle(head, quint16(1));
    addLittle(head, quint16(sizes.size()));
    for (const int size : sizes) {
        const QByteArray png = pngOf(picture, size);
        addLittle(head, quint8(size));
        addLittle(head, quint8(size));
        addLittle(head, quint16(0)); // no palette
        addLittle(head, quint16(1));
        addLittle(head, bitsPerPixel);
        addLittle(head, quint32(png.size()));
        addLittle(head, quint32(headerSize + entrySize * sizes.size() + pictures.size()));
        pictures += png;
    }
    return head + pictures;
}

/// 'icns', the length of all, then each picture behind its kind and length: those that take PNG.
QByteArray icnsOf(QSvgRenderer& picture)
{
    struct Kind
    {
        const char* name;
        int size;
    };
    constexpr quint32 headerSize = 8;
    QByteArray pictures;
    for (const Kind& kind : {Kind{"icp4", 16},
                             Kind{"icp5", 32},
                             Kind{"ic11", 32},
                             Kind{"ic12", 64},
                             Kind{"ic07", 128},
                             Kind{"ic13", 256},
                             Kind{"ic08", 256},
                             Kind{"ic14", 512},
                             Kind{"ic09", 512},
                             Kind{"ic10", 1024}}) {
        const QByteArray png = pngOf(picture, kind.size);
        pictures += kind.name;
        addBig(pictures, headerSize + quint32(png.size()));
        pictures += png;
    }
    QByteArray all("icns");
    addBig(all, headerSize + quint32(pictures.size()));
    return all + pictures;
}

/// The side of the installer's first and last page, in few colors, since NSIS knows no PNG.
QByteArray sideOf(QSvgRenderer& picture)
{
    constexpr QSize size(164, 314);
    constexpr QRectF place(34, 34, 96, 96);
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(0xe8, 0xee, 0xf7));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    picture.render(&painter, place);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_Indexed8, Qt::ThresholdDither).save(&buffer, "BMP");
    return bytes;
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    QSvgRenderer picture(words.value(1));
    if (words.size() != 5 || !picture.isValid()) {
        std::fprintf(stderr, "make_icons SVG FILE.ico FILE.icns FILE.bmp\n");
        return 2;
    }
    const bool isWritten = write(words.at(2), icoOf(picture)) && write(words.at(3), icnsOf(picture))
        && write(words.at(4), sideOf(picture));
    return isWritten ? 0 : 1;
}
