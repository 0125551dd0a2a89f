// What stands on pages, one below the other, and where a page ends: pure geometry. Nothing is cut: what belongs
// together stays on one page as long as a page holds it.
#pragma once

#include <functional>
#include <memory>
#include <vector>

class QPainter;

namespace ipclab {

// A line, a row of a table, a figure: what no page break goes through.
struct FlowAtom {
    double height = 0;
    double before = 0;       // free room above it; none at the top of a page
    bool keepsNext = false;  // the next one stands on the same page
    std::function<void(QPainter& painter, double top)> paint{};
    // The head of its table, which stands again above it where it begins a page.
    std::shared_ptr<const FlowAtom> head{};
};

struct PlacedAtom {
    const FlowAtom* atom;
    double top;
};
using PlacedPage = std::vector<PlacedAtom>;

// They must outlive the pages. Each is at most as high as a page, its head with it.
std::vector<PlacedPage> paginate(const std::vector<FlowAtom>& atoms, double pageHeight);

}  // namespace ipclab
