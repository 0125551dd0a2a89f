#include "lab_views/prediction_editor.h"

#include <QButtonGroup>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "bridge/words.h"
#include "lab_views/curve_sketch.h"
#include "lab_views/lab_text.h"
#include "lab_views/option_row.h"
#include "lab_views/prediction_chart.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kOptionRole = Qt::UserRole;

QString numberText(double value) { return plainDigits(value, 6); }

// A row with air around it, and all the lines its words need in that width.
class OrderRow : public QStyledItemDelegate {
public:
    explicit OrderRow(QListView* list) : QStyledItemDelegate(list), m_list(list) {}
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int width = m_list->viewport()->width();
        const QRect words = option.fontMetrics.boundingRect(QRect(0, 0, width - 2 * kPadPx, QWIDGETSIZE_MAX),
                                                            Qt::TextWordWrap, index.data().toString());
        return {width, words.height() + kPadPx};
    }

private:
    static constexpr int kPadPx = 8;
    QListView* m_list;
};

// As high as its rows are in the width it has, and never scrolled: the page around it is.
class OrderList : public QListWidget {
public:
    explicit OrderList(QWidget* parent) : QListWidget(parent) {
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWordWrap(true);
        setResizeMode(QListView::Adjust);
        setItemDelegate(new OrderRow(this));
    }
    void doItemsLayout() override {
        QListWidget::doItemsLayout();
        setFixedHeight(contentsSize().height() + height() - viewport()->height());
    }
};

}  // namespace

PredictionEditor::PredictionEditor(LabPrediction prediction, QWidget* parent)
    : QWidget(parent),
      m_prediction(std::move(prediction)),
      m_question(new QLabel(this)),
      m_measured(new QLabel(this)),
      m_chart(new PredictionView(this)) {
    for (QLabel* label : {m_question, m_measured}) label->setWordWrap(true);
    for (QLabel* label : {m_question, m_measured}) label->setTextFormat(Qt::RichText);
    m_question->setProperty("kind", QStringLiteral("section"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_question);
    using enum LabPrediction::Kind;
    m_input = m_prediction.kind == Choice     ? makeChoice()
              : m_prediction.kind == Number   ? makeNumber()
              : m_prediction.kind == Ordering ? makeOrdering()
                                              : makeCurve();
    column->addWidget(m_input);
    column->addWidget(m_measured);
    column->addWidget(m_chart);
    m_chart->hide();
    if (m_take != nullptr) {
        QSizePolicy policy = m_take->sizePolicy();
        policy.setRetainSizeWhenHidden(true);  // nothing moves under the pointer once something is predicted
        m_take->setSizePolicy(policy);
    }
    retranslate();
}

QWidget* PredictionEditor::makeChoice() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_choice = new QButtonGroup(box);
    for (std::size_t i = 0; i < m_prediction.options.size(); ++i) {
        auto* row = new OptionRow(box);
        m_options.push_back(row);
        m_choice->addButton(row->button(), static_cast<int>(i));
        column->addWidget(row);
    }
    connect(m_choice, &QButtonGroup::idClicked, this, [this](int option) { take({static_cast<double>(option)}); });
    return box;
}

// A spin box always shows a number: it is predicted once it was changed, or the button says that it is meant so.
QWidget* PredictionEditor::makeNumber() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_number = new QDoubleSpinBox(box);
    const bool whole =
        m_prediction.low == std::floor(m_prediction.low) && m_prediction.high == std::floor(m_prediction.high);
    m_number->setDecimals(whole ? 0 : 3);
    m_number->setRange(m_prediction.low, m_prediction.high);
    m_number->setGroupSeparatorShown(true);
    m_take = new QPushButton(box);
    row->addWidget(m_number, 1);
    row->addWidget(m_take);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &PredictionEditor::tellNumber);
    connect(m_take, &QPushButton::clicked, this, &PredictionEditor::tellNumber);
    return box;
}

