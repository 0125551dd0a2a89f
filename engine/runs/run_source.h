// What a view is given: an experiment and what is known of one run of it. Where that comes from — a document before
// its first run, a run that goes on, a recording at a moment — is the source's own business; there may be several at
// once, each with views of its own. It is a room without windows, so that a command can follow one too.
//
// GUI thread only. The data is replaced as a whole (viewAboutToChange(), viewChanged()) or grows in place.
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "document/parts.h"
#include "results/summed_states.h"
#include "runs/run.h"

namespace ipclab {

class ProcessSettings;
class RunControl;

// The ids of view() where those of its document are its places.
PartIds viewIdsOf(const RunData& run);

class RunSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // As the document has it; view().experiment is what took effect in the run.
    [[nodiscard]] virtual const Experiment& experiment() const = 0;
    [[nodiscard]] virtual const RunData& view() const = 0;
    // What a chart shows: of a recording the whole run, whatever moment view() is of.
    [[nodiscard]] virtual const RunData& history() const { return view(); }
    // Between viewAboutToChange() and viewChanged(): another moment of the same run comes into view(), and history()
    // stays what it is.
    [[nodiscard]] virtual bool historyStays() const { return false; }
    // All that is known of the run of view(), also what history() has on disk: for exports, and as slow as reading
    // that. Throws std::runtime_error where it cannot be read.
    [[nodiscard]] virtual std::shared_ptr<const RunData> whole() const;
    // What the states of view()'s processes came to between two moments, where that is read from a file: the newest
    // that has come, maybe of another stretch; statesSummed() tells of the next. nullptr: none has come yet, or view()
    // has it all in its lanes (sumsAreRead()).
    [[nodiscard]] virtual const SummedStates* sums(Nanoseconds, Nanoseconds) const { return nullptr; }
    // Of a stretch that begins with the run, or of any other.
    enum class Stretch : std::uint8_t { SinceTheStart, Any };
    [[nodiscard]] virtual bool sumsAreRead(Stretch) const { return false; }
    // Waits until all that was asked of history() is there: for pictures. True: some of it had not been.
    virtual bool settle() { return false; }
    // What the parts of experiment() are called while the document is open, and those of view(): after a run the
    // document may have been edited. Each in the order of its lists.
    [[nodiscard]] virtual const PartIds& ids() const = 0;
    [[nodiscard]] virtual const PartIds& viewIds() const { return ids(); }
    // Where the part is in view(); nothing: it was not there when the run began.
    [[nodiscard]] std::optional<std::uint32_t> inView(const Part& part) const { return viewIds().indexOf(part); }
    // All that stand for it there: several equal processes are one part of the document.
    [[nodiscard]] std::vector<std::uint32_t> allInView(const Part& part) const;
    // The process or link that stands there in view().
    [[nodiscard]] Part partAt(Part::Kind kind, std::size_t index) const { return viewIds().at(kind, index); }

    [[nodiscard]] virtual Run::State state() const = 0;
    [[nodiscard]] virtual QString failure() const { return {}; }
    // A run goes on that ends by itself or is stopped; a recording is none.
    [[nodiscard]] bool isActive() const;
    // The moment that is shown: it passes while a run goes on and rests at its end. 0: there was no run yet.
    [[nodiscard]] virtual Nanoseconds now() const;

    // What a control sets: in effect at once, or of the next run. nullptr: nothing can be set.
    [[nodiscard]] virtual ProcessSettings* settings() { return nullptr; }
    // Of the run that goes on; nullptr: none does.
    [[nodiscard]] virtual RunControl* control() { return nullptr; }
    [[nodiscard]] bool canSignal(std::uint32_t process);
    // Which descriptors of a process are ends of links, as far as it is known.
    [[nodiscard]] virtual std::vector<DescriptorEnd> descriptorEnds(std::uint32_t) const { return {}; }

signals:
    // In this order. Between viewAboutToChange() and viewChanged() nobody may look at what the view tells.
    void documentAboutToOpen();  // another document altogether; all is still as it was
    void viewAboutToChange();    // addresses inside view() are about to become invalid: models begin their reset
    void viewChanged();          // view() is another object now: models have ended their reset
    void documentOpened();       // experiment() and view() are those of the other document
    void experimentEdited();     // experiment() has other parts or fields; view() is what it was
    void settingsChanged();
    void stateChanged(ipclab::Run::State state);
    void eventsGrew();
    void threadInspected(std::uint32_t process, std::shared_ptr<const ipclab::CapturedThread> thread);
    void addressReached(const ipclab::AddressReached& place);
    void stepped(const ipclab::StepsTaken& steps);
    void framePassed();      // view() may have grown
    void momentChanged();    // view() is of another moment, earlier or later: what was counted from it before is void
    void historyDetailed();  // of history() more is known of the same time than before
    void statesSummed();     // sums() is another one
    void figuresDue();       // a few times a second while something changes, and once after it stopped
};

}  // namespace ipclab
