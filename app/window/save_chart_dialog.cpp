#include "window/save_chart_dialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "observe/host_facts.h"

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
      m_format(new QComboBox(this)),
      m_width(pixels(this, 300, 1000)),
      m_height(pixels(this, 0, 0)),
      m_theme(new QComboBox(this)),
      m_title(new QLineEdit(title, this)) {
    setWindowTitle(tr("Save chart"));
    m_what->addItem(tr("All charts, as seen"), -1);
    for (int i = 0; i < ChartsPanel::ChartCount; ++i)
        m_what->addItem(ChartsPanel::chartName(static_cast<ChartsPanel::Chart>(i)), i);
    m_format->addItem(tr("PNG: picture for screens"), QStringLiteral("png"));
    m_format->addItem(tr("SVG: vectors for the web"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF: vectors for print"), QStringLiteral("pdf"));
    m_theme->addItem(tr("Light"), false);
    m_theme->addItem(tr("Dark"), true);
    m_height->setSpecialValueText(tr("as needed"));
    m_title->setCursorPosition(0);
    m_title->setMinimumWidth(320);
    auto* size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("×"), this));
    size->addWidget(m_height);
    size->addStretch(1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Chart"), m_what);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Size"), size);
    form->addRow(tr("Theme"), m_theme);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save…"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

TimeChart* SaveChartDialog::chart() const {
    const int which = m_what->currentData().toInt();
    return which < 0 ? nullptr : m_charts.chart(static_cast<ChartsPanel::Chart>(which));
}

void SaveChartDialog::setChart(TimeChart* chart) {
    for (int i = 0; i < ChartsPanel::ChartCount; ++i) {
        if (m_charts.chart(static_cast<ChartsPanel::Chart>(i)) == chart) m_what->setCurrentIndex(m_what->findData(i));
    }
}

PictureOptions SaveChartDialog::options() const {
    PictureOptions options;
    options.size = QSize(m_width->value(), m_height->value());
    options.theme = m_theme->currentData().toBool() ? ChartTheme::darkTheme() : ChartTheme::light();
    options.title = m_title->text();
    return options;
}

QString SaveChartDialog::suffix() const { return m_format->currentData().toString(); }

QString chartCaption(const RunData& run) {
    const HostFacts host = readHostFacts();
    QStringList parts;
    for (const LinkData& link : run.links)
        parts << QStringLiteral("%1: %2").arg(QString::fromStdString(link.name), Words::mechanism(link.mechanism));
    if (parts.size() > 4) parts = {SaveChartDialog::tr("%1 links").arg(run.links.size())};
    parts << SaveChartDialog::tr("states: %1").arg(Words::observe(run.observer.level));
    parts << SaveChartDialog::tr("%1 (CPUs: %2), Linux %3")
                 .arg(QString::fromStdString(host.cpuModel))
                 .arg(host.cpusOnline)
                 .arg(QString::fromStdString(host.kernel));
    parts << QLocale::c().toString(QDateTime::currentDateTime(), QStringLiteral("yyyy-MM-dd HH:mm"));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace ipclab
