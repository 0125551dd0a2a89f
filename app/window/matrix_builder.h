// What is to be measured: mechanisms with messages of some sizes, which needs no document, or the experiment that is
// open with some of its properties varied; how often, and how long each time.
#pragma once

#include <QWidget>
#include <optional>

#include "document/document.h"
#include "sweep/sweep.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QStackedWidget;

namespace ipclab {

class AxisRows;
class MechanismRows;

class MatrixBuilder : public QWidget {
    Q_OBJECT
public:
    enum class Source { OneWay, PingPong, OpenExperiment };

    explicit MatrixBuilder(QWidget* parent = nullptr);

    void setDocument(const Document& document);
    void setSource(Source source);
    [[nodiscard]] Source source() const;
    // Nothing: problem() says what is missing.
    [[nodiscard]] std::optional<SweepOptions> options() const;
    [[nodiscard]] QString problem() const;
    // As findFigure() takes it: what one asks first of such a matrix; empty: nothing in particular.
    [[nodiscard]] std::string firstFigure() const;

    [[nodiscard]] MechanismRows* mechanisms() const { return m_mechanisms; }
    [[nodiscard]] AxisRows* axes() const { return m_axes; }
    [[nodiscard]] QSpinBox* repeats() const { return m_repeats; }
    [[nodiscard]] QDoubleSpinBox* seconds() const { return m_seconds; }
    [[nodiscard]] QComboBox* sources() const { return m_source; }

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void nameSources();
    [[nodiscard]] SweepOptions mechanismOptions() const;
    [[nodiscard]] SweepOptions documentOptions() const;

    Document m_document;
    QLabel *m_sourceLabel, *m_repeatsLabel, *m_secondsLabel;
    QComboBox* m_source;
    QStackedWidget* m_pages;
    MechanismRows* m_mechanisms;
    AxisRows* m_axes;
    QSpinBox* m_repeats;
    QDoubleSpinBox* m_seconds;
};

}  // namespace ipclab
