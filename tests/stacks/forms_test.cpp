// The forms of representation: what was written is read again, each byte is accounted for, and the bytes are those that
// the standards say.
#include "stacks/forms/forms.h"

#include <gmock/gmock.h>

#include <numeric>

#include "programs/facts.h"

namespace ipclab::test {

namespace {

std::vector<std::byte> written(const RecordForm& form, const SampleRecord& record = {}) {
    std::vector<std::byte> bytes;
    form.encode(record, bytes);
    return bytes;
}

SampleRecord nothing() { return {.one = 0, .minusTwo = 0, .large = 0, .real = 0, .text = {}, .numbers = {}}; }

class Forms : public ::testing::Test {
protected:
    static void SetUpTestSuite() { useRecordForms(); }

    template <typename Look>
    static void ofEach(Look look) {
        for (const FormKind& kind : allFormKinds()) {
            const RecordForm* form = findRecordForm(kind.id);
            if (form == nullptr) continue;
            SCOPED_TRACE(kind.id);
            look(*form);
        }
    }
    static std::string hexOf(const char* id) {
        const RecordForm* form = findRecordForm(id);
        return form == nullptr ? std::string() : hexText(written(*form));
    }
};

TEST_F(Forms, AreReadAsTheyWereWritten) {
    SampleRecord other;
    other.one = std::numeric_limits<std::int32_t>::min();
    other.minusTwo = std::numeric_limits<std::int32_t>::max();
    other.large = std::numeric_limits<std::int64_t>::min();
    other.real = -1.5e-300;
    other.text = "";
    other.numbers = {};
    ofEach([&](const RecordForm& form) {
        for (const SampleRecord& record : {SampleRecord(), other}) {
            SampleRecord read = nothing();
            EXPECT_TRUE(form.decode(written(form, record), read));
            EXPECT_TRUE(read == record);
        }
    });
}

TEST_F(Forms, CutOffAreNoSuchRecord) {
    ofEach([](const RecordForm& form) {
        const std::vector<std::byte> whole = written(form);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            // Of its own size, so that a byte too many is found by the sanitizer.
            const std::vector<std::byte> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            SampleRecord read = nothing();
            EXPECT_FALSE(form.decode(part, read) && read == SampleRecord()) << size << " bytes";
        }
    });
}

TEST_F(Forms, HaveTheirFieldsOneAfterTheOther) {
    ofEach([](const RecordForm& form) {
        const FieldPlaces places = form.places(SampleRecord());
        std::size_t end = 0;
        for (const FieldPlace& place : places) {
            EXPECT_GE(place.offset, end);
            EXPECT_GT(place.length, 0U);
            end = place.offset + place.length;
        }
        EXPECT_LE(end, written(form).size());
    });
}

TEST_F(Forms, OfMemoryDifferInOrderAlone) {
    EXPECT_EQ(hexOf("memory-little").substr(0, 48), "01000000feffffff01000000000020009a9999999999b93f");
    EXPECT_EQ(hexOf("memory-big").substr(0, 48), "00000001fffffffe00200000000000013fb999999999999a");
}

TEST_F(Forms, OfXdrFillTextUpToAMultipleOfFour) {
    if (findRecordForm("xdr") == nullptr) GTEST_SKIP() << "built without libtirpc";
    const std::string big = hexOf("memory-big"), xdr = hexOf("xdr");
    const std::size_t textEnd = 2 * (24 + 4 + 15);  // digits: numbers, length, fifteen bytes of text
    EXPECT_EQ(xdr, big.substr(0, textEnd) + "00" + big.substr(textEnd));
}

TEST_F(Forms, OfProtocolBuffersNumberTheirFields) {
    if (findRecordForm("protobuf") == nullptr) GTEST_SKIP() << "built without Protocol Buffers";
    EXPECT_EQ(hexOf("protobuf"),
              "0801"                                // field 1, a varint: 1
              "1003"                                // field 2, zigzag: −2 is 3
              "188180808080808010"                  // field 3: seven bits a byte, the lowest first
              "219a9999999999b93f"                  // field 4, 64 bits, little-endian
              "2a0fec9588eb8595ed9598ec84b8ec9a94"  // field 5, 15 bytes
              "320601ac02f0a204");                  // field 6, packed
}

TEST_F(Forms, OfThriftSayTypeAndNumber) {
    if (findRecordForm("thrift-binary") == nullptr) GTEST_SKIP() << "built without Thrift";
    EXPECT_EQ(hexOf("thrift-binary").substr(0, 28), "08000100000001080002fffffffe");
    EXPECT_EQ(hexOf("thrift-compact").substr(0, 8), "15021503");
}

}  // namespace

}  // namespace ipclab::test
