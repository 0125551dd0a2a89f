#include "charts/painted_picture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace ipclab {
namespace {

QString writeFile(const QString& path, const QByteArray& data) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit()) return {};
    return PaintedPicture::tr("%1 could not be written: %2. Choose another folder, or free some space.")
        .arg(path, file.errorString());
}

}  // namespace

QImage PaintedPicture::image() const {
    QImage image(size * scale, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter, scale);
    painter.end();
    // Printed at the size it was laid out for: 96 units to the inch.
    image.setDotsPerMeterX(static_cast<int>(96 * scale / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    return image;
}

QString PaintedPicture::savePng(const QString& path) const {
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    if (!image().save(&buffer, "PNG")) return tr("The picture is too large. Choose a smaller size or scale.");
    return writeFile(path, data);
}

QString PaintedPicture::saveSvg(const QString& path) const {
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(title);
    generator.setDescription(caption);
    QPainter painter(&generator);
    paint(painter, 0);
    painter.end();
    return writeFile(path, data);
}

QString PaintedPicture::savePdf(const QString& path) const {
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("ipclab"));
    writer.setResolution(96);
    writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / 96.0, QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    paint(painter, 0);
    painter.end();
    return writeFile(path, data);
}

QString PaintedPicture::save(const QString& path) const {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png")) return savePng(path);
    if (ending == QLatin1String("svg")) return saveSvg(path);
    if (ending == QLatin1String("pdf")) return savePdf(path);
    return tr("%1: charts are saved as .png, .svg or .pdf. Give the file one of these endings.").arg(path);
}

}  // namespace ipclab
