// What Beast writes into: never full, never waiting (BufferedWire keeps the rest). Its SyncWriteStream.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/container/small_vector.hpp>
#include <boost/system/error_code.hpp>

#include "stacks/beast/wire.h"

namespace ipclab {

class OutStream {
public:
    explicit OutStream(BufferedWire& wire) : m_wire(wire) {}

    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers, boost::system::error_code& error) {
        error = {};
        boost::container::small_vector<iovec, 16> pieces;
        std::size_t size = 0;
        for (auto it = boost::asio::buffer_sequence_begin(buffers); it != boost::asio::buffer_sequence_end(buffers);
             ++it) {
            const boost::asio::const_buffer piece(*it);
            pieces.push_back({const_cast<void*>(piece.data()), piece.size()});
            size += piece.size();
        }
        m_wire.write(std::span(pieces.data(), pieces.size()));
        return size;
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers) {
        boost::system::error_code error;
        return write_some(buffers, error);
    }

private:
    BufferedWire& m_wire;
};

}  // namespace ipclab
