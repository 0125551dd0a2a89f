#include "window/save_chart_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/words.h"
#include "core/wall_clock.h"
#include "models/figures.h"
#include "models/link_table.h"
#include "plot/units.h"

namespace ipclab {
namespace {

QSpinBox* pixels(QWidget* parent, int low, int value) {
    auto* box = new QSpinBox(parent);
    box->setRange(low, 8000);
    box->setSingleStep(50);
    box->setSuffix(QStringLiteral(" px"));
    box->setValue(value);
    return box;
}

}  // namespace

SaveChartDialog::SaveChartDialog(const ChartsPanel& charts, const QString& title, QWidget* parent)
    : QDialog(parent),
      m_charts(charts),
      m_what(new QComboBox(this)),
      m_range(new QComboBox(this)),
      m_format(new QComboBox(this)),
      m_scale(new QComboBox(this)),
      m_width(pixels(this, 300, 1000)),
      m_height(pixels(this, 0, 0)),
      m_theme(new QComboBox(this)),
      m_title(new QLineEdit(title, this)),
      m_copy(new QPushButton(tr("&Copy"), this)) {
    setWindowTitle(tr("Save chart"));
    fillChoices();
    explain();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save…"));
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(16);
    column->addLayout(makeForm());
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_copies = true;
        accept();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &SaveChartDialog::fitToFormat);
    fitToFormat();
}

