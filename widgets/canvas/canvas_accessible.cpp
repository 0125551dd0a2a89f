#include "canvas/canvas_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <map>

#include "canvas/canvas_view.h"

namespace ipclab {
namespace {

constexpr std::size_t kMostTold = 24;  // in one sentence

class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessiblePart(CanvasView* view, const Selection& part) : m_view(view), m_part(part) {}

    [[nodiscard]] bool isValid() const override { return m_view != nullptr && !m_view->rectOf(m_part).isEmpty(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override {
        if (!isValid()) return {};
        const QRect inside = m_view->rectOf(m_part).toAlignedRect();
        return {m_view->mapToGlobal(inside.topLeft()), inside.size()};
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        const QString tip = m_view->tipFor(m_part);
        if (kind == QAccessible::Name) return tip.section(QLatin1Char('\n'), 0, 0);
        if (kind == QAccessible::Description)
            return tip.section(QLatin1Char('\n'), 1).replace(QLatin1Char('\n'), QStringLiteral("; "));
        return {};
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid) return state;
        state.focusable = state.selectable = state.multiSelectable = true;
        state.selected = m_view->isSelected(m_part);
        state.focused = m_view->hasFocus() && m_view->selection() == m_part;
        state.offscreen = !m_view->isVisible();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    void doAction(const QString& action) override {
        if (!isValid() || !actionNames().contains(action)) return;
        m_view->setFocus();
        m_view->setSelection(m_part);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

    [[nodiscard]] const Selection& part() const { return m_part; }

private:
    QPointer<CanvasView> m_view;
    Selection m_part;
};

class AccessibleCanvas : public QAccessibleWidget {
public:
    explicit AccessibleCanvas(CanvasView* view) : QAccessibleWidget(view, QAccessible::List) {}
    ~AccessibleCanvas() override {
        for (const auto& [part, id] : m_parts) QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(view().order().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        const std::vector<Selection> parts = view().order();
        if (index < 0 || static_cast<std::size_t>(index) >= parts.size()) return nullptr;
        return of(parts[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        const Selection part = view().itemAt(view().mapFromGlobal(QPoint(x, y)));
        return part.kind == Selection::Kind::None ? nullptr : of(part);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const std::vector<Selection> parts = view().order();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (of(parts[i]) == child) return static_cast<int>(i);
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        const Selection chosen = view().selection();
        return view().hasFocus() && chosen.kind != Selection::Kind::None ? of(chosen) : nullptr;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind != QAccessible::Description || !view().selected().empty() || view().order().empty())
            return QAccessibleWidget::text(kind);
        QStringList parts;
        for (const Selection& part : view().order()) {
            if (parts.size() >= static_cast<qsizetype>(kMostTold)) break;
            parts << view().tipFor(part).replace(QLatin1Char('\n'), QStringLiteral(", "));
        }
        return parts.join(QStringLiteral("; ")) + QStringLiteral(". ") + QAccessibleWidget::text(kind);
    }

private:
    [[nodiscard]] CanvasView& view() const { return *static_cast<CanvasView*>(widget()); }
    QAccessibleInterface* of(const Selection& part) const {
        const auto known = m_parts.find(part);
        if (known != m_parts.end()) return QAccessible::accessibleInterface(known->second);
        auto* made = new AccessiblePart(&view(), part);
        m_parts.emplace(part, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    mutable std::map<Selection, QAccessible::Id> m_parts;
};

}  // namespace

QAccessibleInterface* accessibleCanvas(const QString&, QObject* object) {
    auto* view = qobject_cast<CanvasView*>(object);
    return view == nullptr ? nullptr : new AccessibleCanvas(view);
}

}  // namespace ipclab
