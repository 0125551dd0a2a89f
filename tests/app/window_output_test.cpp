// Commands in the window: what they said stands where they failed, and what is known of their links is shown, never a
// zero for what is not.
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include "app/window_fixture.h"
#include "bridge/selection.h"
#include "canvas/canvas_content.h"
#include "canvas/canvas_view.h"
#include "document/edits.h"
#include "inspect/inspector.h"
#include "window/document.h"
#include "window/notice_bar.h"
#include "window/tables_panel.h"

namespace ipclab {
namespace {

class WindowOutput : public WindowTest {
protected:
    void openDocument(const QByteArray& rest) {
        const QString path = m_folder.filePath(QStringLiteral("x.ipclab.json"));
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},)" + rest + "}");
        file.close();
        open(path);
    }

    // A file's commands are run once somebody has allowed it.
    void runCommands() {
        actions().run->trigger();
        ASSERT_TRUE(window().notice()->actionButton()->isVisible());
        window().notice()->actionButton()->click();
    }

    void startRunOfBytes() {
        runCommands();
        ASSERT_TRUE(waitFor([&] {
            return run().endNs == 0 && run().links[0].bytes > 0 && run().links[1].bytes > 0 &&
                   !run().links[0].bytesPerSecond.empty();
        })) << session().failure().toStdString();
    }

    QTemporaryDir m_folder;
};

// Agreed to is a command line, not a file: run again it is not asked for, and after an edit it is.
TEST_F(WindowOutput, ACommandIsAskedForAgainOnceItWasEdited) {
    openDocument(R"("processes":[{"name":"c","program":"command","command":["true"]}])");
    const auto ended = [&] { return run().endNs != 0 && !session().isActive(); };
    runCommands();
    ASSERT_TRUE(waitFor(ended));
    actions().run->trigger();
    EXPECT_TRUE(session().isActive()) << "nobody asks twice for the same";
    ASSERT_TRUE(waitFor(ended));
    const Document& document = session().document().document();
    const Part process = document.ids().at(Part::Kind::Process, 0);
    session().document().apply(setField(document, process, "command/0", "echo").edit);
    actions().run->trigger();
    EXPECT_FALSE(session().isActive());
    ASSERT_TRUE(window().notice()->actionButton()->isVisible());
    window().notice()->actionButton()->click();
    EXPECT_TRUE(session().isActive());
    ASSERT_TRUE(waitFor(ended));
    EXPECT_EQ(session().state(), Run::State::Finished) << session().failure().toStdString();
}

TEST_F(WindowOutput, LastWordsStandWhereTheFailureStandsAndAllOfThemInATab) {
    openDocument(R"("processes":[{"name":"c","program":"command","must_succeed":true,
        "command":["sh","-c","echo fine; echo looking >&2; echo no such thing >&2; exit 3"]}])");
    runCommands();
    ASSERT_TRUE(waitFor([&] { return run().endNs != 0 && !session().isActive(); }));
    EXPECT_TRUE(session().failure().contains(QStringLiteral("no such thing"))) << session().failure().toStdString();
    QTableView* output = window().tables()->outputView();
    ASSERT_EQ(output->model()->rowCount(), 3);
    QStringList lines;
    for (int row = 0; row < 3; ++row) lines << output->model()->index(row, 2).data().toString();
    EXPECT_TRUE(lines.contains(QStringLiteral("stderr: looking"))) << lines.join('\n').toStdString();
    EXPECT_TRUE(lines.contains(QStringLiteral("stdout: fine")));
    EXPECT_EQ(lookOf(run().experiment.processes[0], {&run().processes[0]}, run()).reason,
              QStringLiteral("no such thing"));
    window().select({Selection::Kind::Process, 0});
    EXPECT_TRUE(window().canvas()->accessibleDescription().contains(QStringLiteral("looking\nno such thing")))
        << window().canvas()->accessibleDescription().toStdString();
    const auto labels = window().inspector()->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("looking\nno such thing");
    }));
    window().open(readPresetDocument(QStringLiteral("first")));
    EXPECT_EQ(output->model()->rowCount(), 0);
}

TEST_F(WindowOutput, WhatGoesBetweenTwoCommandsIsShownWithItsSource) {
    openDocument(R"("processes":[{"name":"a","program":"command","command":["yes"]},
        {"name":"b","program":"command","command":["cat"]},{"name":"c","program":"consumer","work_us":100}],
        "links":[{"mechanism":"pipe","from":"a","to":"b"},{"mechanism":"pipe","from":"b","to":"c"}])");
    EXPECT_EQ(lookOf(run().experiment.links[0], &run().links[0], run()).flow, QString()) << "nothing is known yet";
    startRunOfBytes();
    const LinkContent look = lookOf(run().experiment.links[0], &run().links[0], run());
    EXPECT_TRUE(look.flow.endsWith(QStringLiteral("B/s"))) << look.flow.toStdString();
    EXPECT_EQ(look.source, QStringLiteral("by /proc/PID/io of the commands"));
    EXPECT_TRUE(lookOf(run().experiment.links[1], &run().links[1], run()).flow.endsWith(QStringLiteral("B/s")))
        << "cat writes no messages";
    stopRun();
    EXPECT_FALSE(lookOf(run().experiment.links[0], &run().links[0], run()).fill.startsWith(QLatin1Char('0')));
}

}  // namespace
}  // namespace ipclab
