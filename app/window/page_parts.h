// What pages with a table or a chart have in common: controls in a row above it, what was found and what to do with it
// in a row below, a thin line of progress between, and details that stand below a table.
#pragma once

#include <QBoxLayout>
#include <initializer_list>

class QLabel;
class QProgressBar;
class QSplitter;
class QTextBrowser;

namespace ipclab {

// The first of a row takes what room the others leave.
QHBoxLayout* headRow(std::initializer_list<QWidget*> widgets);
QHBoxLayout* footRow(std::initializer_list<QWidget*> widgets);
// Of a page; its parts touch its edges and one another.
QVBoxLayout* bareColumn(QWidget* page);

// Keeps its place while it is hidden.
QProgressBar* makeThinProgress(QWidget* parent);
// Plain text that stands back.
QLabel* makeMutedLabel(QWidget* parent);
QTextBrowser* makeDetails(QWidget* parent);
// The table grows with the page, the details do not.
QSplitter* aboveDetails(QWidget* table, QTextBrowser* details, int tablePx, int detailsPx, QWidget* parent);

}  // namespace ipclab
