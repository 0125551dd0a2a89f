#include "canvas/arrangement.h"

#include <algorithm>

#include "canvas/canvas_places.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

template <typename Spec>
void setPlace(Edit& edit, const Part& part, const Spec& spec, const std::optional<CanvasPlace>& place) {
    if (spec.place == place) return;
    ReplacePart change{part, spec};
    std::get<Spec>(change.element).place = place;
    edit.changes.push_back(change);
}

std::vector<Part> allOf(const Document& document, Kind kind) {
    std::vector<Part> parts;
    for (const PartId id : document.ids().of(kind)) parts.push_back({kind, id});
    return parts;
}

double leadOf(const QRectF& rect, bool across) { return across ? rect.left() : rect.top(); }
double sizeOf(const QRectF& rect, bool across) { return across ? rect.width() : rect.height(); }

struct Standing {
    Part part;
    QRectF rect;
};

// The outermost stay where they are; the gaps between all of them become equal.
void distribute(std::vector<Standing>& parts, bool across) {
    std::ranges::stable_sort(parts, {}, [&](const Standing& one) { return leadOf(one.rect, across); });
    const QRectF& first = parts.front().rect;
    const QRectF& last = parts.back().rect;
    double taken = 0;
    for (const Standing& one : parts) taken += sizeOf(one.rect, across);
    const double span = leadOf(last, across) + sizeOf(last, across) - leadOf(first, across);
    const double gap = (span - taken) / static_cast<double>(parts.size() - 1);
    double at = leadOf(first, across);
    for (Standing& one : parts) {
        across ? one.rect.moveLeft(at) : one.rect.moveTop(at);
        at += sizeOf(one.rect, across) + gap;
    }
}

void lineUp(std::vector<Standing>& parts, bool across) {
    const auto least = [&](const Standing& one) { return leadOf(one.rect, across); };
    const double at = least(*std::ranges::min_element(parts, {}, least));
    for (Standing& one : parts) across ? one.rect.moveLeft(at) : one.rect.moveTop(at);
}

}  // namespace

QRectF Arranged::rectOf(const Part& part) const {
    const auto index = document.ids().indexOf(part);
    const bool isProcess = part.kind == Kind::Process;
    if (!index || (!isProcess && part.kind != Kind::Link)) return {};
    return (isProcess ? layout.processes : layout.links).at(*index);
}

Edit placeParts(const Arranged& now, const std::map<Part, QPointF>& middles) {
    Edit edit;
    const bool placed = isPlacedByHand(now.document.experiment());
    for (const Part& part : allOf(now.document, Kind::Process)) {
        const auto moved = middles.find(part);
        if (moved == middles.end() && placed) continue;
        const QPointF middle = moved == middles.end() ? now.rectOf(part).center() : moved->second;
        setPlace(edit, part, *now.document.process(part.id), placeAt(middle, now.layout, now.metrics));
    }
    for (const auto& [part, middle] : middles) {
        if (part.kind == Kind::Link)
            setPlace(edit, part, *now.document.link(part.id), placeAt(middle, now.layout, now.metrics));
    }
    return edit;
}

Edit moveParts(const Arranged& now, const std::vector<Part>& parts, const QPointF& by) {
    std::map<Part, QPointF> middles;
    for (const Part& part : parts) {
        if (const QRectF rect = now.rectOf(part); !rect.isNull()) middles.emplace(part, rect.center() + by);
    }
    return middles.empty() ? Edit() : placeParts(now, middles);
}

Edit alignParts(const Arranged& now, const std::vector<Part>& parts, Alignment alignment) {
    std::vector<Standing> standing;
    for (const Part& part : parts) {
        if (const QRectF rect = now.rectOf(part); !rect.isNull()) standing.push_back({part, rect});
    }
    if (standing.size() < 2) return {};
    const bool across = alignment == Alignment::Left || alignment == Alignment::Columns;
    if (alignment == Alignment::Left || alignment == Alignment::Top)
        lineUp(standing, across);
    else
        distribute(standing, across);
    std::map<Part, QPointF> middles;
    for (const Standing& one : standing) middles.emplace(one.part, one.rect.center());
    return placeParts(now, middles);
}

Edit arrangeAutomatically(const Document& document) {
    Edit edit;
    for (const Part& part : allOf(document, Kind::Process))
        setPlace(edit, part, *document.process(part.id), std::nullopt);
    for (const Part& part : allOf(document, Kind::Link)) setPlace(edit, part, *document.link(part.id), std::nullopt);
    return edit;
}

}  // namespace ipclab
