#include "stacks/onc/onc_messages.h"

namespace ipclab {

std::array<ByteMark, 8> callMarks(std::size_t credentialBytes) {
    return {{{TEXT("mark", "call id"), 4},
             {TEXT("mark", "0: a call"), 4},
             {TEXT("mark", "version of RPC"), 4},
             {TEXT("mark", "program"), 4},
             {TEXT("mark", "version of it"), 4},
             {TEXT("mark", "procedure"), 4},
             {TEXT("mark", "credential"), credentialBytes},
             {TEXT("mark", "verifier"), kVerifierBytes}}};
}

std::array<ByteMark, 5> replyMarks() {
    return {{{TEXT("mark", "call id"), 4},
             {TEXT("mark", "1: a reply"), 4},
             {TEXT("mark", "accepted"), 4},
             {TEXT("mark", "verifier"), kVerifierBytes},
             {TEXT("mark", "success"), 4}}};
}

std::vector<ByteMark> withMessage(std::span<const ByteMark> head, std::size_t messageBytes) {
    std::vector<ByteMark> marks(head.begin(), head.end());
    marks.push_back({TEXT("mark", "length"), 4});
    marks.push_back({TEXT("mark", "message"), messageBytes});
    if (messageBytes % 4 != 0) marks.push_back({TEXT("mark", "padding"), 4 - messageBytes % 4});
    return marks;
}

}  // namespace ipclab
