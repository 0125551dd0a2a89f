// What can be done to a process: rate, work, message size, the conditions of a network, nice value and processors at
// once, pause, continue, terminate, kill. Before a run the same fields set up the next one.
#pragma once

#include <QWidget>
#include <optional>
#include <string_view>
#include <type_traits>

#include "runs/run_source.h"

class QLabel;
class QPushButton;

namespace ipclab {

class NetworkControl;
class ScaleControl;
class SchedulingControl;

class ProcessControls : public QWidget {
    Q_OBJECT
public:
    explicit ProcessControls(RunSource& source, QWidget* parent = nullptr);

    void setProcess(std::uint32_t process);
    void refresh();
    void retranslate();

    // The field of the document is set here, as things are now.
    [[nodiscard]] bool has(std::string_view field) const;

    [[nodiscard]] ScaleControl* rate() const { return m_rate; }
    [[nodiscard]] ScaleControl* work() const { return m_work; }
    [[nodiscard]] ScaleControl* size() const { return m_size; }
    [[nodiscard]] NetworkControl* network() const { return m_network; }
    [[nodiscard]] SchedulingControl* scheduling() const { return m_scheduling; }
    [[nodiscard]] QPushButton* pauseButton() const { return m_pause; }
    [[nodiscard]] QPushButton* terminateButton() const { return m_terminate; }
    [[nodiscard]] QPushButton* killButton() const { return m_kill; }

private:
    template <typename Value>
    void set(void (ProcessSettings::*setter)(std::uint32_t, Value), const std::remove_cvref_t<Value>& value);
    void nameProgramSettings();
    void showSettings();
    void showScheduling();
    void showButtons();
    void showComing();
    [[nodiscard]] const ProcessData* process() const;
    [[nodiscard]] std::uint32_t largestMessage() const;

    RunSource& m_source;
    std::uint32_t m_process = 0;
    std::optional<bool> m_namesMessages;  // as the texts of rate and work are now
    QLabel* m_when;
    ScaleControl* m_rate;
    ScaleControl* m_work;
    ScaleControl* m_size;
    NetworkControl* m_network;
    SchedulingControl* m_scheduling;
    QPushButton* m_start;
    QPushButton* m_retire;
    QPushButton* m_pause;
    QPushButton* m_terminate;
    QPushButton* m_kill;
};

}  // namespace ipclab