void SaveChartDialog::fillChoices() {
    m_what->addItem(tr("All charts, as seen"));
    for (const TimeChart* chart : m_charts.chartsWithSubject()) m_what->addItem(chart->title());
    m_range->addItem(tr("What is seen"));
    m_range->addItem(tr("The whole run"));
    m_format->addItem(tr("PNG: picture for screens"), QStringLiteral("png"));
    m_format->addItem(tr("SVG: vectors for the web"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF: vectors for print"), QStringLiteral("pdf"));
    for (const int scale : {1, 2, 3, 4}) m_scale->addItem(tr("%1 ×").arg(scale), scale);
    m_theme->addItem(tr("Light"), false);
    m_theme->addItem(tr("Dark"), true);
    setScale(2);
}

void SaveChartDialog::explain() {
    m_height->setSpecialValueText(tr("as needed"));
    m_width->setAccessibleName(tr("Width of the picture"));
    m_height->setAccessibleName(tr("Height of the picture"));
    m_width->setToolTip(tr("Width in pixels, or in points of a PDF"));
    m_height->setToolTip(tr("Height in pixels, or in points of a PDF; the least value: as much as it needs"));
    m_what->setToolTip(tr("All charts as they are seen, or one of them"));
    m_range->setToolTip(tr("The part of time that is seen now, or the run from its start to its end"));
    m_format->setToolTip(tr("PNG is a picture of pixels; SVG and PDF can be enlarged without loss"));
    m_scale->setToolTip(tr("Pixels of a PNG for each of its size: 2 × suits sharp screens, 4 × print"));
    m_theme->setToolTip(tr("Light suits paper"));
    m_title->setToolTip(tr("Stands above the charts in the picture"));
    m_copy->setToolTip(tr("Puts the picture on the clipboard, as pixels or as SVG; saves nothing"));
    m_title->setCursorPosition(0);
    m_title->setMinimumWidth(320);
}

QFormLayout* SaveChartDialog::makeForm() {
    auto* size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("×"), this));
    size->addWidget(m_height);
    size->addStretch(1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Chart"), m_what);
    form->addRow(tr("Time"), m_range);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Size"), size);
    form->addRow(tr("Sharpness"), m_scale);
    form->addRow(tr("Theme"), m_theme);
    return form;
}

// Vectors have no pixels; of a PDF no program takes a copy.
void SaveChartDialog::fitToFormat() {
    m_scale->setEnabled(suffix() == QLatin1String("png"));
    m_copy->setEnabled(suffix() != QLatin1String("pdf"));
}

TimeChart* SaveChartDialog::chart() const {
    const int which = m_what->currentIndex() - 1;
    return which < 0 ? nullptr : m_charts.chartsWithSubject().at(static_cast<std::size_t>(which));
}

void SaveChartDialog::setChart(TimeChart* chart) {
    const std::vector<TimeChart*> all = m_charts.chartsWithSubject();
    const auto found = std::ranges::find(all, chart);
    m_what->setCurrentIndex(found == all.end() ? 0 : static_cast<int>(found - all.begin()) + 1);
}

PictureRange SaveChartDialog::range() const {
    return m_range->currentIndex() == 1 ? PictureRange::WholeRun : PictureRange::Seen;
}

void SaveChartDialog::setRange(PictureRange range) {
    m_range->setCurrentIndex(range == PictureRange::WholeRun ? 1 : 0);
}

void SaveChartDialog::setScale(int scale) { m_scale->setCurrentIndex(m_scale->findData(scale)); }

void SaveChartDialog::setFormat(const QString& suffix) { m_format->setCurrentIndex(m_format->findData(suffix)); }

PictureOptions SaveChartDialog::options() const {
    PictureOptions options;
    options.scale = m_scale->currentData().toInt();
    options.size = QSize(m_width->value(), m_height->value());
    options.theme = m_theme->currentData().toBool() ? ChartTheme::darkTheme() : ChartTheme::light();
    options.title = m_title->text();
    return options;
}

QString SaveChartDialog::suffix() const { return m_format->currentData().toString(); }

namespace {

constexpr std::size_t kMostNamed = 4;

bool sends(const RunData& run, std::uint32_t process) {
    return std::ranges::any_of(run.links, [&](const LinkData& link) {
        return std::ranges::any_of(
            link.ports, [&](const PortData& port) { return port.process == process && port.role == PortRole::Sender; });
    });
}

// "producer: 2k messages/s, 64 B, 300 µs of work": as it was set last.
QString processText(const RunData& run, std::uint32_t index) {
    const ProcessData& process = run.processes[index];
    const ProgramSettings& settings = process.settings;
    QStringList parts;
    if (!process.foreign && sends(run, index)) {
        parts << (settings.ratePerSecond > 0
                      ? SaveChartDialog::tr("%1 messages/s").arg(formatQuantity(settings.ratePerSecond, QString()))
                      : Words::asFastAsPossible());
        parts << withoutTrailingZeros(formatQuantity(settings.messageBytes, QStringLiteral("B")));
    }
    if (settings.workNs > 0)
        parts << SaveChartDialog::tr("%1 of work")
                     .arg(withoutTrailingZeros(
                         formatQuantity(static_cast<double>(settings.workNs), QStringLiteral("ns"))));
    const QString name = QString::fromStdString(process.name);
    return parts.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, parts.join(QStringLiteral(", ")));
}

QString linkText(const LinkData& link) {
    QString text = QStringLiteral("%1: %2").arg(QString::fromStdString(link.name), Words::mechanism(link.mechanism));
    const QString capacity = LinkTable::capacityText(link);
    if (capacity != noFigure()) text += SaveChartDialog::tr(", capacity %1").arg(withoutTrailingZeros(capacity));
    return text;
}

QStringList settingTexts(const RunData& run) {
    QStringList parts;
    if (run.processes.size() > kMostNamed) parts << SaveChartDialog::tr("%1 processes").arg(run.processes.size());
    for (std::uint32_t i = 0; i < run.processes.size() && run.processes.size() <= kMostNamed; ++i)
        parts << processText(run, i);
    if (run.links.size() > kMostNamed) parts << SaveChartDialog::tr("%1 links").arg(run.links.size());
    for (std::size_t i = 0; i < run.links.size() && run.links.size() <= kMostNamed; ++i)
        parts << linkText(run.links[i]);
    return parts;
}

}  // namespace

QString chartCaption(const RunData& run, const HostFacts& host) {
    QStringList parts = settingTexts(run);
    if (run.startNs != 0) parts << SaveChartDialog::tr("run of %1 s").arg(run.durationS(), 0, 'f', 1);
    parts << SaveChartDialog::tr("states: %1").arg(Words::observe(run.observer.level));
    parts << SaveChartDialog::tr("%1 (CPUs: %2), Linux %3")
                 .arg(QString::fromStdString(host.cpuModel))
                 .arg(host.cpusOnline)
                 .arg(QString::fromStdString(host.kernel));
    parts << QString::fromStdString(dateText(utcNow()));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace ipclab
