#include "window/axis_rows.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "plot/plain_tip.h"
#include "window/axis_row.h"
#include "window/page_parts.h"

namespace ipclab {

AxisRows::AxisRows(QWidget* parent) : QWidget(parent), m_chooser(new QComboBox(this)), m_column(bareColumn(this)) {
    m_chooser->setEditable(true);
    m_chooser->setInsertPolicy(QComboBox::NoInsert);
    m_chooser->setMaxVisibleItems(20);
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(12);
    m_chooser->completer()->setFilterMode(Qt::MatchContains);
    m_chooser->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_column->setSpacing(6);
    m_column->addWidget(m_chooser);
    connect(m_chooser, &QComboBox::activated, this, [this](int index) {
        const std::string path = m_chooser->itemData(index).toString().toStdString();
        m_chooser->setCurrentIndex(-1);
        m_chooser->clearEditText();
        add(path);
    });
    retranslate();
}

AxisRows::~AxisRows() = default;

void AxisRows::setDocument(const Document& document) {
    m_document = document;
    m_properties = SweepProperties::of(document);
    fillChooser();
    const std::vector<AxisRow*> before = m_rows;
    for (AxisRow* row : before) {
        const auto found = std::ranges::find(m_properties, row->property().path, &SweepProperty::path);
        if (found == m_properties.end())
            remove(row);
        else
            row->rename(*found);
    }
}

void AxisRows::fillChooser() {
    m_chooser->clear();
    for (const SweepProperty& property : m_properties) {
        m_chooser->addItem(property.title, QString::fromStdString(property.path));
        m_chooser->setItemData(m_chooser->count() - 1, plainTip(property.tip), Qt::ToolTipRole);
    }
    m_chooser->setCurrentIndex(-1);
}

void AxisRows::add(const std::string& path) { add(path, {}); }

void AxisRows::add(const std::string& path, const std::string& values) {
    const auto found = std::ranges::find(m_properties, path, &SweepProperty::path);
    if (found == m_properties.end()) return;
    const auto there = std::ranges::find_if(m_rows, [&](AxisRow* row) { return row->property().path == path; });
    AxisRow* row = there != m_rows.end() ? *there : new AxisRow(*found, m_document, this);
    if (there == m_rows.end()) {
        m_rows.push_back(row);
        m_column->insertWidget(m_column->count() - 1, row);
        connect(row, &AxisRow::changed, this, &AxisRows::changed);
        connect(row, &AxisRow::removed, this, [this, row] { remove(row); });
    }
    if (!values.empty()) row->setValues(values);
    row->values()->setFocus();
    emit changed();
}

void AxisRows::remove(AxisRow* row) {
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater();
    emit changed();
}

void AxisRows::clear() {
    const std::vector<AxisRow*> before = m_rows;
    for (AxisRow* row : before) remove(row);
}

std::vector<SweepAxis> AxisRows::axes() const {
    std::vector<SweepAxis> axes;
    for (const AxisRow* row : m_rows) {
        if (row->parsed().mistake.empty()) axes.push_back(row->parsed().axis);
    }
    return axes;
}

bool AxisRows::hasMistake() const {
    return std::ranges::any_of(m_rows, [](const AxisRow* row) { return !row->parsed().mistake.empty(); });
}

QLineEdit* AxisRows::values(std::size_t row) const { return m_rows.at(row)->values(); }

void AxisRows::retranslate() {
    m_chooser->lineEdit()->setPlaceholderText(tr("Vary another property…"));
    m_chooser->setAccessibleName(tr("Property to vary"));
    m_chooser->lineEdit()->setAccessibleName(m_chooser->accessibleName());
    m_chooser->setToolTip(tr("Any property of the open experiment, found by a part of its name"));
    setDocument(m_document);
}

void AxisRows::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
