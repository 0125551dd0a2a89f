// The record of programs/record_form.h, in the language of Thrift.
namespace cpp ipclab.thrift

struct Record {
  1: i32 one,
  2: i32 minusTwo,
  3: i64 large,
  4: double real,
  5: string text,
  6: list<i32> numbers
}
