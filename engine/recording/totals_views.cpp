#include "recording/totals_views.h"

#include <array>

#include "recording/totals.h"

namespace ipclab {

namespace {

struct Shown {
    std::string_view owner;
    std::string_view meaning;
    std::string_view columns;  // in front of the quantities
    std::vector<std::pair<std::string_view, std::string_view>> meanings;
};

const std::vector<Shown>& allShown() {
    static const std::vector<Shown> all{
        {"run", "what the run came to", "program_version", {{"program_version", "as in run"}}},
        {"process", "what each process came to", "id, name", {{"id", "as in process"}, {"name", "as in process"}}},
        {"link", "what each link came to", "id, name", {{"id", "as in link"}, {"name", "as in link"}}},
        {"port",
         "what each end of a link came to",
         "id, (SELECT name FROM link WHERE id = port.link) AS link, (SELECT name FROM process WHERE id = "
         "port.process) AS process, role",
         {{"id", "as in port"}, {"link", "its name"}, {"process", "its name"}, {"role", "as in port"}}},
        {"shared", "what each shared object came to", "id, name", {{"id", "as in shared"}, {"name", "as in shared"}}},
        {"party",
         "what each process's part in a shared object came to",
         "id, (SELECT name FROM shared WHERE id = party.shared) AS shared, (SELECT name FROM process WHERE id = "
         "party.process) AS process",
         {{"id", "as in party"}, {"shared", "its name"}, {"process", "its name"}}},
    };
    return all;
}

TotalsView viewOf(const Shown& shown) {
    const std::string owner(shown.owner);
    TotalsView view{owner + "_totals", {}, shown.meaning, shown.meanings};
    view.sql = "CREATE VIEW " + view.name + " AS SELECT " + std::string(shown.columns);
    const std::string whose = owner == "run" ? "0" : owner + ".id";
    for (std::size_t i = 0; i < allTotals().size(); ++i) {
        const TotalName& total = allTotals()[i];
        if (total.owner != shown.owner) continue;
        view.sql += ", (SELECT t.value FROM total t WHERE t.quantity = " + std::to_string(i) +
                    " AND t.owner = " + whose + " ORDER BY t.t_ns DESC LIMIT 1) AS " + std::string(total.name);
        view.columns.emplace_back(total.name, total.meaning);
    }
    view.sql += " FROM " + owner;
    return view;
}

}  // namespace

std::span<const TotalsView> totalsViews() {
    static const std::vector<TotalsView> all = [] {
        std::vector<TotalsView> views;
        for (const Shown& shown : allShown()) views.push_back(viewOf(shown));
        return views;
    }();
    return all;
}

}  // namespace ipclab
