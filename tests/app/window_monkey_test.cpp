// A monkey that edits in the real window: whatever it makes can be undone to where it began, done again, saved, opened
// again and is equal; what the window says is wrong with it is what a check of the file says.
//
// IPCLAB_MONKEY_SECONDS=600 lets it play that long, IPCLAB_MONKEY_SEED=7 another game; it prints its seed.
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <random>

#include "app/window_fixture.h"
#include "canvas/canvas_editing.h"
#include "canvas/canvas_view.h"
#include "document/experiment_json.h"
#include "document/field_list.h"
#include "document/groups.h"
#include "document/validation.h"
#include "runs/presets.h"
#include "window/document.h"
#include "window/document_keeper.h"
#include "window/edit_actions.h"

#include <nlohmann/json.hpp>

namespace ipclab {
namespace {

using Kind = Part::Kind;

class EditingMonkey {
public:
    EditingMonkey(MainWindow& window, WindowActions& actions, unsigned seed)
        : m_window(window), m_actions(actions), m_random(seed) {}

    void act() {
        const unsigned choice = below(100);
        if (choice < 12) return addProgram();
        if (choice < 22) return drawLink();
        if (choice < 32) return select();
        if (choice < 54) return setField();
        if (choice < 58) return copyAndPaste();
        if (choice < 61) return m_editing.duplicateSelected();
        if (choice < 66) return m_editing.removeSelected();
        if (choice < 74) return stack().undo();
        if (choice < 79) return stack().redo();
        if (choice < 83) return m_editing.moveSelected({signedBelow(300), signedBelow(200)});
        if (choice < 85) return m_editing.align(static_cast<Alignment>(below(4)));
        if (choice < 86) return m_editing.arrangeAutomatically();
        if (choice < 89) return m_editing.setCopies(1 + below(4));
        if (choice < 91) return m_editing.ungroupSelected();
        if (choice < 94) return addStepOrShared();
        if (choice < 97) return m_actions.run->trigger();
        m_actions.stop->trigger();
    }
    int pauseMs() { return below(6) == 0 ? static_cast<int>(below(120)) : 0; }
    unsigned below(std::size_t bound) { return static_cast<unsigned>(m_random() % std::max<std::size_t>(bound, 1)); }

private:
    // None runs a command or takes a machine's processors for itself.
    static constexpr std::array kPrograms{"producer", "consumer", "relay", "echo", "increment", "cpu-bound", "talker"};
    static constexpr std::array kApart{"program", "policy", "rt_priority", "cpus", "nice", "mechanism", "launch"};

    [[nodiscard]] const Document& document() const { return m_window.session().editor().document(); }
    [[nodiscard]] QUndoStack& stack() { return m_window.session().editor().undoStack(); }
    double signedBelow(unsigned bound) { return static_cast<double>(below(2 * bound)) - bound; }

    std::optional<Part> some(Kind kind) {
        const auto& ids = document().ids().of(kind);
        if (ids.empty()) return std::nullopt;
        return Part{kind, ids[below(ids.size())]};
    }

    void addProgram() {
        if (document().experiment().processes.size() > 40) return m_editing.removeSelected();
        m_editing.addProgram(kPrograms[below(kPrograms.size())]);
    }
    void drawLink() {
        const auto from = some(below(5) == 0 ? Kind::Link : Kind::Process), to = some(Kind::Process);
        if (!from || !to || *from == *to) return;
        m_editing.link(m_editing.proposals()->propose(*from, *to));
    }
    void select() {
        std::vector<Selection> parts;
        for (unsigned i = 0; i <= below(4); ++i) {
            const auto part = some(below(3) == 0 ? Kind::Link : Kind::Process);
            if (part && std::ranges::find(parts, *part) == parts.end()) parts.push_back(*part);
        }
        m_window.canvas()->setSelected(std::move(parts));
    }
    void copyAndPaste() {
        m_editing.copySelected();
        if (document().experiment().processes.size() < 40) m_editing.paste();
    }
    void addStepOrShared() {
        const auto process = some(Kind::Process);
        if (!process) return;
        const std::string& name = document().process(process->id)->name;
        if (below(3) == 0) {
            SharedSpec shared;
            shared.name = "shared-" + std::to_string(below(1000));
            shared.sync = "futex";
            shared.processes = {name};
            return m_window.session().editor().apply(addPart(document(), shared), QStringLiteral("shared"));
        }
        Step step{.atNs = static_cast<Nanoseconds>(below(40)) * kNsPerSecond / 10, .process = name};
        step.action = static_cast<StepAction>(below(8));
        if (step.action == StepAction::Set) step.ratePerSecond = below(1000);
        if (const auto link = some(Kind::Link); link && below(4) == 0) {
            step = {.atNs = step.atNs, .link = document().link(link->id)->name};
            step.room.capacityBytes = 4096U << below(6);
        }
        m_window.session().editor().apply(addPart(document(), step), QStringLiteral("step"));
    }

