#include "program/convert/cbor.hpp"

#include <cmath>
#include <cstring>

namespace program {

namespace {

constexpr unsigned most_deep = 16;

double half(std::uint64_t bits) {
  const int exponent = static_cast<int>(bits >> 10 & 0x1FU);
  const double mantissa = static_cast<double>(bits & 0x3FFU);
  const double value = exponent == 0    ? std::ldexp(mantissa, -24)
                       : exponent != 31 ? std::ldexp(mantissa + 1024, exponent - 25)
                                        : std::nan("");
  return (bits & 0x8000U) != 0 ? -value : value;
}

double real_of(const cbor_head& of) {
  if (of.size_code == 25) return half(of.value);
  if (of.size_code == 26) {
    const auto bits = static_cast<std::uint32_t>(of.value);
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return static_cast<double>(value);
  }
  double value = 0;
  std::memcpy(&value, &of.value, sizeof value);
  return value;
}

}  // namespace

bool cbor_reader::head(cbor_head& into) {
  if (is_at_end()) return false;
  const auto first = static_cast<unsigned char>(octets_[at_++]);
  into.kind = static_cast<cbor_kind>(first >> 5);
  into.size_code = first & 0x1FU;
  into.value = into.size_code;
  if (into.size_code < 24) return true;
  if (into.is_endless())
    return into.kind != cbor_kind::unsigned_integer && into.kind != cbor_kind::negative_integer &&
           into.kind != cbor_kind::tag;
  if (into.size_code > 27) return false;
  const std::size_t size = std::size_t{1} << (into.size_code - 24);
  if (octets_.size() - at_ < size) return false;
  into.value = 0;
  for (std::size_t k = 0; k < size; ++k)
    into.value = into.value << 8 | static_cast<unsigned char>(octets_[at_++]);
  return true;
}

bool cbor_reader::text(const cbor_head& of, std::string& into) {
  if (of.kind != cbor_kind::text) return false;
  into.clear();
  if (!of.is_endless()) {
    if (of.value > octets_.size() - at_) return false;
    into.assign(octets_.substr(at_, static_cast<std::size_t>(of.value)));
    at_ += static_cast<std::size_t>(of.value);
    return true;
  }
  while (!skip_break()) {
    cbor_head part;
    std::string piece;
    if (!head(part) || part.is_endless() || !text(part, piece)) return false;
    into += piece;
  }
  return true;
}

bool cbor_reader::skip_break() {
  if (is_at_end() || static_cast<unsigned char>(octets_[at_]) != 0xFF) return false;
  ++at_;
  return true;
}

bool cbor_reader::skip(const cbor_head& of, unsigned depth) {
  if (depth == most_deep) return false;
  const bool is_string = of.kind == cbor_kind::octets || of.kind == cbor_kind::text;
  if (of.kind == cbor_kind::simple) return !of.is_endless();
  if (of.kind < cbor_kind::octets) return true;
  if (is_string && !of.is_endless()) {
    if (of.value > octets_.size() - at_) return false;
    at_ += static_cast<std::size_t>(of.value);
    return true;
  }
  const bool is_pairs = of.kind == cbor_kind::map;
  std::uint64_t left = of.kind == cbor_kind::tag ? 1 : of.value;
  if (is_pairs && left > octets_.size()) return false;
  if (is_pairs) left *= 2;
  for (cbor_head item; of.is_endless() ? !skip_break() : left-- > 0;)
    if (!head(item) || !skip(item, depth + 1)) return false;
  return true;
}

bool integer_of(const cbor_head& of, std::int64_t& into) {
  constexpr std::uint64_t most = 0x7FFFFFFFFFFFFFFF;
  if (of.kind == cbor_kind::simple) {
    if (of.size_code < 25 || of.size_code > 27) return false;
    const double value = real_of(of);
    if (!(value > -9e18 && value < 9e18) || value != std::trunc(value)) return false;
    into = static_cast<std::int64_t>(value);
    return true;
  }
  if (of.kind > cbor_kind::negative_integer || of.value > most) return false;
  const auto value = static_cast<std::int64_t>(of.value);
  into = of.kind == cbor_kind::negative_integer ? -1 - value : value;
  return true;
}

void write_cbor(std::string& to, cbor_kind kind, std::uint64_t value) {
  const auto first = static_cast<unsigned>(kind) << 5;
  const unsigned size_code = value < 24            ? static_cast<unsigned>(value)
                             : value <= 0xFF       ? 24
                             : value <= 0xFFFF     ? 25
                             : value <= 0xFFFFFFFF ? 26
                                                   : 27;
  to += static_cast<char>(first | size_code);
  if (size_code < 24) return;
  for (unsigned shift = 8U << (size_code - 24); shift > 0;)
    to += static_cast<char>(value >> (shift -= 8));
}

void write_cbor_integer(std::string& to, std::int64_t value) {
  if (value < 0)
    write_cbor(to, cbor_kind::negative_integer, static_cast<std::uint64_t>(-1 - value));
  else
    write_cbor(to, cbor_kind::unsigned_integer, static_cast<std::uint64_t>(value));
}

void write_cbor_text(std::string& to, std::string_view text) {
  write_cbor(to, cbor_kind::text, text.size());
  to += text;
}

}  // namespace program
