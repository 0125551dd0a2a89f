#include "exercises/archive.h"

#include <zip.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <set>

#include "core/sentences.h"
#include "document/suggestion.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kFreeOfRatio = 1U << 20;

struct ZipDiscard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct ZipClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, ZipDiscard>;

[[noreturn]] void refuse(const std::string& why) { throw ArchiveRefused(why); }

Zip opened(const fs::path& path) {
    int code = 0;
    Zip zip(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (zip) return zip;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    refuse(say(Sentence::ArchiveIsNone, {{"error", why}}));
}

// A link would lead whoever unpacks it elsewhere.
bool isLink(zip_t* zip, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0) return false;
    return system == ZIP_OPSYS_UNIX && (attributes >> 16U & 0170000U) == 0120000U;
}

// An entry of a folder, as `zip -r` writes them: there is nothing in it, and the files in it have entries of their own.
bool isFolderEntry(zip_t* zip, zip_uint64_t index) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t kWanted = ZIP_STAT_NAME | ZIP_STAT_SIZE;
    if (zip_stat_index(zip, index, 0, &stat) != 0 || (stat.valid & kWanted) != kWanted) return false;
    std::string_view name = stat.name;
    if (!name.ends_with('/') || stat.size != 0 || isLink(zip, index)) return false;
    name.remove_suffix(1);
    return isPlainArchiveName(name);
}

struct ArchiveFile {
    std::string name;
    std::uint64_t index = 0, bytes = 0;
};

// What stands in its table of contents, checked.
ArchiveFile listed(zip_t* zip, zip_uint64_t index, const ArchiveLimits& limits) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t kWanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(zip, index, 0, &stat) != 0 || (stat.valid & kWanted) != kWanted) {
        refuse(say(Sentence::ArchiveDamaged, {{"name", std::to_string(index)}}));
    }
    const std::string name = stat.name;
    if (!isPlainArchiveName(name)) refuse(say(Sentence::ArchiveName, {{"name", quote(name)}}));
    if (isLink(zip, index)) refuse(say(Sentence::ArchiveLink, {{"name", quote(name)}}));
    if (stat.encryption_method != ZIP_EM_NONE) refuse(say(Sentence::ArchiveEncrypted, {{"name", quote(name)}}));
    const bool swells =
        stat.size > kFreeOfRatio && stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > limits.ratio;
    if (stat.size > limits.fileBytes || swells) refuse(say(Sentence::ArchiveTooLarge, {{"name", quote(name)}}));
    return {name, index, stat.size};
}

// The size that was told is what is read: a file that goes on after it is refused.
std::string unpacked(zip_t* zip, const ArchiveFile& of) {
    const std::unique_ptr<zip_file_t, ZipClose> file(zip_fopen_index(zip, of.index, 0));
    if (!file) refuse(say(Sentence::ArchiveDamaged, {{"name", quote(of.name)}}));
    std::string bytes(of.bytes, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto got = zip_fread(file.get(), bytes.data() + have, bytes.size() - have);
        if (got <= 0) refuse(say(Sentence::ArchiveDamaged, {{"name", quote(of.name)}}));
        have += static_cast<std::size_t>(got);
    }
    char more = 0;
    if (zip_fread(file.get(), &more, 1) != 0) refuse(say(Sentence::ArchiveDamaged, {{"name", quote(of.name)}}));
    return bytes;
}

std::vector<ArchiveFile> tableOf(zip_t* zip, const ArchiveLimits& limits) {
    const auto count = zip_get_num_entries(zip, 0);
    if (count < 0 || static_cast<std::size_t>(count) > limits.files) {
        refuse(say(Sentence::ArchiveTooMany, {{"count", count}, {"most", limits.files}}));
    }
    std::vector<ArchiveFile> files;
    std::set<std::string> names;
    std::uint64_t bytes = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        if (isFolderEntry(zip, static_cast<zip_uint64_t>(i))) continue;
        files.push_back(listed(zip, static_cast<zip_uint64_t>(i), limits));
        const auto& [name, index, size] = files.back();
        bytes += size;
        if (bytes > limits.bytes) refuse(say(Sentence::ArchiveTooLarge, {{"name", quote(name)}}));
        if (!names.insert(name).second) refuse(say(Sentence::ArchiveTwice, {{"name", quote(name)}}));
    }
    return files;
}

void add(zip_t* zip, const ArchiveEntry& entry) {
    assert(isPlainArchiveName(entry.name));
    zip_source_t* source = entry.from.empty() ? zip_source_buffer(zip, entry.bytes.data(), entry.bytes.size(), 0)
                                              : zip_source_file(zip, entry.from.c_str(), 0, -1);
    if (source == nullptr) throw std::runtime_error(zip_strerror(zip));
    if (zip_file_add(zip, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
        zip_source_free(source);
        throw std::runtime_error(zip_strerror(zip));
    }
}

}  // namespace

bool isPlainArchiveName(std::string_view name) {
    if (name.empty() || name.size() > 200 || name.front() == '/' || name.back() == '/') return false;
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-' || c == '/';
    };
    if (!std::all_of(name.begin(), name.end(), isPlain)) return false;
    for (const auto& part : fs::path(name)) {
        if (part.empty() || part == "." || part == "..") return false;
    }
    return name.find("//") == std::string_view::npos;
}

std::map<std::string, std::string> readArchive(const fs::path& path, const ArchiveLimits& limits) {
    const Zip zip = opened(path);
    std::map<std::string, std::string> all;
    for (const auto& file : tableOf(zip.get(), limits)) all.emplace(file.name, unpacked(zip.get(), file));
    return all;
}

std::optional<std::string> readArchiveFile(const fs::path& path, std::string_view name, const ArchiveLimits& limits) {
    const Zip zip = opened(path);
    for (const auto& file : tableOf(zip.get(), limits)) {
        if (file.name == name) return unpacked(zip.get(), file);
    }
    return {};
}
// libzip writes beside it and renames when it is closed.
void writeArchive(const fs::path& path, const std::vector<ArchiveEntry>& entries) {
    int code = 0;
    Zip zip(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    const auto failed = [&](const std::string& why) {
        throw std::runtime_error(say(Sentence::ArchiveNotWritten, {{"file", path.string()}, {"error", why}}));
    };
    if (!zip) failed(std::generic_category().message(errno));
    try {
        for (const auto& entry : entries) add(zip.get(), entry);
    } catch (const std::runtime_error& error) {
        failed(error.what());
    }
    if (zip_close(zip.get()) != 0) failed(zip_strerror(zip.get()));
    (void)zip.release();
}

}  // namespace ipclab
