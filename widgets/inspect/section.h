// Small parts of the inspector's pages: a heading, and a column with the inspector's margins.
#pragma once

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace ipclab {

inline QLabel* sectionHeading(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("kind", QStringLiteral("section"));
    return label;
}

inline QVBoxLayout* inspectorColumn(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    return column;
}

}  // namespace ipclab
