#include "inspect/fact_list.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace ipclab {
namespace {

// Wider names and values may break; figures never do. In letters of Latin: those of Korean are twice as wide.
constexpr int kOneLine = 20;

bool mayBreak(const QString& text) {
    constexpr char16_t kLastNarrow = 0x10FF;
    const auto wide = std::ranges::count_if(text, [](QChar letter) { return letter.unicode() > kLastNarrow; });
    return text.size() + wide > kOneLine;
}

}  // namespace

FactList::FactList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

int FactList::addFact(const QString& name, const QString& tip) {
    const int row = static_cast<int>(m_rows.size());
    auto* title = new QLabel(this);
    title->setProperty("kind", QStringLiteral("muted"));
    auto* value = new QLabel(this);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setFocusPolicy(Qt::NoFocus);
    m_grid->addWidget(title, row, 0);
    m_grid->addWidget(value, row, 1);
    m_rows.push_back({title, value});
    setName(row, name, tip);
    return row;
}

void FactList::setName(int row, const QString& name, const QString& tip) {
    const Row& fact = m_rows.at(static_cast<std::size_t>(row));
    fact.name->setWordWrap(mayBreak(name));
    fact.name->setText(name);
    fact.name->setToolTip(tip);
    fact.value->setToolTip(tip);
    fact.value->setAccessibleName(name);
    align(fact);
}

// Letters of one writing are higher than those of another: one line beside one line stands in the middle of both.
void FactList::align(const Row& fact) {
    const bool broken = fact.name->wordWrap() || fact.value->wordWrap();
    const Qt::Alignment vertical = broken ? Qt::AlignTop : Qt::AlignVCenter;
    fact.name->setAlignment(Qt::AlignLeft | vertical);
    fact.value->setAlignment(Qt::AlignRight | vertical);
}

void FactList::setValue(int row, const QString& value) {
    const Row& fact = m_rows.at(static_cast<std::size_t>(row));
    if (fact.value->text() == value) return;
    fact.value->setWordWrap(mayBreak(value));
    fact.value->setText(value);
    align(fact);
}

void FactList::setRowShown(int row, bool shown) {
    const Row& fact = m_rows.at(static_cast<std::size_t>(row));
    fact.name->setVisible(shown);
    fact.value->setVisible(shown);
}

QString FactList::value(int row) const { return m_rows.at(static_cast<std::size_t>(row)).value->text(); }

}  // namespace ipclab
