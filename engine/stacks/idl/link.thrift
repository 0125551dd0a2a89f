// What Thrift carries for a link: any bytes, there and back. thrift makes the stubs of it.
namespace cpp ipclab.thrift

service Link {
  // The first call of a client shows the token of the link. False: it is another.
  bool hello(1: string token),
  binary call(1: binary message)
}
