#include "export/host_json.h"

#include <nlohmann/json.hpp>

#include "document/json_values.h"
#include "export/result_json.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

Json frequenciesJson(const CpuFrequencies& all) {
    return {{"current_low_khz", orNull(all.currentLowKhz)},
            {"current_high_khz", orNull(all.currentHighKhz)},
            {"min_khz", orNull(all.minKhz)},
            {"max_khz", orNull(all.maxKhz)},
            {"governor", orNull(all.governor)}};
}

// A limit is a number where it is one, and text where it is several or "unlimited".
Json limitJson(const std::string& value) {
    const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
    if (!number) return orNull(value);
    return Json::parse(value, nullptr, false);
}

std::string limitText(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.is_number() ? value.dump() : std::string();
}

template <typename Value>
void read(const Json& json, const char* key, Value& into) {
    try {
        if (json.contains(key)) into = json.at(key).template get<Value>();
    } catch (const nlohmann::json::exception&) {
        // It comes from a file that may hold anything: what is none of its kind stays empty.
    }
}

void read(const Json& json, const char* key, std::optional<std::uint64_t>& into) {
    if (json.contains(key) && json[key].is_number_unsigned()) into = json[key].get<std::uint64_t>();
}

Json objectIn(const Json& json, const char* key) {
    return json.contains(key) && json[key].is_object() ? json[key] : Json::object();
}

}  // namespace

Json hostJson(const HostFacts& host) {
    Json mitigations = Json::object(), limits = Json::object();
    for (const Mitigation& each : host.mitigations) mitigations[each.name] = each.state;
    for (const HostLimit& each : host.limits) limits[each.name] = limitJson(each.value);
    return {{"kernel", host.kernel},
            {"cpu_model", host.cpuModel},
            {"cpus", host.cpusOnline},
            {"clock_source", host.clockSource},
            {"virtualized", host.virtualized},
            {"memory_bytes", host.memoryBytes},
            {"swap_bytes", host.swapBytes},
            {"hypervisor", orNull(host.hypervisor)},
            {"container", orNull(host.container)},
            {"frequencies", frequenciesJson(host.frequencies)},
            {"mitigations", std::move(mitigations)},
            {"limits", std::move(limits)}};
}

HostFacts hostFromJson(const Json& json) {
    HostFacts host;
    if (!json.is_object()) return host;
    read(json, "kernel", host.kernel);
    read(json, "cpu_model", host.cpuModel);
    read(json, "cpus", host.cpusOnline);
    read(json, "clock_source", host.clockSource);
    read(json, "virtualized", host.virtualized);
    read(json, "memory_bytes", host.memoryBytes);
    read(json, "swap_bytes", host.swapBytes);
    read(json, "hypervisor", host.hypervisor);
    read(json, "container", host.container);
    const Json frequencies = objectIn(json, "frequencies");
    read(frequencies, "current_low_khz", host.frequencies.currentLowKhz);
    read(frequencies, "current_high_khz", host.frequencies.currentHighKhz);
    read(frequencies, "min_khz", host.frequencies.minKhz);
    read(frequencies, "max_khz", host.frequencies.maxKhz);
    read(frequencies, "governor", host.frequencies.governor);
    const Json mitigations = objectIn(json, "mitigations"), limits = objectIn(json, "limits");
    for (const auto& [name, state] : mitigations.items()) {
        if (state.is_string()) host.mitigations.push_back({name, state.get<std::string>()});
    }
    for (const auto& [name, value] : limits.items()) host.limits.push_back({name, limitText(value)});
    return host;
}

void addMachineUse(Json& host, const MachineUse& use) {
    host["load"] = {{"start", orNull(use.loadStart)}, {"end", orNull(use.loadEnd)}};
    host["others_cpu_s"] = orNull(use.othersCpuS);
    host["stolen_cpu_s"] = orNull(use.stolenCpuS);
}

Json activityJson(const MachineActivity& activity) {
    Json busiest = Json::array();
    for (const BusyProcess& each : activity.top)
        busiest.push_back({{"pid", each.pid}, {"name", each.name}, {"cpus", each.cpus}});
    return {{"busy", activity.isBusy()},          {"verdict", activityText(activity)},
            {"seconds", activity.seconds},        {"load", orNull(activity.loadAverages)},
            {"others_cpus", activity.othersCpus}, {"stolen_cpus", activity.stolenCpus},
            {"busiest", std::move(busiest)}};
}

}  // namespace ipclab
