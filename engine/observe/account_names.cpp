#include "observe/account_names.h"

#include <grp.h>
#include <pwd.h>

#include <array>
#include <map>

namespace ipclab {
namespace {

using Names = std::map<std::uint32_t, std::string>;
using Room = std::array<char, 16384>;

std::string askUser(std::uint32_t id) {
    passwd entry{};
    passwd* found = nullptr;
    Room room;
    ::getpwuid_r(id, &entry, room.data(), room.size(), &found);
    return found == nullptr ? std::string() : entry.pw_name;
}

std::string askGroup(std::uint32_t id) {
    group entry{};
    group* found = nullptr;
    Room room;
    ::getgrgid_r(id, &entry, room.data(), room.size(), &found);
    return found == nullptr ? std::string() : entry.gr_name;
}

const std::string& known(Names& names, std::uint32_t id, std::string (*ask)(std::uint32_t)) {
    const auto found = names.find(id);
    return found != names.end() ? found->second : names.emplace(id, ask(id)).first->second;
}

}  // namespace

const std::string& userName(std::uint32_t id) {
    thread_local Names names;
    return known(names, id, askUser);
}

const std::string& groupName(std::uint32_t id) {
    thread_local Names names;
    return known(names, id, askGroup);
}

}  // namespace ipclab
