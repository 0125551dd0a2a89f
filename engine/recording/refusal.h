// Why a recording is not opened, for whoever tells people in their own words; what() has the details.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace ipclab {

enum class WhyRefused {
    Missing,      // no file, or it may not be read
    NoRecording,  // something else
    Newer,        // of a program newer than this one
    Damaged
};

class RecordingRefused : public std::runtime_error {
public:
    RecordingRefused(WhyRefused why, const std::string& what) : std::runtime_error(what), m_why(why) {}
    [[nodiscard]] WhyRefused why() const { return m_why; }

private:
    WhyRefused m_why;
};

// Whatever goes wrong in the work is told with the file's name before it.
template <typename Work>
auto namingFile(const std::filesystem::path& path, Work work) {
    try {
        return work();
    } catch (const RecordingRefused& refused) {
        throw RecordingRefused(refused.why(), path.string() + ": " + refused.what());
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(path.string() + ": " + error.what());
    }
}

}  // namespace ipclab
