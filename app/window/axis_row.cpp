#include "window/axis_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "compare/sweep_words.h"
#include "plot/plain_tip.h"
#include "runs/said.h"
#include "window/page_parts.h"

namespace ipclab {
namespace {

constexpr std::size_t kNamed = 8;

}  // namespace

AxisRow::AxisRow(SweepProperty property, const Document& document, QWidget* parent)
    : QFrame(parent),
      m_document(document),
      m_property(std::move(property)),
      m_title(new QLabel(this)),
      m_values(new QLineEdit(this)),
      m_meant(makeMutedLabel(this)),
      m_suggest(new QToolButton(this)),
      m_remove(new QToolButton(this)) {
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setBuddy(m_values);
    m_meant->setWordWrap(true);
    m_suggest->setPopupMode(QToolButton::InstantPopup);
    m_suggest->setMenu(new QMenu(m_suggest));
    m_suggest->setText(QString(QChar(0x22ef)));
    m_remove->setText(QString(QChar(0x2715)));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_remove);
    auto* line = new QHBoxLayout;
    line->addWidget(m_values, 1);
    line->addWidget(m_suggest);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(line);
    column->addWidget(m_meant);
    connect(m_values, &QLineEdit::textChanged, this, [this] {
        read();
        emit changed();
    });
    connect(m_remove, &QToolButton::clicked, this, &AxisRow::removed);
    connect(m_suggest->menu(), &QMenu::aboutToShow, this, &AxisRow::fillMenu);
    rename(SweepProperty(m_property));
    const auto suggestions = SweepProperties::suggestions(m_property, m_document);
    if (!suggestions.empty()) setValues(suggestions.front().values);
}

void AxisRow::rename(const SweepProperty& property) {
    m_property = property;
    m_title->setText(property.title);
    m_title->setToolTip(plainTip(property.tip));
    m_values->setAccessibleName(tr("Values of %1").arg(property.title));
    m_values->setPlaceholderText(tr("as 64, 4096 or 64..65536*4"));
    m_values->setToolTip(
        plainTip(tr("Values with commas between; 1..8 are whole numbers, 0..100+25 steps, 64..65536*4 "
                    "factors")));
    m_suggest->setAccessibleName(tr("Values that suit %1").arg(property.title));
    m_suggest->setToolTip(tr("Values that suit it"));
    m_remove->setAccessibleName(tr("Do not vary %1").arg(property.title));
    m_remove->setToolTip(tr("Do not vary it"));
    read();
}

void AxisRow::fillMenu() {
    m_suggest->menu()->clear();
    for (const auto& suggestion : SweepProperties::suggestions(m_property, m_document))
        m_suggest->menu()->addAction(suggestion.name, this, [this, values = suggestion.values] { setValues(values); });
}

void AxisRow::setValues(const std::string& values) { m_values->setText(QString::fromStdString(values)); }

// "6 values: 64 B, 256 B, 1 KiB …".
QString AxisRow::meantBy(const SweepAxis& axis) {
    QStringList names;
    for (std::size_t value = 0; value < std::min(axis.values.size(), kNamed); ++value)
        names << SweepWords::value(axis, value);
    QString text = names.join(QStringLiteral(", "));
    if (axis.values.size() > kNamed) text += QStringLiteral(" …");
    return tr("%n value(s): ", nullptr, static_cast<int>(axis.values.size())) + text;
}

void AxisRow::read() {
    const QString text = m_values->text().remove(QLatin1Char(' '));
    m_parsed = parseAxis(m_property.path + '=' + text.toStdString());
    m_meant->setText(m_parsed.mistake.empty() ? meantBy(m_parsed.axis) : said(m_parsed.mistake));
    m_meant->setProperty("kind", m_parsed.mistake.empty() ? QStringLiteral("muted") : QStringLiteral("alarm"));
    style()->unpolish(m_meant);
    style()->polish(m_meant);
}

}  // namespace ipclab
