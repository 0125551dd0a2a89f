// Runs that are over, beside one another: from which moment of each the common time counts, what of their machines and
// circumstances is not the same, and what became of every quantity in each of them. No widgets; the data is the
// caller's and outlives this.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "observe/host_facts.h"
#include "results/quantity.h"

namespace ipclab {

struct AlignedRun {
    QString name;  // for people: "first, 14:03:21"
    const RunData* data = nullptr;
    HostFacts host{};
    bool complete = true;
    Nanoseconds byHandNs = 0;  // the moment chosen by hand; 0: none
};

// From where the common time counts.
struct RunAlignment {
    enum class At : std::uint8_t { Start, Event, ByHand };
    At at = At::Start;
    EventKind kind = EventKind::Unknown;  // of an event: its first of that process, or of the run
    std::string process{};
    bool operator==(const RunAlignment&) const = default;
};

// A quantity of one owner in all of them.
struct AlignedFigure {
    QuantityOwner owner = QuantityOwner::Run;
    QString of;  // whose; empty: the run's
    const Quantity* quantity = nullptr;
    QuantityUnit unit = QuantityUnit::Number;
    std::vector<MaybeQuantity> values;  // of each run

    // To the first run. Nothing where either is not known, or nothing can be said: no ratio to zero.
    [[nodiscard]] std::optional<double> difference(std::size_t run) const;
    [[nodiscard]] std::optional<double> ratio(std::size_t run) const;
};

class AlignedRuns {
    Q_DECLARE_TR_FUNCTIONS(ipclab::AlignedRuns)
public:
    // A letter stands for each: more would run out of dashes.
    static constexpr std::size_t kMost = 6;

    std::vector<AlignedRun> runs;
    RunAlignment alignment{};

    [[nodiscard]] static QString letter(std::size_t run);  // "A"
    // "A: first, 14:03:21".
    [[nodiscard]] QString title(std::size_t run) const;

    // The start, by hand, and each first event that all of them have and that marks charts, with its words.
    struct Choice {
        RunAlignment alignment;
        QString text;
    };
    [[nodiscard]] std::vector<Choice> choices() const;
    // Of a run that has not what it is aligned at, its start.
    [[nodiscard]] Nanoseconds zeroOf(std::size_t run) const;
    [[nodiscard]] bool hasZero(std::size_t run) const;
    // How much later everything of it is shown: the first run stays where it is.
    [[nodiscard]] Nanoseconds shiftOf(std::size_t run) const;
    // From the first to the last of all, as they are shown.
    [[nodiscard]] std::pair<Nanoseconds, Nanoseconds> span() const;

    // What is not the same, a sentence each: machine, kernel, observer, experiment, one that was cut off. Empty: all
    // is.
    [[nodiscard]] QStringList notTheSame() const;

    // Of what any of them knows. The only one of a kind in each run is compared whatever it is called.
    [[nodiscard]] std::vector<AlignedFigure> figures() const;

private:
    [[nodiscard]] std::optional<Nanoseconds> foundZero(std::size_t run) const;
    void addFigures(QuantityOwner owner, std::vector<AlignedFigure>& figures) const;
    [[nodiscard]] std::vector<QString> namesOf(QuantityOwner owner, std::size_t run) const;
    void addDifferent(QStringList& found, const QString& what, const QStringList& values) const;
};

}  // namespace ipclab
