// A link in the inspector: its mechanism, chosen from a list with reasons, and its ends.
#include "properties_fixture.h"

#include <QTreeView>

#include "bridge/words.h"
#include "inspect/ends_form.h"
#include "inspect/mechanism_chooser.h"
#include "inspect/mechanism_field.h"
#include "links/registry.h"

namespace ipclab {
namespace {

using test::Properties;
using Kind = Part::Kind;

TEST_F(Properties, TheMechanismIsChosenFromTheListWithOneClick) {
    select({Kind::Link, 0});
    const std::string before = link().mechanism;
    MechanismChooser* chooser = linkProperties().mechanism()->openChooser();
    const std::string other = before == "fifo" ? "pipe" : "fifo";
    const QModelIndex index = chooser->indexOf(QString::fromStdString(other));
    ASSERT_TRUE(index.isValid());
    ASSERT_TRUE(MechanismChooser::canBeChosen(index));
    chooser->list()->scrollTo(index);
    QTest::mouseClick(chooser->list()->viewport(), Qt::LeftButton, {}, chooser->list()->visualRect(index).center());
    EXPECT_EQ(link().mechanism, other);
    EXPECT_EQ(stack().count(), 1);
    stack().undo();
    EXPECT_EQ(link().mechanism, before);
}

TEST_F(Properties, TheMechanismIsFoundByTypingAndChosenWithReturn) {
    select({Kind::Link, 0});
    MechanismChooser* chooser = linkProperties().mechanism()->openChooser();
    QTest::keyClicks(chooser->search(), QStringLiteral("socketpair"));
    QTest::keyClick(chooser->search(), Qt::Key_Return);
    EXPECT_EQ(link().mechanism, "socketpair");
}

// What stands between them, the name of a family, is no choice.
TEST_F(Properties, TheArrowsGoFromMechanismToMechanismAmongThoseFound) {
    select({Kind::Link, 0});
    MechanismChooser* chooser = linkProperties().mechanism()->openChooser();
    QTest::keyClicks(chooser->search(), QStringLiteral("posix"));
    QModelIndexList seen{chooser->list()->currentIndex()};
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(chooser->search(), Qt::Key_Down);
        const QModelIndex at = chooser->list()->currentIndex();
        EXPECT_TRUE(at.parent().isValid()) << at.data().toString().toStdString();
        if (at == seen.last()) break;
        seen << at;
    }
    EXPECT_NE(seen.first().parent(), seen.last().parent()) << "of several families";
    for (qsizetype i = seen.size() - 1; i > 0; --i) QTest::keyClick(chooser->search(), Qt::Key_Up);
    EXPECT_EQ(chooser->list()->currentIndex(), seen.first());
    QTest::keyClick(chooser->search(), Qt::Key_Return);
    EXPECT_EQ(Words::mechanism(link().mechanism), seen.first().data().toString());
}

TEST_F(Properties, WhatCannotBeChosenIsGreyAndSaysWhy) {
    EndSpec second;
    second.process = process(0).name;
    session.editor().apply(addEnd(session.editor().document(), 0, LinkSide::To, second), {});
    select({Kind::Link, 0});
    const MechanismChooser chooser(session.editor(), 0);
    int refused = 0;
    for (const Mechanism* mechanism : allMechanisms()) {
        const QModelIndex index = chooser.indexOf(QString::fromUtf8(mechanism->info().id.data()));
        ASSERT_TRUE(index.isValid()) << mechanism->info().id;
        const bool can = MechanismChooser::canBeChosen(index);
        if (!mechanism->info().traits.manyReceivers && mechanism->info().id != link().mechanism) {
            EXPECT_FALSE(can) << mechanism->info().id;
        }
        if (!can) {
            ++refused;
            EXPECT_FALSE(index.data(Qt::ToolTipRole).toString().isEmpty());
            EXPECT_TRUE(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not possible here")));
        }
    }
    EXPECT_GT(refused, 0);
}

TEST_F(Properties, WhatIsGreyIsReachedWithTheKeysAndNotChosen) {
    EndSpec second;
    second.process = process(0).name;
    session.editor().apply(addEnd(session.editor().document(), 0, LinkSide::To, second), {});
    select({Kind::Link, 0});
    const std::string before = link().mechanism;
    MechanismChooser* chooser = linkProperties().mechanism()->openChooser();
    QTest::keyClick(chooser->search(), Qt::Key_Home);
    bool reached = false;
    for (int step = 0; step < 100 && !reached; ++step) {
        reached = !MechanismChooser::canBeChosen(chooser->list()->currentIndex()) &&
                  chooser->list()->currentIndex().parent().isValid();
        if (!reached) QTest::keyClick(chooser->search(), Qt::Key_Down);
    }
    ASSERT_TRUE(reached);
    QTest::keyClick(chooser->search(), Qt::Key_Return);
    EXPECT_TRUE(chooser->isVisible());
    EXPECT_EQ(link().mechanism, before);
    chooser->close();
}

// What the run had and the document has no more says so, instead of nothing.
TEST_F(Properties, OfWhatWasRemovedAfterARunItIsSaidThatItIsGone) {
    select({Kind::Process, 0});
    PropertiesSection* properties = inspector.processPage()->properties();
    EXPECT_TRUE(properties->removedNote()->isHidden());
    const Part part = session.document().ids().at(Kind::Process, 0);
    session.editor().apply(removePart(session.editor().document(), part), {});
    properties->lookAgain();
    EXPECT_FALSE(properties->removedNote()->isHidden());
    EXPECT_FALSE(properties->removedNote()->text().isEmpty());
    stack().undo();
    properties->lookAgain();
    EXPECT_TRUE(properties->removedNote()->isHidden());
}

TEST_F(Properties, BothDirectionsOfOneObjectChangeTogether) {
    Document document(test::presetNamed("m2-bounded-buffer"));
    LinkSpec back = *document.link(0);
    std::swap(back.senders, back.receivers);
    back.name = "back";
    back.reverseOf = document.link(0)->name;
    document.apply(addPart(document, back));
    document.apply(changeMechanism(document, 0, "socketpair"));
    EXPECT_EQ(document.experiment().links[0].mechanism, "socketpair");
    EXPECT_EQ(document.experiment().links.back().mechanism, "socketpair");
}

TEST_F(Properties, AFieldTheNewMechanismDoesNotKnowIsShownWithItsProblem) {
    FieldForm& form = select({Kind::Link, 0});
    session.editor().apply(changeMechanism(session.editor().document(), 0, "tcp"), {});
    ASSERT_FALSE(session.editor().setField({Kind::Link, 0}, "nagle", true, {}));
    session.editor().apply(changeMechanism(session.editor().document(), 0, "pipe"), {});
    EXPECT_TRUE(form.input("nagle")->isVisible());
    EXPECT_TRUE(form.problemLabel("nagle")->isVisible());
    QTest::mouseClick(form.resetButton("nagle"), Qt::LeftButton);
    EXPECT_FALSE(form.input("nagle")->isVisible());
}

TEST_F(Properties, EndsAreAddedGivenAModeAndRemoved) {
    select({Kind::Link, 0});
    EndsForm* to = linkProperties().ends(LinkSide::To);
    EXPECT_FALSE(to->removeButton()->isEnabled());
    choose(*to->form(), "mode", QStringLiteral("nonblocking"));
    EXPECT_EQ(link().receivers[0].mode, EndMode::NonBlocking);
    QTest::mouseClick(to->addButton(), Qt::LeftButton);
    ASSERT_EQ(link().receivers.size(), 2U);
    EXPECT_TRUE(to->ends()->isVisible());
    EXPECT_EQ(to->ends()->currentIndex(), 1);
    choose(*to->form(), "mode", QStringLiteral("poll"));
    EXPECT_EQ(link().receivers[1].mode, EndMode::Poll);
    EXPECT_EQ(link().receivers[0].mode, EndMode::NonBlocking);
    QTest::mouseClick(to->removeButton(), Qt::LeftButton);
    ASSERT_EQ(link().receivers.size(), 1U);
    EXPECT_EQ(link().receivers[0].mode, EndMode::NonBlocking);
}

}  // namespace
}  // namespace ipclab