QWidget* PredictionEditor::makeOrdering() {
    auto* box = new QWidget(this);
    m_order = new OrderList(box);
    m_order->setDragDropMode(QAbstractItemView::InternalMove);
    for (std::size_t i = 0; i < m_prediction.options.size(); ++i) {
        auto* item = new QListWidgetItem(m_order);
        item->setData(kOptionRole, static_cast<int>(i));
    }
    m_order->setCurrentRow(0);  // which the buttons move
    m_up = new QPushButton(box);
    m_down = new QPushButton(box);
    m_take = new QPushButton(box);
    auto* row = new QHBoxLayout;
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addStretch(1);
    row->addWidget(m_take);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_order);
    column->addLayout(row);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_take, &QPushButton::clicked, this, &PredictionEditor::tellOrder);
    connect(m_order->model(), &QAbstractItemModel::rowsMoved, this, &PredictionEditor::tellOrder);  // dragged
    return box;
}

QWidget* PredictionEditor::makeCurve() {
    m_curve = new CurveSketch(
        {.at = m_prediction.at, .axis = {}, .unit = {}, .low = m_prediction.low, .high = m_prediction.high}, this);
    connect(m_curve, &CurveSketch::edited, this, [this] {
        if (const auto values = m_curve->values(); !values.empty()) take(values);
    });
    return m_curve;
}

void PredictionEditor::move(int by) {
    const int row = m_order->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= m_order->count()) return;
    m_order->insertItem(to, m_order->takeItem(row));
    m_order->setCurrentRow(to);
    tellOrder();
}

void PredictionEditor::tellOrder() {
    LabAnswer order;
    for (int row = 0; row < m_order->count(); ++row) order.push_back(m_order->item(row)->data(kOptionRole).toInt());
    take(std::move(order));
}

void PredictionEditor::tellNumber() {
    showUnit();
    take({m_number->value()});
}

void PredictionEditor::showUnit() {
    const QString unit = unitBehind(m_prediction, m_number->value());
    if (m_number->suffix() != unit) m_number->setSuffix(unit);
}

void PredictionEditor::take(LabAnswer answer) {
    if (m_locked || answer == m_answer) return;
    m_answer = std::move(answer);
    showMeasured();
    emit answered(m_answer);
}

// What is only begun, a curve with a point to come, stays as long as nothing else is said.
void PredictionEditor::setAnswer(const LabAnswer& answer) {
    if (answer == m_answer) return;
    m_answer = answer;
    const QSignalBlocker quiet(m_number);  // null where there is none
    if (m_choice != nullptr && !answer.empty()) {
        if (auto* button = m_choice->button(static_cast<int>(answer.front()))) button->setChecked(true);
    }
    if (m_number != nullptr && !answer.empty()) {
        m_number->setValue(answer.front());
        showUnit();
    }
    if (m_curve != nullptr) m_curve->setValues(answer);
    if (m_order != nullptr && answer.size() == m_prediction.options.size()) {
        for (std::size_t row = 0; row < answer.size(); ++row) {
            for (int at = 0; at < m_order->count(); ++at) {
                if (m_order->item(at)->data(kOptionRole).toInt() != static_cast<int>(answer[row])) continue;
                m_order->insertItem(static_cast<int>(row), m_order->takeItem(at));
                break;
            }
        }
    }
    showMeasured();
}

void PredictionEditor::setLocked(bool locked) {
    m_locked = locked;
    for (OptionRow* option : m_options) option->setEnabled(!locked);
    for (QWidget* part : std::initializer_list<QWidget*>{m_number, m_order, m_up, m_down, m_take}) {
        if (part != nullptr) part->setEnabled(!locked);
    }
    if (m_curve != nullptr) m_curve->setLocked(locked);
    showMeasured();
}

void PredictionEditor::setVerdict(const LabPredictionVerdict* verdict) {
    m_verdict = verdict != nullptr ? std::optional(*verdict) : std::nullopt;
    showMeasured();
}

