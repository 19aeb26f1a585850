#pragma once

#include <lwm2m/access/channel/facts.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// The DER tags that a certificate is made of.
namespace der {
inline constexpr std::uint8_t boolean = 0x01;
inline constexpr std::uint8_t integer = 0x02;
inline constexpr std::uint8_t bit_string = 0x03;
inline constexpr std::uint8_t octet_string = 0x04;
inline constexpr std::uint8_t object_identifier = 0x06;
inline constexpr std::uint8_t utf8_string = 0x0C;
inline constexpr std::uint8_t printable_string = 0x13;
inline constexpr std::uint8_t utc_time = 0x17;
inline constexpr std::uint8_t generalized_time = 0x18;
inline constexpr std::uint8_t sequence = 0x30;
inline constexpr std::uint8_t set = 0x31;
/// A context-specific tag: `of(3)` is [3] constructed, `primitive(2)` is [2] primitive.
constexpr std::uint8_t of(std::uint8_t number) noexcept {
  return static_cast<std::uint8_t>(0xA0 | number);
}
constexpr std::uint8_t primitive(std::uint8_t number) noexcept {
  return static_cast<std::uint8_t>(0x80 | number);
}
}  // namespace der

/// One element: its tag, its content, and both with the length between them. Tag 0: no element.
struct der_element {
  std::uint8_t tag = 0;
  bytes content{};
  bytes whole{};

  [[nodiscard]] constexpr explicit operator bool() const noexcept { return tag != 0; }
};

/// Reads the elements of DER one after the other, within its bounds and without a copy. What is
/// malformed fails the reader for good: no element, `is_valid()` false. So do lengths that are
/// indefinite, not minimal or beyond the end, and tags of more than one octet.
class der_reader {
 public:
  constexpr explicit der_reader(bytes input) noexcept : at_{input.data()}, left_{input.size()} {}

  [[nodiscard]] constexpr bool is_valid() const noexcept { return valid_; }
  [[nodiscard]] constexpr bool at_end() const noexcept { return left_ == 0; }
  /// Whether all of it was read and none of it was malformed.
  [[nodiscard]] constexpr bool is_done() const noexcept { return valid_ && at_end(); }

  /// Whether the next element has that tag.
  [[nodiscard]] constexpr bool has(std::uint8_t tag) const noexcept {
    return left_ != 0 && *at_ == tag;
  }

  /// The next element; none at the end (where the reader stays valid), or when it is malformed.
  constexpr der_element next() noexcept {
    if (at_end()) return {};
    return has_plain_tag(*at_) ? expect(*at_) : fail();
  }

  /// The next element, which must have that tag: another one, or none, fails the reader.
  constexpr der_element expect(std::uint8_t tag) noexcept {
    return left_ >= 2 && *at_ == tag ? take(tag) : fail();
  }

  /// The next element where it has that tag, else none.
  constexpr der_element next_if(std::uint8_t tag) noexcept {
    return has(tag) ? expect(tag) : der_element{};
  }

  /// Fails the reader from outside: what it read is well-formed, but not what it should be.
  constexpr der_element fail() noexcept {
    valid_ = false;
    left_ = 0;
    return {};
  }

 private:
  /// Tags of more than one octet go on after this one; 0 is no tag.
  static constexpr bool has_plain_tag(std::uint8_t tag) noexcept {
    return (tag & 0x1F) != 0x1F && tag != 0;
  }

  /// The element that begins here, of two octets at least, with that tag.
  constexpr der_element take(std::uint8_t tag) noexcept {
    std::size_t header = 2, length = at_[1];
    if (length >= 0x80 && !read_long_length(header, length)) return fail();
    const std::uint8_t* const from = at_;
    const std::size_t left = left_ - header;
    if (length > left) return fail();
    at_ += header + length;
    left_ = left - length;
    return {tag, {from + header, length}, {from, header + length}};
  }

  /// A length of one to three octets after the one that counts them, and of no more than it needs.
  constexpr bool read_long_length(std::size_t& header, std::size_t& length) const noexcept {
    const std::size_t count = length & 0x7FU;
    if (count == 0 || count > 3 || left_ < 2 + count || at_[2] == 0) return false;
    length = 0;
    for (std::size_t k = 0; k < count; ++k) length = length << 8 | at_[2 + k];
    header += count;
    return length >= 0x80;
  }

  const std::uint8_t* at_;
  std::size_t left_;
  bool valid_ = true;
};

/// Whether an element is an OBJECT IDENTIFIER with this content.
template <std::size_t N>
[[nodiscard]] constexpr bool is_oid(const der_element& element,
                                    const std::uint8_t (&content)[N]) noexcept {
  return element.tag == der::object_identifier && equal<std::uint8_t>(element.content, content);
}

/// The number of bits of a non-negative INTEGER's content; 0 when it is negative, empty, or has
/// more leading zeros than DER allows.
[[nodiscard]] constexpr std::size_t integer_bits(bytes content) noexcept {
  if (content.empty() || content[0] >= 0x80) return 0;
  if (content.size() > 1 && content[0] == 0 && content[1] < 0x80) return 0;
  std::size_t bits = content.size() * 8;
  for (std::uint8_t top = 0x80; top != 0 && (content[0] & top) == 0; top >>= 1) --bits;
  return bits;
}

}  // namespace lwm2m::access::inline v0::channel
