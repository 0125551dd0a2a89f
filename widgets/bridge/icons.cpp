#include "bridge/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ipclab {
namespace {

class TintedEngine : public QIconEngine {
public:
    TintedEngine(QString name, QPalette::ColorRole role, QColor color)
        : m_name(std::move(name)), m_role(role), m_color(std::move(color)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, iconPixmap(m_name, colorFor(mode), std::min(rect.width(), rect.height()), scale));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return iconPixmap(m_name, colorFor(mode), std::min(size.width(), size.height()), 1);
    }
    QIconEngine* clone() const override { return new TintedEngine(m_name, m_role, m_color); }
    QString key() const override { return QStringLiteral("ipclab-tinted"); }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return m_color.isValid() ? m_color : palette.color(QPalette::Active, m_role);
    }

    QString m_name;
    QPalette::ColorRole m_role;
    QColor m_color;
};

QPixmap render(const QString& name, const QColor& color, int pixels) {
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QFile file(QStringLiteral(":/ipclab/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return pixmap;
}

}  // namespace

QPixmap iconPixmap(const QString& name, const QColor& color, int sizePx, qreal scale) {
    const int pixels = qRound(sizePx * scale);
    const QString key = QStringLiteral("ipclab/%1/%2/%3").arg(name, color.name()).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, color, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QIcon themedIcon(const QString& name, QPalette::ColorRole role) {
    return QIcon(new TintedEngine(name, role, QColor()));
}

QIcon coloredIcon(const QString& name, const QColor& color) {
    return QIcon(new TintedEngine(name, QPalette::ButtonText, color));
}

}  // namespace ipclab
