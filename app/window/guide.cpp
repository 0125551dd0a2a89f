#include "window/guide.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

#include "bridge/words.h"
#include "links/registry.h"
#include "programs/registry.h"
#include "runs/presets.h"
#include "window/guide_lists.h"
#include "window/guide_text.h"

namespace ipclab {
namespace {

const auto kMechanism = QStringLiteral("mechanism/");
const auto kProgram = QStringLiteral("program/");
const auto kQuantities = QStringLiteral("quantities/");

constexpr std::array kOwnersOfPages{QuantityOwner::Process, QuantityOwner::Link,      QuantityOwner::End,
                                    QuantityOwner::Shared,  QuantityOwner::Processor, QuantityOwner::Run};

std::vector<GuidePage> writtenPages(std::initializer_list<const char*> ids) {
    std::vector<GuidePage> pages;
    for (const char* id : ids) {
        const QString name = QString::fromLatin1(id);
        pages.push_back({name, GuideText::title(GuideText::page(GuideText::language(), name)),
                         GuideText::title(GuideText::page(QStringLiteral("en"), name))});
    }
    return pages;
}

QString presetName(const QString& id) {
    static const std::vector<Preset> presets = allPresets();
    const auto found = std::ranges::find(presets, id.toStdString(), &Preset::id);
    return found == presets.end() ? QString() : GuideText::escaped(Words::local(found->name));
}

QString withNames(QString text) {
    static const QRegularExpression nameless(QStringLiteral("\\[\\]\\(try:([a-z0-9-]+)\\)"));
    for (auto match = nameless.match(text); match.hasMatch(); match = nameless.match(text)) {
        const QString id = match.captured(1);
        text.replace(match.capturedStart(), match.capturedLength(),
                     QStringLiteral("[%1](try:%2)").arg(presetName(id), id));
    }
    return text;
}

}  // namespace

GuidePlace GuidePlace::of(const QString& link) {
    const QString path = link.startsWith(QLatin1String("guide:")) ? link.mid(6) : link;
    return {path.section(QLatin1Char('#'), 0, 0), path.section(QLatin1Char('#'), 1)};
}

std::vector<GuideChapter> Guide::chapters() const {
    std::vector<GuideChapter> all;
    all.push_back(
        {tr("To begin with"), writtenPages({"first-steps", "building", "running", "reading-charts", "documents", "report"})});
    all.push_back({tr("Exercises"), writtenPages({"exercises", "writing-exercises"})});
    all.push_back(
        {tr("What is shown"), writtenPages({"charts", "states", "events", "measuring", "comparing", "quantities"})});
    for (const QuantityOwner owner : kOwnersOfPages) {
        const QString name = GuideText::utf8(id(owner));
        all.back().pages.push_back({kQuantities + name, GuideLists::quantityTitle(owner), name});
    }
    all.push_back({tr("Mechanisms"), writtenPages({"mechanisms"})});
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        all.back().pages.push_back(
            {kMechanism + GuideText::utf8(info.id), Words::mechanism(info.id), GuideText::utf8(info.name)});
    }
    all.push_back({tr("Programs"), writtenPages({"programs"})});
    for (const Program* program : allPrograms()) {
        const ProgramInfo& info = program->info();
        all.back().pages.push_back(
            {kProgram + GuideText::utf8(info.id), Words::program(info.id), GuideText::utf8(info.name)});
    }
    all.push_back({tr("Parts of an experiment"), writtenPages({"fields", "shared", "steps", "strategies"})});
    all.push_back({tr("The program"), writtenPages({"settings", "shortcuts", "command-line", "limits"})});
    return all;
}

bool Guide::has(const QString& page) const {
    return std::ranges::any_of(chapters(), [&](const GuideChapter& chapter) {
        return std::ranges::find(chapter.pages, page, &GuidePage::id) != chapter.pages.end();
    });
}

QString Guide::markdown(const QString& page) const {
    if (page.startsWith(kMechanism)) return withNames(GuideLists::mechanismPage(page.mid(kMechanism.size())));
    if (page.startsWith(kProgram)) return withNames(GuideLists::programPage(page.mid(kProgram.size())));
    for (const QuantityOwner owner : kOwnersOfPages)
        if (page == kQuantities + GuideText::utf8(id(owner))) return GuideLists::quantityPage(owner);
    return withNames(filled(GuideText::page(GuideText::language(), page)));
}

QString Guide::filled(const QString& text) const {
    static const QRegularExpression place(QStringLiteral("^\\{\\{([a-z-]+)(?::([a-z-]+))?\\}\\}$"),
                                          QRegularExpression::MultilineOption);
    QString result;
    qsizetype from = 0;
    for (auto all = place.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        result += text.mid(from, match.capturedStart() - from);
        const bool ofActions = match.captured(1) == QLatin1String("shortcuts");
        result += ofActions ? (m_shortcuts ? m_shortcuts() : QString())
                            : GuideLists::list(match.captured(1), match.captured(2));
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

QString Guide::englishText(const QString& page) {
    if (!page.startsWith(kMechanism)) return GuideText::page(QStringLiteral("en"), page);
    QString text;
    for (const QString& key : GuideText::noteKeys())
        text += GuideText::mechanismNote(QStringLiteral("en"), page.mid(kMechanism.size()), key) + QLatin1Char('\n');
    return text;
}

}  // namespace ipclab
