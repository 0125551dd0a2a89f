// No synchronisation at all: whoever asks gets it. What happens then is the lesson.
#include "sync/primitive.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "none",
    .name = TEXT("primitive", "none"),
    .holderDeath = HolderDeath::NothingHeld,
    .source = "",
    .note = TEXT("primitive", "Nobody is excluded and nobody waits: a race, on purpose."),
};

class NoSync final : public Sync {
public:
    NoSync(SyncState& state, const SyncParty& party) : Sync(state, party, kInfo.holderDeath) {}

private:
    SyncStatus tryTake(unsigned) override { return SyncStatus::Done; }
    SyncStatus takeWithin(unsigned, Nanoseconds) override { return SyncStatus::Done; }
    void give(unsigned) override {}
};

class NonePrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }
    std::unique_ptr<SyncObject> create(const SyncMemory&, const std::vector<std::uint32_t>&,
                                       RunDirectory&) const override {
        return std::make_unique<SyncObject>();
    }
    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring&, const SyncParty& party) const override {
        return std::make_unique<NoSync>(memory.state(), party);
    }
};

}  // namespace

const Primitive& nonePrimitive() {
    static const NonePrimitive primitive;
    return primitive;
}

}  // namespace ipclab
