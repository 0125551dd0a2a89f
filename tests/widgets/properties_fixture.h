// The inspector beside a document that can be edited: what its tests type, choose and look at.
#pragma once

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include "bridge/session.h"
#include "inspect/experiment_page.h"
#include "inspect/field_input.h"
#include "inspect/inspector.h"
#include "inspect/link_page.h"
#include "inspect/number_box.h"
#include "inspect/part_page.h"
#include "inspect/process_controls.h"
#include "inspect/process_page.h"
#include "inspect/properties_section.h"
#include "preset_named.h"

namespace ipclab::test {

class Properties : public testing::Test {
protected:
    Properties() {
        inspector.resize(288, 900);
        inspector.show();
        inspector.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&inspector));
        open("m2-bounded-buffer");
    }
    void open(const char* preset) {
        session.open(presetNamed(preset));
        inspector.setSelection({});
    }
    FieldForm& select(const Part& part) {
        inspector.setSelection(part);
        if (part.kind == Part::Kind::Process && inspector.processPage()->isVisible())
            return *inspector.processPage()->properties()->form();
        if (part.kind == Part::Kind::Link && inspector.linkPage()->isVisible()) return *linkProperties().form();
        return part.kind == Part::Kind::None ? *inspector.experimentPage()->properties()->form()
                                             : *inspector.partPage()->properties()->form();
    }
    PropertiesSection& linkProperties() { return *inspector.linkPage()->properties(); }

    static void type(FieldForm& form, std::string_view field, const QString& text, bool enter = true) {
        auto* box = qobject_cast<NumberBox*>(form.input(field)->field());
        auto* line =
            box != nullptr ? box->findChild<QLineEdit*>() : qobject_cast<QLineEdit*>(form.input(field)->field());
        ASSERT_NE(line, nullptr);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Backspace);
        QTest::keyClicks(line, text);
        if (enter) QTest::keyClick(line, Qt::Key_Return);
    }
    static QString shown(FieldForm& form, std::string_view field) {
        QWidget* input = form.input(field)->field();
        if (auto* box = qobject_cast<NumberBox*>(input)) return box->typed();
        if (auto* combo = qobject_cast<QComboBox*>(input)) return combo->currentText();
        return qobject_cast<QLineEdit*>(input)->text();
    }
    static void choose(FieldForm& form, std::string_view field, const QString& text) {
        auto* combo = qobject_cast<QComboBox*>(form.input(field)->field());
        ASSERT_NE(combo, nullptr);
        ASSERT_GE(combo->findText(text), 0) << text.toStdString();
        combo->setCurrentIndex(combo->findText(text));
        emit combo->activated(combo->currentIndex());
    }
    const ProcessSpec& process(std::size_t index = 0) { return session.experiment().processes.at(index); }
    const LinkSpec& link() { return session.experiment().links.at(0); }
    QUndoStack& stack() { return session.editor().undoStack(); }

    Session session;
    Inspector inspector{session.shown(), nullptr, &session.editor()};
};

}  // namespace ipclab::test
