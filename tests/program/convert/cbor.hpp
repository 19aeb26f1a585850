#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace program {

/// The kinds of CBOR data item that SenML uses (RFC 8949, 3.1).
enum class cbor_kind : std::uint8_t {
  unsigned_integer = 0,
  negative_integer,
  octets,
  text,
  array,
  map,
  tag,
  simple  ///< false, true, null, floating-point numbers, and the end of what has no length
};

/// The head of a data item.
struct cbor_head {
  cbor_kind kind{};
  std::uint64_t value = 0;     ///< a number, a length, or the bits of a floating-point number
  std::uint8_t size_code = 0;  ///< the low five bits of the first octet
  [[nodiscard]] bool is_endless() const { return size_code == 31; }
};

/// Reads data items from octets, one after the other; never beyond their end.
class cbor_reader {
 public:
  explicit cbor_reader(std::string_view octets) : octets_{octets} {}

  [[nodiscard]] bool is_at_end() const { return at_ == octets_.size(); }
  [[nodiscard]] std::size_t offset() const { return at_; }

  /// Passes the head of the next item; false when there is none, or it is malformed.
  bool head(cbor_head& into);
  /// Passes a text string whose head has been passed, with or without a length.
  bool text(const cbor_head& of, std::string& into);
  /// Passes the rest of an item whose head has been passed, whatever it is, at most 16 deep.
  bool skip(const cbor_head& of, unsigned depth = 0);
  /// Passes the octet that ends what has no length, when it is there.
  bool skip_break();

 private:
  std::string_view octets_;
  std::size_t at_ = 0;
};

/// The integer that a head of a number is, also a floating-point number without a fraction; false
/// when it is none, or beyond 64 bits.
[[nodiscard]] bool integer_of(const cbor_head& of, std::int64_t& into);

/// Writes heads of data items.
void write_cbor(std::string& to, cbor_kind kind, std::uint64_t value);
void write_cbor_integer(std::string& to, std::int64_t value);
void write_cbor_text(std::string& to, std::string_view text);

}  // namespace program
