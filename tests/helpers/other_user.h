// Programs run as another, ordinary user id, which only root can do.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

namespace ipclab::test {

inline constexpr uid_t kOtherUser = 65534;  // nobody

// Why that cannot be done here; empty: it can.
std::string otherUserProblem();

// Executes a program with these variables added to the environment. Returns its process number.
pid_t startAsOtherUser(const std::vector<std::string>& arguments, const std::vector<std::string>& variables);

// Calls this in a child with that user id and returns what it returned.
bool asOtherUser(const std::function<bool()>& question);

}  // namespace ipclab::test
