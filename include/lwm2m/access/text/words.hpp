#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/enumeration.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/text/scanner.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::detail {

/// The operations by their words, and whether a request can name several paths.
struct operation_word {
  keyword word;
  operation op;
  bool several = false;
};
inline constexpr operation_word operation_words[] = {
    {"read", operation::read},
    {"write", operation::write},
    {"update", operation::update},
    {"execute", operation::execute},
    {"create", operation::create},
    {"delete", operation::delete_},
    {"discover", operation::discover},
    {"write-attributes", operation::write_attributes},
    {"observe", operation::observe},
    {"cancel-observation", operation::cancel_observation, true},
    {"notify", operation::notify},
    {"send", operation::send, true},
    {"read-composite", operation::read_composite, true},
    {"observe-composite", operation::observe_composite, true},
    {"write-composite", operation::write_composite, true},
};
static_assert(is_complete(operation_words, &operation_word::op));

/// The operation that the token names; no operation when it names none.
[[nodiscard]] constexpr operation operation_at(const scanner& at) noexcept {
  for (const operation_word& each : operation_words)
    if (at.is(each.word)) return each.op;
  return {};
}
[[nodiscard]] constexpr bool has_several_paths(operation op) noexcept {
  for (const operation_word& each : operation_words)
    if (each.op == op) return each.several;
  return false;
}

/// The editions by their words.
struct edition_word {
  keyword word;
  edition_name name;
};
inline constexpr edition_word edition_words[] = {
    {"draft", edition_name::draft},
    {"1.0", edition_name::v1_0},
    {"1.1", edition_name::v1_1},
    {"1.2", edition_name::v1_2},
};
static_assert(is_complete(edition_words, &edition_word::name));

[[nodiscard]] constexpr edition_name edition_at(const scanner& at) noexcept {
  for (const edition_word& each : edition_words)
    if (at.is(each.word)) return each.name;
  return {};
}

/// The bits of access rights and of an Access Type by their letters, in the order in which they are
/// written.
struct bit_letter {
  char letter;
  std::uint16_t bit;
};
inline constexpr bit_letter right_letters[] = {
    {'R', access_rights::of(right::read).raw()},    {'W', access_rights::of(right::write).raw()},
    {'E', access_rights::of(right::execute).raw()}, {'D', access_rights::of(right::delete_).raw()},
    {'C', access_rights::of(right::create).raw()},
};
inline constexpr bit_letter operation_letters[] = {
    {'R', access_type::of(resource_operation::read).raw()},
    {'W', access_type::of(resource_operation::write).raw()},
    {'E', access_type::of(resource_operation::execute).raw()},
};

/// The words that are neither operations nor editions.
inline constexpr keyword other_words[] = {
    "edition",  "servers",  "server",    "access-control", "enabled",   "disabled", "object",
    "single",   "multiple", "instances", "kept",           "mandatory", "absent",   "acl",
    "for",      "owner",    "default",   "bootstrap",      "begin",     "drop",     "finish",
    "instance", "nothing",  "account",   "added",          "removed",   "expect",   "no",
    "suppress", "cancel"};

/// Whether the token is a word of the language, or could be access rights: letters of R W E D C.
[[nodiscard]] constexpr bool means_something(const scanner& at) noexcept {
  for (const keyword& each : other_words)
    if (at.is(each)) return true;
  for (const edition_word& each : edition_words)
    if (at.is(each.word)) return true;
  if (operation_at(at) != operation{}) return true;
  for (const char c : at.slice(at.now())) {
    bool is_right = false;
    for (const bit_letter& each : right_letters) is_right = is_right || each.letter == (c & ~0x20);
    if (!is_right) return false;
  }
  return true;
}

}  // namespace lwm2m::access::inline v0::detail
