// XDR (RFC 4506), by what rpcgen has made of record.x and by libtirpc: big-endian, every item a multiple of four bytes.
#include <cstring>

#include "record.h"
#include "stacks/forms/forms.h"

namespace ipclab {

namespace {

constexpr std::size_t kFixedBytes = 64;  // of the record without text and array, at most

// The generated record over the memory of another one, as libtirpc takes it.
IpclabRecord viewOf(const SampleRecord& record) {
    return {.one = record.one,
            .minusTwo = record.minusTwo,
            .large = record.large,
            .real = record.real,
            .text = const_cast<char*>(record.text.c_str()),
            .numbers = {.numbers_len = static_cast<u_int>(record.numbers.size()),
                        .numbers_val = const_cast<int*>(record.numbers.data())}};
}

std::size_t roomFor(const SampleRecord& record) {
    return kFixedBytes + record.text.size() + record.numbers.size() * sizeof(std::int32_t);
}

void encodeXdr(const SampleRecord& record, std::vector<std::byte>& into) {
    IpclabRecord view = viewOf(record);
    into.resize(roomFor(record));
    XDR xdrs;
    xdrmem_create(&xdrs, reinterpret_cast<char*>(into.data()), static_cast<u_int>(into.size()), XDR_ENCODE);
    into.resize(xdr_IpclabRecord(&xdrs, &view) ? xdr_getpos(&xdrs) : 0);
}

bool decodeXdr(std::span<const std::byte> bytes, SampleRecord& into) {
    XDR xdrs;
    auto* first = const_cast<char*>(reinterpret_cast<const char*>(bytes.data()));
    xdrmem_create(&xdrs, first, static_cast<u_int>(bytes.size()), XDR_DECODE);
    IpclabRecord read{};
    const bool ok = xdr_IpclabRecord(&xdrs, &read) && xdr_getpos(&xdrs) == bytes.size();
    if (ok) {
        into.one = read.one;
        into.minusTwo = read.minusTwo;
        into.large = read.large;
        into.real = read.real;
        into.text = read.text;
        into.numbers.assign(read.numbers.numbers_val, read.numbers.numbers_val + read.numbers.numbers_len);
    }
    xdr_free(reinterpret_cast<xdrproc_t>(xdr_IpclabRecord), &read);
    return ok;
}

FieldPlaces xdrPlaces(const SampleRecord& record) {
    IpclabRecord view = viewOf(record);
    std::vector<std::byte> room(roomFor(record));
    XDR xdrs;
    xdrmem_create(&xdrs, reinterpret_cast<char*>(room.data()), static_cast<u_int>(room.size()), XDR_ENCODE);
    FieldPlaces places;
    std::size_t field = 0, at = 0;
    const auto mark = [&](bool written) {
        const std::size_t end = xdr_getpos(&xdrs);
        places[field++] = {at, written ? end - at : 0};
        at = end;
    };
    mark(xdr_int(&xdrs, &view.one) != FALSE);
    mark(xdr_int(&xdrs, &view.minusTwo) != FALSE);
    mark(xdr_quad_t(&xdrs, &view.large) != FALSE);
    mark(xdr_double(&xdrs, &view.real) != FALSE);
    mark(xdr_string(&xdrs, &view.text, ~0U) != FALSE);
    mark(xdr_array(&xdrs, reinterpret_cast<char**>(&view.numbers.numbers_val), &view.numbers.numbers_len, ~0U,
                   sizeof(int), reinterpret_cast<xdrproc_t>(xdr_int)) != FALSE);
    return places;
}

}  // namespace

void addXdrForm(std::vector<RecordForm>& to) { to.push_back({"xdr", encodeXdr, decodeXdr, xdrPlaces}); }

}  // namespace ipclab
