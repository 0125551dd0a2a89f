#include "plot/painted_picture.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QFontInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <memory>

#include "core/error.h"
#include "core/markup.h"
#include "core/whole_file.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

QString writeFile(const QString& path, const QByteArray& data, Translation translation) {
    try {
        const QByteArray name = QFile::encodeName(path);
        writeWholeFile(name.toStdString(), {data.constData(), static_cast<std::size_t>(data.size())});
    } catch (const FileError& error) {
        const std::string why = error.error() == 0 ? error.what() : errorText(error.error());
        return PaintedPicture::tr("%1 could not be written: %2. Choose another folder, or free some space.")
            .arg(path, translation(why));
    }
    return {};
}

// Qt names the font it was asked for ("Sans Serif"), which no other program knows: they would take one with serifs. The
// one that was measured comes first, then what looks alike elsewhere, for Korean too.
QString fontFamilies(const QString& asked) {
    return markupText(QFontInfo(QFont(asked)).family()) +
           QStringLiteral(", DejaVu Sans, Verdana, Noto Sans KR, Noto Sans CJK KR, Malgun Gothic, sans-serif");
}

QString withFontFamilies(const QString& svg) {
    static const QRegularExpression attribute(QStringLiteral("font-family=\"([^\"]*)\""));
    QString result;
    qsizetype at = 0;
    for (const QRegularExpressionMatch& match : attribute.globalMatch(svg)) {
        result += QStringView(svg).mid(at, match.capturedStart(1) - at);
        result += fontFamilies(match.captured(1));
        at = match.capturedEnd(1);
    }
    return result += QStringView(svg).mid(at);
}

// Qt begins a group for each change of pen or brush, whether anything is drawn with it or not.
QString withoutEmptyGroups(QString svg) {
    static const QRegularExpression group(QStringLiteral("<g [^>]*>\\s*</g>\\s*"));
    return svg.remove(group);
}

// Qt's generator would write them as they are.
QString descriptionOf(const QString& title, const QString& caption) {
    const QString element = QStringLiteral("<%1>%2</%1>\n");
    QString text;
    if (!title.isEmpty()) text += element.arg(QStringLiteral("title"), markupText(title));
    if (!caption.isEmpty()) text += element.arg(QStringLiteral("desc"), markupText(caption));
    return text;
}

}  // namespace

QString PaintedPicture::refusal() const {
    const QSize pixels = size * scale;
    if (static_cast<double>(pixels.width()) * pixels.height() <= kMostPixels) return {};
    return tr("A picture of %1 × %2 pixels is too large: the limit is %3 million pixels. Choose a smaller size.")
        .arg(pixels.width())
        .arg(pixels.height())
        .arg(kMostPixels / 1e6);
}

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

QByteArray PaintedPicture::png() const {
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image().save(&buffer, "PNG");
    return data;
}

QByteArray PaintedPicture::svg() const {
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(QString());  // not Qt's own, nor its description
    generator.setDescription(QString());
    generator.setResolution(96);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    QPainter painter(&generator);
    paint(painter, 0);
    painter.end();
    // What was painted may hold characters that XML does not have: names come from outside.
    QString text = withoutEmptyGroups(withFontFamilies(QString::fromStdString(withoutForbidden(data.toStdString()))));
    const qsizetype root = text.indexOf(QLatin1String("<svg"));
    text.insert(text.indexOf(QLatin1Char('>'), root) + 1, QLatin1Char('\n') + descriptionOf(title, caption));
    return text.toUtf8();
}

QByteArray PaintedPicture::pdf() const {
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
    return data;
}

QString asWritten(std::string_view english) {
    return QString::fromUtf8(english.data(), static_cast<qsizetype>(english.size()));
}

QString PaintedPicture::save(const QString& path, Translation translation) const {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg")) return writeFile(path, svg(), translation);
    if (ending == QLatin1String("pdf")) return writeFile(path, pdf(), translation);
    if (ending != QLatin1String("png"))
        return tr("%1: charts are saved as .png, .svg or .pdf. Give the file one of these endings.").arg(path);
    if (const QString why = refusal(); !why.isEmpty()) return why;
    return writeFile(path, png(), translation);
}

QString PaintedPicture::copy(CopyAs as) const {
    auto data = std::make_unique<QMimeData>();
    if (as == CopyAs::Pixels) {
        if (const QString why = refusal(); !why.isEmpty()) return why;
        data->setImageData(image());
    } else {
        const QByteArray drawing = svg();
        data->setData(QStringLiteral("image/svg+xml"), drawing);
        data->setText(QString::fromUtf8(drawing));
    }
    QGuiApplication::clipboard()->setMimeData(data.release());
    return {};
}

}  // namespace ipclab
