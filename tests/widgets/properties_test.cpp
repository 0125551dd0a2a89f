// What a document says of its parts is edited in the inspector: every field with the words of the file, and what is
// wrong stands at the field.
#include "properties_fixture.h"

#include <QToolButton>

#include "inspect/byte_text.h"
#include "inspect/field_places.h"
#include "said_in_korean.h"

namespace ipclab {
namespace {

using test::Properties;
using Kind = Part::Kind;

TEST_F(Properties, ANumberIsTypedAppliedWithReturnAndUndone) {
    FieldForm& form = select({Kind::Process, 0});
    type(form, "count", QStringLiteral("1200"));
    EXPECT_EQ(process().settings.count, 1200U);
    EXPECT_EQ(stack().count(), 1);
    EXPECT_TRUE(form.input("count")->field()->hasFocus()) << "one goes on typing";
    stack().undo();
    EXPECT_FALSE(process().settings.count);
    EXPECT_EQ(shown(form, "count"), QString());
}

TEST_F(Properties, WhatTheFileMayNotSayIsRefusedInItsWordsAndStaysUntilItIsMended) {
    FieldForm& form = select({Kind::Process, 0});
    const Experiment before = session.experiment();
    type(form, "count", QStringLiteral("many"));
    EXPECT_EQ(session.experiment(), before);
    EXPECT_TRUE(form.problemLabel("count")->isVisible());
    EXPECT_TRUE(form.problemLabel("count")->text().contains(QStringLiteral("found \"many\"")));
    EXPECT_EQ(shown(form, "count"), QStringLiteral("many"));
    emit session.shown().figuresDue();
    EXPECT_EQ(shown(form, "count"), QStringLiteral("many"));
    type(form, "count", QStringLiteral("7"));
    EXPECT_FALSE(form.problemLabel("count")->isVisible());
    EXPECT_EQ(process().settings.count, 7U);
}

TEST_F(Properties, BytesAreTypedAsTextsWriteThem) {
    FieldForm& form = select({Kind::Process, 0});
    for (const auto& [typed, bytes] : {std::pair("12 MiB", 12U << 20), std::pair("64KiB", 64U << 10),
                                       std::pair("2 GiB", 2U << 30), std::pair("8 MB", 8'000'000U),
                                       std::pair("1048577 B", 1048577U)}) {
        type(form, "limits/stack_bytes", QString::fromUtf8(typed));
        EXPECT_EQ(process().limits.stackBytes, bytes) << typed;
        EXPECT_EQ(shown(form, "limits/stack_bytes"), QString::number(bytes));
    }
    EXPECT_EQ(bytesFromText(QStringLiteral("1.5 메비바이트")), 3U << 19);
    EXPECT_FALSE(bytesFromText(QStringLiteral("0.3 B")));
    type(form, "limits/stack_bytes", QStringLiteral("12 furlongs"));
    EXPECT_EQ(process().limits.stackBytes, 1048577U) << shown(form, "limits/stack_bytes").toStdString();
    type(form, "limits/stack_bytes", QStringLiteral("1048577"));
    EXPECT_FALSE(form.problemLabel("limits/stack_bytes")->isVisible()) << "it is what is in force";
}

TEST_F(Properties, ACommandHasTheWidthOfThePageAndAllOfItInItsTip) {
    open("tar-gzip-wc");
    FieldForm& form = select({Kind::Process, 0});
    const QWidget* field = form.input("command")->field();
    EXPECT_GT(field->width(), form.width() * 3 / 4);
    EXPECT_TRUE(field->toolTip().contains(shown(form, "command").toHtmlEscaped())) << field->toolTip().toStdString();
}

TEST_F(Properties, PlacesAreNamedAsTheFieldsAre) {
    Experiment experiment = test::presetNamed("m2-bounded-buffer");
    experiment.processes[0].name = "one.two";
    const std::string link = experiment.links[0].name;
    const auto ofPointer = [&](const char* pointer) {
        return FieldPlaces::ofPointer(experiment, pointer).toStdString();
    };
    EXPECT_EQ(ofPointer("/processes/0/command/0"), "one.two: Command");
    EXPECT_EQ(ofPointer("/links/0/capacity/unbounded").substr(0, link.size() + 2), link + ": ");
    EXPECT_EQ(ofPointer("/links/0/capacity/unbounded").find('/'), std::string::npos);
    EXPECT_EQ(ofPointer("/nothing/like/it"), "");
    const auto ofChange = [&](const std::string& change) {
        return FieldPlaces::ofChange(experiment, change).toStdString();
    };
    EXPECT_EQ(ofChange("one.two.count"), ofPointer("/processes/0/count"));
    EXPECT_EQ(ofChange("links." + link + ".capacity.bytes"), ofPointer("/links/0/capacity/bytes"));
    EXPECT_EQ(ofChange("one.two"), "one.two");
    EXPECT_EQ(ofChange("duration_s"), ofPointer("/duration_s"));
    EXPECT_NE(ofChange("duration_s"), "");
    EXPECT_EQ(ofChange("gone.count"), "");
}

TEST_F(Properties, WhatIsBeingTypedStaysWhileTheDocumentIsEditedElsewhere) {
    FieldForm& form = select({Kind::Process, 0});
    type(form, "count", QStringLiteral("12"), false);
    session.settings()->setRate(0, 77);
    EXPECT_EQ(shown(form, "count"), QStringLiteral("12"));
    select({Kind::Process, 1});
    EXPECT_EQ(process(0).settings.count, 12U) << "to leave a field is to enter it";
    EXPECT_FALSE(process(1).settings.count);
}

TEST_F(Properties, AFieldGoesBackToTheUsual) {
    FieldForm& form = select({Kind::Process, 0});
    EXPECT_FALSE(form.resetButton("count")->isVisible());
    type(form, "count", QStringLiteral("5"));
    ASSERT_TRUE(form.resetButton("count")->isVisible());
    QTest::mouseClick(form.resetButton("count"), Qt::LeftButton);
    EXPECT_FALSE(process().settings.count);
    EXPECT_FALSE(form.resetButton("count")->isVisible());
    type(form, "count", QStringLiteral("5"));
    type(form, "count", QString());
    EXPECT_FALSE(process().settings.count) << "an empty field says nothing";
}

TEST_F(Properties, StepsOfANumberAreOneEdit) {
    FieldForm& form = select({Kind::Process, 0});
    type(form, "count", QStringLiteral("640"));
    const int before = stack().count();
    auto* box = qobject_cast<NumberBox*>(form.input("count")->field());
    for (int i = 0; i < 3; ++i) QTest::keyClick(box, Qt::Key_Up);
    ASSERT_TRUE(QTest::qWaitFor([&] { return process().settings.count != 640U; }));
    EXPECT_EQ(process().settings.count, 670U);
    EXPECT_EQ(stack().count(), before + 1);
}

TEST_F(Properties, WhatDoesNotConcernTheProgramIsNotShownUnlessItIsSet) {
    FieldForm& form = select({Kind::Process, 0});
    EXPECT_TRUE(form.input("count")->isVisible());
    EXPECT_FALSE(form.input("command")->isVisible());
    EXPECT_FALSE(form.input("backlog")->isVisible());
    EXPECT_FALSE(form.input("rate_per_s")->isVisible()) << "its control is there already";
    EXPECT_TRUE(inspector.processPage()->controls()->has("rate_per_s"));
    ProcessSpec changed = process();
    changed.parameters.backlog = 3;
    session.editor().apply(replacePart(session.editor().document(), {Kind::Process, 0}, changed), {});
    EXPECT_TRUE(form.input("backlog")->isVisible());
    EXPECT_TRUE(form.problemLabel("backlog")->text().contains(QStringLiteral("has no field")));
    QTest::mouseClick(form.resetButton("backlog"), Qt::LeftButton);
    EXPECT_FALSE(form.input("backlog")->isVisible());
}

TEST_F(Properties, ARenamedProcessIsFollowed) {
    FieldForm& form = select({Kind::Process, 0});
    const std::string before = process().name;
    type(form, "name", QStringLiteral("maker"));
    EXPECT_EQ(process().name, "maker");
    for (const LinkSpec& one : session.experiment().links)
        for (const EndSpec& end : one.senders) EXPECT_NE(end.process, before);
    type(form, "name", QStringLiteral("no name"));
    EXPECT_TRUE(form.problemLabel("name")->isVisible());
}

TEST_F(Properties, FieldsOfEveryPartHaveNamesTipsAndCanBeReached) {
    open("r2-tcp-over-a-slow-wire");
    for (const Part& part : {Part{}, Part{Kind::Process, 0}, Part{Kind::Link, 0}}) {
        FieldForm& form = select(part);
        for (const FieldInfo& field : fieldList(part.kind)) {
            const FieldInput* input = form.input(field.name);
            ASSERT_NE(input, nullptr) << field.name;
            EXPECT_FALSE(input->field()->accessibleName().isEmpty()) << field.name;
            EXPECT_TRUE(input->field()->toolTip().contains(QString::fromStdString(field.name))) << field.name;
            EXPECT_NE(input->field()->focusPolicy() & Qt::TabFocus, 0) << field.name;
            EXPECT_FALSE(form.resetButton(field.name)->accessibleName().isEmpty()) << field.name;
        }
    }
}

TEST_F(Properties, EveryFieldOfEveryPresetIsShownAndChangesNothingByBeingSeen) {
    for (const Preset& preset : allPresets()) {
        session.open(test::presetNamed(preset.id.c_str()));
        const Experiment before = session.experiment();
        const Document& document = session.editor().document();
        for (const Kind kind : {Kind::Process, Kind::Link, Kind::Shared, Kind::Step}) {
            for (const PartId id : document.ids().of(kind)) {
                FieldForm& form = select({kind, id});
                for (QToolButton* section : form.findChildren<QToolButton*>()) {
                    if (section->isCheckable()) section->setChecked(true);
                }
                const auto fields = fieldsOf(document, {kind, id});
                for (const auto& [name, value] : fields.items()) {
                    const FieldInput* input = form.input(name);
                    const bool elsewhere = name == "mechanism" || name == "from" || name == "to" ||
                                           (kind == Kind::Process && inspector.processPage()->controls()->has(name));
                    const bool object = value.is_object();
                    EXPECT_TRUE(elsewhere || object || (input != nullptr && !input->isHidden()))
                        << preset.id << " " << name;
                }
            }
        }
        EXPECT_EQ(session.experiment(), before) << preset.id;
    }
}

class PropertiesInKorean : public SaidInKorean {};

TEST_F(PropertiesInKorean, EveryFieldAndWordHasItsName) {
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    // Names of things, which stay: an algorithm, an abbreviation.
    const auto expectKorean = [&](const QString& text) { EXPECT_TRUE(text.contains(hangul)) << text.toStdString(); };
    const auto check = [&](std::span<const FieldInfo> fields) {
        for (const FieldInfo& field : fields) {
            expectKorean(FieldWords::label(field));
            expectKorean(FieldWords::tip(field));
            for (const std::string_view word : field.kind.words) expectKorean(FieldWords::word(word));
        }
    };
    for (const Kind kind : {Kind::None, Kind::Process, Kind::Link, Kind::Shared, Kind::Step}) check(fieldList(kind));
    check(endFieldList());
}

}  // namespace
}  // namespace ipclab