QString PredictionEditor::textOf(const LabAnswer& answer) const {
    QStringList parts;
    const bool isChoice = m_prediction.kind == LabPrediction::Kind::Choice;
    const bool names = isChoice || m_prediction.kind == LabPrediction::Kind::Ordering;
    for (const double each : answer) {
        const auto option = static_cast<std::size_t>(std::max(each, 0.0));
        const bool isOne = names && option < m_prediction.options.size();
        const QString name = isOne ? Words::local(m_prediction.options[option]) : predictedNumber(each, m_prediction);
        parts << (!isOne ? name : isChoice ? quoted(name) : nameIn(name));
    }
    const QString text =
        parts.join(m_prediction.kind == LabPrediction::Kind::Ordering ? QStringLiteral(" < ") : QStringLiteral(" · "));
    return names ? text : text + unitBehind(m_prediction, theOnly(answer));
}

// Before a run: what is predicted, or that nothing is; after it how it was.
void PredictionEditor::showMeasured() {
    const QString why = m_verdict ? whyNotJudged(*m_verdict) : QString();
    QString text;
    if (m_verdict && !m_verdict->truth.empty()) {
        text = (isMeasured(m_prediction) ? tr("You predicted %1; measured: %2.")
                                         : tr("You predicted %1; known, not measured: %2."))
                   .arg(m_answer.empty() ? tr("nothing") : textOf(m_answer), textOf(m_verdict->truth));
        if (m_verdict->right)
            text += QLatin1Char(' ') + (*m_verdict->right ? tr("✓ That is so.") : tr("✗ It is otherwise."));
    } else if (!m_answer.empty()) {
        text = m_locked ? tr("You predicted %1.").arg(textOf(m_answer))
                        : tr("You predict %1. It can be changed until the step is run.").arg(textOf(m_answer));
        if (!why.isEmpty()) text += QLatin1Char(' ') + why;
    } else {
        text = why.isEmpty() ? tr("Not predicted yet.") : why;
    }
    const bool measured = m_verdict && !m_verdict->truth.empty();
    if (measured || !m_chart->chart().isEmpty())
        m_chart->setChart(measured ? PredictionChart(m_prediction, m_answer, *m_verdict) : PredictionChart());
    m_chart->setVisible(measured);
    m_input->setVisible(!measured);
    if (m_take != nullptr) m_take->setVisible(m_answer.empty());
    m_measured->setText(richLineOf(text));
    const QString kind = m_verdict && m_verdict->right ? QStringLiteral("section") : QStringLiteral("muted");
    if (m_measured->property("kind") == kind) return;
    m_measured->setProperty("kind", kind);
    m_measured->style()->polish(m_measured);
}

void PredictionEditor::retranslate() {
    const QString question = plainLineOf(Words::local(m_prediction.question));
    m_question->setText(richLineOf(Words::local(m_prediction.question)));
    m_input->setAccessibleName(question);
    for (std::size_t i = 0; i < m_options.size(); ++i) m_options[i]->setText(Words::local(m_prediction.options[i]));
    if (m_number != nullptr) {
        showUnit();
        m_number->setAccessibleName(question);
        m_number->setToolTip(tr("From %1 to %2").arg(numberText(m_prediction.low), numberText(m_prediction.high)));
    }
    if (m_order != nullptr) {
        for (int row = 0; row < m_order->count(); ++row) {
            const auto option = static_cast<std::size_t>(m_order->item(row)->data(kOptionRole).toInt());
            m_order->item(row)->setText(plainLineOf(Words::local(m_prediction.options[option])));
        }
        m_order->setAccessibleName(question);
        m_order->setToolTip(tr("From the least to the most: drag the rows, or move one with the buttons"));
        m_up->setText(tr("Up"));
        m_down->setText(tr("Down"));
    }
    if (m_take != nullptr) m_take->setText(tr("Predict"));
    if (m_curve != nullptr) {
        m_curve->setAxisTexts(Words::local(m_prediction.axis), Words::local(m_prediction.unit));
        m_curve->setAccessibleName(question);
        m_curve->setToolTip(
            tr("Drag each point to where you expect it; with the keys: ← → choose a point, ↑ ↓ move it"));
    }
    showMeasured();
}

void PredictionEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
