#include "window/page_parts.h"

#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QTextBrowser>

namespace ipclab {

namespace {

QHBoxLayout* pageRow(std::initializer_list<QWidget*> widgets, const QMargins& margins) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(margins);
    row->setSpacing(8);
    for (QWidget* widget : widgets) row->addWidget(widget, widget == *widgets.begin() ? 1 : 0);
    return row;
}

}  // namespace

QHBoxLayout* headRow(std::initializer_list<QWidget*> widgets) { return pageRow(widgets, {16, 12, 16, 8}); }

QHBoxLayout* footRow(std::initializer_list<QWidget*> widgets) { return pageRow(widgets, {16, 10, 16, 12}); }

QVBoxLayout* bareColumn(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

QProgressBar* makeThinProgress(QWidget* parent) {
    auto* progress = new QProgressBar(parent);
    progress->setTextVisible(false);
    progress->setMaximumHeight(6);
    QSizePolicy kept = progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    progress->setSizePolicy(kept);
    return progress;
}

QLabel* makeMutedLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("kind", QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QTextBrowser* makeDetails(QWidget* parent) {
    auto* details = new QTextBrowser(parent);
    details->setFrameShape(QFrame::NoFrame);
    details->setOpenLinks(false);
    return details;
}

QSplitter* aboveDetails(QWidget* table, QTextBrowser* details, int tablePx, int detailsPx, QWidget* parent) {
    auto* rows = new QSplitter(Qt::Vertical, parent);
    rows->setHandleWidth(1);
    rows->setChildrenCollapsible(false);
    rows->addWidget(table);
    rows->addWidget(details);
    rows->setStretchFactor(0, 1);
    rows->setSizes({tablePx, detailsPx});
    return rows;
}

}  // namespace ipclab
