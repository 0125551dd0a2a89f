#include "window/matrix_builder.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <nlohmann/json.hpp>

#include "bridge/words.h"
#include "document/experiment_json.h"
#include "runs/said.h"
#include "sweep/mechanism_sweep.h"
#include "window/axis_rows.h"
#include "window/mechanism_rows.h"
#include "window/page_parts.h"

namespace ipclab {

MatrixBuilder::MatrixBuilder(QWidget* parent)
    : QWidget(parent),
      m_sourceLabel(new QLabel(this)),
      m_repeatsLabel(new QLabel(this)),
      m_secondsLabel(new QLabel(this)),
      m_source(new QComboBox(this)),
      m_pages(new QStackedWidget(this)),
      m_mechanisms(new MechanismRows(this)),
      m_axes(new AxisRows(this)),
      m_repeats(new QSpinBox(this)),
      m_seconds(new QDoubleSpinBox(this)) {
    m_repeats->setRange(1, kMostRepeats);
    m_repeats->setValue(6);
    m_seconds->setRange(0.05, 3600);
    m_seconds->setValue(1);
    m_seconds->setDecimals(2);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(12);
    for (int i = 0; i < 3; ++i) m_source->addItem(QString());
    m_sourceLabel->setBuddy(m_source);
    m_repeatsLabel->setBuddy(m_repeats);
    m_secondsLabel->setBuddy(m_seconds);
    auto* scroll = new QScrollArea(this);
    auto* inner = new QWidget(scroll);
    QVBoxLayout* top = bareColumn(inner);
    top->addWidget(m_axes);
    top->addStretch(1);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_mechanisms);
    m_pages->addWidget(scroll);
    QVBoxLayout* column = bareColumn(this);
    column->setSpacing(8);
    column->addWidget(m_sourceLabel);
    column->addWidget(m_source);
    column->addWidget(m_pages, 1);
    auto* often = new QGridLayout;
    often->addWidget(m_repeatsLabel, 0, 0);
    often->addWidget(m_repeats, 0, 1);
    often->addWidget(m_secondsLabel, 1, 0);
    often->addWidget(m_seconds, 1, 1);
    often->setColumnStretch(1, 1);
    column->addLayout(often);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index == static_cast<int>(Source::OpenExperiment) ? 1 : 0);
        emit changed();
    });
    connect(m_mechanisms, &MechanismRows::changed, this, &MatrixBuilder::changed);
    connect(m_axes, &AxisRows::changed, this, &MatrixBuilder::changed);
    connect(m_repeats, &QSpinBox::valueChanged, this, &MatrixBuilder::changed);
    connect(m_seconds, &QDoubleSpinBox::valueChanged, this, &MatrixBuilder::changed);
    retranslate();
}

// Its own mechanism is the first thing one asks of.
void MatrixBuilder::setDocument(const Document& document) {
    if (document.experiment() == m_document.experiment()) return;
    const bool isAnother = document.experiment().id != m_document.experiment().id;
    m_document = document;
    if (isAnother) m_axes->clear();
    m_axes->setDocument(document);
    nameSources();
    if (source() == Source::OpenExperiment) emit changed();
}

void MatrixBuilder::setSource(Source source) { m_source->setCurrentIndex(static_cast<int>(source)); }
MatrixBuilder::Source MatrixBuilder::source() const { return static_cast<Source>(m_source->currentIndex()); }

QString MatrixBuilder::problem() const {
    if (source() == Source::OpenExperiment) {
        if (m_axes->hasMistake()) return tr("One of the properties has values that cannot be.");
        return m_axes->count() == 0 ? tr("Choose at least one property to vary.") : QString();
    }
    if (m_mechanisms->chosen().empty()) return tr("Choose at least one mechanism.");
    if (!m_mechanisms->parsedSizes().mistake.empty()) return said(m_mechanisms->parsedSizes().mistake);
    return m_mechanisms->pins().empty() ? tr("Choose where the processes run.") : QString();
}

std::optional<SweepOptions> MatrixBuilder::options() const {
    if (!problem().isEmpty()) return std::nullopt;
    return source() == Source::OpenExperiment ? documentOptions() : mechanismOptions();
}

SweepOptions MatrixBuilder::mechanismOptions() const {
    BenchOptions bench;
    bench.mechanisms = m_mechanisms->chosen();
    bench.pattern = source() == Source::OneWay ? Pattern::OneWay : Pattern::PingPong;
    bench.seconds = m_seconds->value();
    bench.repeats = static_cast<unsigned>(m_repeats->value());
    bench.reference = m_mechanisms->wantsReference();
    bench.sizesBytes.clear();
    for (const std::string& size : m_mechanisms->parsedSizes().axis.values)
        bench.sizesBytes.push_back(QString::fromStdString(size).toUInt());
    return mechanismSweep(bench, m_mechanisms->pins());
}

SweepOptions MatrixBuilder::documentOptions() const {
    SweepOptions options{.document = writeExperiment(m_document.experiment()),
                         .fileName = m_document.experiment().id + ".ipclab.json",
                         .settings = {},
                         .axes = m_axes->axes()};
    options.settings.push_back("/duration_s=" + nlohmann::json(m_seconds->value()).dump());
    options.repeats = static_cast<unsigned>(m_repeats->value());
    return options;
}

std::string MatrixBuilder::firstFigure() const {
    if (source() == Source::OpenExperiment) return {};
    return std::string(figuresOf(source() == Source::OneWay ? Pattern::OneWay : Pattern::PingPong).front());
}

void MatrixBuilder::nameSources() {
    m_source->setItemText(0, tr("Mechanisms, one way"));
    m_source->setItemText(1, tr("Mechanisms, there and back"));
    const QString name = Words::local(m_document.experiment().name);
    m_source->setItemText(2, name.isEmpty() ? tr("The open experiment") : tr("The open experiment: %1").arg(name));
}

void MatrixBuilder::retranslate() {
    nameSources();
    m_sourceLabel->setText(tr("What is measured"));
    m_source->setAccessibleName(m_sourceLabel->text());
    m_source->setToolTip(
        tr("Mechanisms one way measure throughput, there and back the time of a round trip; of the open "
           "experiment any property can be varied"));
    m_repeatsLabel->setText(tr("Repeats"));
    m_repeats->setAccessibleName(m_repeatsLabel->text());
    m_repeats->setToolTip(tr("From four on differences can be shown, from six on the median has a 95 % interval"));
    m_secondsLabel->setText(tr("Seconds each"));
    m_seconds->setAccessibleName(m_secondsLabel->text());
    m_seconds->setToolTip(tr("How long each repeat runs; each cell is warmed up before, for 0.2 s that do not count"));
    m_seconds->setSuffix(tr(" s"));
}

void MatrixBuilder::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
