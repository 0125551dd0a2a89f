#include "labs/vocabulary.h"

#include <array>

namespace ipclab {

std::span<const LabWord> labVocabulary() {
    static constexpr auto kAll = std::to_array<LabWord>({
        {"process(\"NAME\").QUANTITY", "a quantity of a process; process(*): of all, a list"},
        {"link(\"NAME\").QUANTITY", "of a link"},
        {"shared(\"NAME\").QUANTITY", "of a shared object"},
        {"end(\"LINK\", 0).QUANTITY", "of an end of a link, by its place; end(\"LINK\", *): of all its ends"},
        {"cpu(0).QUANTITY", "of a processor"},
        {"run.QUANTITY", "of the whole run"},
        {"exit(\"NAME\").code", "how a process ended; also .signal and .cause"},
        {"time_in(\"NAME\", \"STATE\")", "seconds a process was running, ready, waiting …"},
        {"waited(\"NAME\", \"REASON\")", "seconds it waited for full, empty, lock …"},
        {"descendants(\"NAME\").count", "processes it and theirs have made; also .alive, .zombie_s and .reparented"},
        {"event(\"KIND\", \"NAME\").FIELD", "that field of all such events of a process, a list; .t_s: when they were"},
        {"event(\"KIND\", *, \"FIELD\", VALUE)", "those events of any process in which the field is so"},
        {"setting(\"/links/0/capacity\")", "what the document had when the run began"},
        {"document.processes", "how many it had; also .links and .shared"},
        {"prediction(\"ID\")", "what was predicted"},
        {"step(\"ID\", a)", "a, asked of the newest run of an earlier step"},
        {"sum(list)", "of a list, or of several values"},
        {"min(list)", "the least"},
        {"max(list)", "the most"},
        {"mean(list)", "the mean"},
        {"count(list)", "how many there are"},
        {"distinct(list)", "each value once"},
        {"item(list, 1)", "the first one"},
        {"abs(a)", "without its sign"},
        {"floor(a)", "rounded down"},
        {"ceil(a)", "rounded up"},
        {"round(a)", "rounded to the nearest"},
        {"sqrt(a)", "the square root"},
        {"log2(a)", "the logarithm to base 2"},
        {"if(a, b, c)", "b where a is true, else c"},
        {"known(a, b)", "a, or b where a is not known"},
    });
    return kAll;
}

}  // namespace ipclab