    void setField() {
        const std::array kinds{Kind::None, Kind::Process, Kind::Process, Kind::Link,
                               Kind::Link, Kind::Shared,  Kind::Step};
        const Kind kind = kinds[below(kinds.size())];
        const auto part = kind == Kind::None ? std::optional(Part{}) : some(kind);
        if (!part) return;
        const auto fields = fieldList(kind);
        const FieldInfo& field = fields[below(fields.size())];
        const bool apart = field.section == FieldSection::Limits || field.section == FieldSection::Safety ||
                           field.section == FieldSection::Scheduling ||
                           std::ranges::find(kApart, field.name) != kApart.end();
        if (apart || !concerns(document(), *part, field.name)) return;
        const auto refused = m_window.session().editor().setField(*part, field.name, valueFor(field), {});
        (void)refused;  // as a person's: it stays as it was
    }
    nlohmann::ordered_json valueFor(const FieldInfo& field) {
        if (below(5) == 0) return nullptr;
        const ValueKind& kind = field.kind;
        const double low = kind.low, span = std::min(kind.high, kind.low + 2000) - low;
        switch (kind.type) {
            case ValueType::Whole:
                return static_cast<std::int64_t>(low) + below(static_cast<unsigned>(span) + 2);
            case ValueType::Number:
            case ValueType::Duration:
                return low + span * below(100) / 1000.0;
            case ValueType::Boolean:
                return below(2) == 0;
            case ValueType::Word:
                return std::string(kind.words[below(kind.words.size())]);
            case ValueType::Text:
                return textFor(kind.names);
            default:
                return nullptr;
        }
    }
    std::string textFor(NameOf names) {
        const auto process = some(Kind::Process), link = some(Kind::Link);
        if ((names == NameOf::Process || names == NameOf::ProcessOrSystem) && process)
            return document().process(process->id)->name;
        if (names == NameOf::Link && link) return document().link(link->id)->name;
        static constexpr std::array words{"a", "b-2", "한글", "two words", "P1"};
        return words[below(words.size())];
    }

    MainWindow& m_window;
    WindowActions& m_actions;
    CanvasEditing& m_editing = *m_window.editing();
    std::mt19937 m_random;
};

class WindowMonkey : public WindowTest {
protected:
    const Experiment& now() { return session().experiment(); }
    QUndoStack& stack() { return session().editor().undoStack(); }

    void expectSaysWhatACheckSays() {
        std::vector<Problem> said = session().editor().problems();
        EXPECT_EQ(said, validate(now())) << writeExperiment(now());
    }
    void expectUndoneAndDoneAgain() {
        const Experiment made = now();
        const int here = stack().index();  // something may have been undone before
        while (stack().canUndo()) stack().undo();
        EXPECT_TRUE(now() == m_begun) << "all of it undone\n" << writeExperiment(now()) << writeExperiment(m_begun);
        while (stack().index() < here) stack().redo();
        EXPECT_TRUE(now() == made) << "and done again\n" << writeExperiment(now()) << writeExperiment(made);
    }
    // A file without processes is none.
    void expectSavedAndOpenedEqual() {
        if (now().processes.empty()) return;
        Experiment made = now();
        const QString path = m_folder.filePath(QStringLiteral("made.ipclab.json"));
        ASSERT_TRUE(window().keeper()->saveTo(path));
        const WindowDocument read = readFileDocument(path);
        ASSERT_TRUE(read.experiment) << writeExperiment(made);
        window().open(read);
        if (made.id.empty()) made.id = now().id;  // after the file
        EXPECT_TRUE(now() == made) << writeExperiment(now()) << writeExperiment(made);
        EXPECT_FALSE(window().keeper()->isChanged());
        m_begun = now();
    }
    void begin(const WindowDocument& document) {
        window().open(document);
        m_begun = now();
    }

    Experiment m_begun;
    QTemporaryDir m_folder;
};

TEST_F(WindowMonkey, WhatItMakesIsUndoneSavedOpenedAgainAndEqual) {
    const int seconds = qEnvironmentVariableIntValue("IPCLAB_MONKEY_SECONDS");
    const bool seeded = qEnvironmentVariableIsSet("IPCLAB_MONKEY_SEED");
    const auto seed = seeded ? static_cast<unsigned>(qEnvironmentVariableIntValue("IPCLAB_MONKEY_SEED")) : 20U;
    std::printf("monkey: seed %u\n", seed);
    std::fflush(stdout);
    open(QStringLiteral("first"));
    begin(newDocument());
    EditingMonkey monkey(window(), actions(), seed);
    QElapsedTimer clock;
    clock.start();
    for (int step = 1; seconds > 0 ? clock.elapsed() < seconds * 1000 : step <= 240; ++step) {
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", step " << step);
        monkey.act();
        QTest::qWait(monkey.pauseMs());
        if (step % 10 == 0) expectSaysWhatACheckSays();
        if (step % 60 != 0) continue;
        if (session().isActive()) stopRun();
        expectUndoneAndDoneAgain();
        expectSavedAndOpenedEqual();
        if (HasFailure()) return;
        if (step % 300 == 0) begin(newFromTemplate(QStringLiteral("three-producers")));
        if (step % 600 == 0) begin(newDocument());
    }
    if (session().isActive()) stopRun();
    std::printf("monkey: %d processes, %d links at the end\n", static_cast<int>(now().processes.size()),
                static_cast<int>(now().links.size()));
}

}  // namespace
}  // namespace ipclab
