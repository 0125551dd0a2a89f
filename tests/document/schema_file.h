// The schema of an experiment's file, as it is delivered.
#pragma once

#include <nlohmann/json.hpp>

#include "documents.h"

namespace ipclab::test {

inline const nlohmann::json& schema() {
    static const auto document =
        nlohmann::json::parse(fileText(IPCLAB_RESOURCES "/schema/ipclab.experiment-1.schema.json"));
    return document;
}

}  // namespace ipclab::test
