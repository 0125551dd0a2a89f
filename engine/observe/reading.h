// What was read of a process, or why it could not be: an absent fact is told with its reason and never as a zero.
#pragma once

#include <cerrno>
#include <optional>
#include <string>
#include <utility>

#include "core/error.h"

namespace ipclab {

template <typename Value>
struct Reading {
    std::optional<Value> value;
    std::string reason;  // why there is no value; empty where there is one

    [[nodiscard]] explicit operator bool() const { return value.has_value(); }
    const Value& operator*() const { return *value; }
    const Value* operator->() const { return &*value; }
};

// Of an errno, as a person needs it: EACCES and EPERM under /proc/PID mean rights of ptrace(2), ENOENT a kernel without
// the file, ESRCH a process that has ended.
[[nodiscard]] inline std::string reasonOf(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
            return "needs ptrace access to the process (" + errorText(error) + ")";
        case ESRCH:
            return "the process has ended";
        case ENOENT:
            return "this kernel does not tell it";
        case EINVAL:
            return "not as proc(5) describes it";
        default:
            return errorText(error);
    }
}

template <typename Value>
[[nodiscard]] Reading<Value> told(std::optional<Value> value) {
    Reading<Value> reading{std::move(value), {}};
    if (!reading) reading.reason = reasonOf(EINVAL);
    return reading;
}

}  // namespace ipclab
