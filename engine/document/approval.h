// What a person has agreed to let run here, by its content and not by its name or file: a command line is the
// executable that would be found, its arguments, and the folder it would run in (its environment is the laboratory's
// own); a raised safety limit is its value. Whatever is edited or pasted in a document is a line nobody has agreed to.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "document/experiment.h"

namespace ipclab {

class Approvals {
public:
    // Of whoever has read the document before: the command line, where the file is named by hand.
    static Approvals everything();

    void approve(const Experiment& experiment);
    // What approve() would keep of it, a text for each command line and limit: for who keeps them longer than this
    // lives.
    static std::vector<std::string> textsOf(const Experiment& experiment);
    // Who knows which of those texts were agreed to before.
    void remember(std::function<bool(const std::string& text)> remembered) { m_remembered = std::move(remembered); }
    [[nodiscard]] bool has(const ProcessSpec& process) const;
    [[nodiscard]] bool hasLimits(const SafetyLimits& limits) const;

    // The processes, by index, whose command lines nobody has agreed to.
    [[nodiscard]] std::vector<std::uint32_t> missing(const Experiment& experiment) const;

private:
    [[nodiscard]] bool isAgreed(const std::string& text) const;

    bool m_everything = false;
    std::set<std::string> m_texts;
    std::function<bool(const std::string& text)> m_remembered;
};

}  // namespace ipclab
