// Nothing on a page of the inspector demands more width than the panel has, as narrow as the window makes it, for every
// part of every experiment, in both languages: what is wider could not be scrolled to.
#include <QLayout>
#include <QScrollArea>

#include "app/cut_text.h"
#include "app/window_fixture.h"
#include "bridge/session.h"
#include "document/experiment_json.h"
#include "inspect/inspector.h"
#include "runs/presets.h"

namespace ipclab {
namespace {

class InspectorFit : public WindowTest {
protected:
    void SetUp() override {
        m_theme.choose(ThemeChoice::Light);
        m_inspector.setObjectName(QStringLiteral("inspector"));
        m_inspector.resize(kUsual, 700);
    }
    void look(const Selection& part, const std::string& where) {
        m_inspector.setSelection(part);
        QCoreApplication::sendPostedEvents();
        for (const auto* area : m_inspector.findChildren<QScrollArea*>()) {
            if (!area->isVisible() || area->widget()->width() <= std::max(area->viewport()->width(), kMost)) continue;
            ADD_FAILURE() << where << ": " << area->widget()->width() << " px\n" << widest(area->widget(), 0).toStdString();
        }
    }
    // The way to who demands it.
    static QString widest(const QWidget* page, int depth) {
        const QWidget* most = nullptr;
        for (const QObject* child : page->children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (widget == nullptr || widget->isHidden()) continue;
            if (most == nullptr || widget->minimumSizeHint().width() > most->minimumSizeHint().width()) most = widget;
        }
        if (most == nullptr || depth > 8) return {};
        return QStringLiteral("  %1 %2 \"%3\" %4\n")
                   .arg(QLatin1String(most->metaObject()->className()), most->objectName(), test::wordsOf(most))
                   .arg(most->minimumSizeHint().width()) +
               widest(most, depth + 1);
    }
    void lookAtAll(const QString& language) {
        m_language.choose(language);
        m_inspector.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_inspector));
        for (const Preset& preset : allPresets()) {
            const Experiment experiment = *readExperiment(*presetText(preset.id), preset.id).experiment;
            m_session.open(experiment);
            const std::string where = preset.id + ' ' + language.toStdString();
            look({}, where);
            const auto& ids = m_session.editor().document().ids();
            for (std::size_t i = 0; i < experiment.processes.size(); ++i)
                look(ids.at(Part::Kind::Process, i), where + " process " + std::to_string(i));
            for (std::size_t i = 0; i < experiment.links.size(); ++i)
                look(ids.at(Part::Kind::Link, i), where + " link " + std::to_string(i));
        }
    }

    static constexpr int kUsual = 300, kMost = 330;  // as in the window; beyond it one scrolls too far to the side
    Session m_session;
    Inspector m_inspector{m_session.shown(), nullptr, &m_session.editor()};
};

TEST_F(InspectorFit, EveryPartInEnglish) { lookAtAll(QStringLiteral("en")); }

TEST_F(InspectorFit, EveryPartInKorean) { lookAtAll(QStringLiteral("ko")); }

}  // namespace
}  // namespace ipclab
