#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/text/expectation.hpp>
#include <lwm2m/access/text/scanner.hpp>
#include <lwm2m/access/text/words.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::detail {

/// The path of the first `depth` numbers of `ids`.
[[nodiscard]] constexpr path path_of(const std::uint16_t (&ids)[4], std::size_t depth) noexcept {
  const object_id object{ids[0]};
  const object_instance_id instance{ids[1]};
  switch (depth) {
    case 0: return path::root();
    case 1: return path{object};
    case 2: return path{object, instance};
    case 3: return path{object, instance, resource_id{ids[2]}};
    default: return path{object, instance, resource_id{ids[2]}, resource_instance_id{ids[3]}};
  }
}

/// What all productions of the grammar share. A production returns whether it was there: then it
/// has been passed; otherwise `mistake()` says what was expected, and where.
class text_reader {
 public:
  constexpr explicit text_reader(view<char> text) noexcept : at_{text} {}

  [[nodiscard]] constexpr const text_mistake& mistake() const noexcept { return mistake_; }

 protected:
  constexpr bool refuse(const token& found, text_expectation expected) noexcept {
    mistake_ = text_mistake{expected, at_.text(), at_.slice(found)};
    return false;
  }
  constexpr bool refuse(text_expectation expected) noexcept {
    return refuse(at_.now(), expected);
  }

  constexpr bool take(token_kind kind, text_expectation expected) noexcept {
    if (at_.kind() != kind) return refuse(expected);
    at_.advance();
    return true;
  }
  constexpr bool take(keyword word, text_expectation expected) noexcept {
    if (!at_.is(word)) return refuse(expected);
    at_.advance();
    return true;
  }

  /// Passes the word or the sign when it is there.
  constexpr bool skip(keyword word) noexcept {
    if (!at_.is(word)) return false;
    at_.advance();
    return true;
  }
  constexpr bool skip(token_kind kind) noexcept {
    if (at_.kind() != kind) return false;
    at_.advance();
    return true;
  }

  /// Reads an identifier without passing it, so that what follows can still refuse it.
  template <class Id>
  constexpr bool see_id(Id& into, text_expectation expected) noexcept {
    into = Id{at_.number()};
    return into.is_valid() || refuse(expected);
  }
  template <class Id>
  constexpr bool take_id(Id& into, text_expectation expected) noexcept {
    if (!see_id(into, expected)) return false;
    at_.advance();
    return true;
  }

  /// Passes a path, from `/` to four IDs.
  constexpr bool take_path(path& into, text_expectation expected) noexcept {
    if (at_.kind() != token_kind::path) return refuse(expected);
    const token whole = at_.now();
    std::uint16_t ids[4] = {};
    std::size_t depth = 0;
    for (std::size_t slash = whole.begin; whole.end - whole.begin > 1 && slash < whole.end;) {
      const token id{slash + 1, end_of_id(slash + 1, whole.end), token_kind::number};
      const std::uint32_t number = at_.number(id.begin, id.end);
      if (depth == 4) return refuse(id, text_expectation::a_path);
      if (number > 65534) return refuse(id, expected_id(depth));
      ids[depth++] = static_cast<std::uint16_t>(number);
      slash = id.end;
    }
    into = path_of(ids, depth);
    at_.advance();
    return true;
  }

  /// Passes `-`, or some of `letters`; false when it is neither.
  template <class Bits, std::size_t N>
  constexpr bool skip_letters(Bits& into, const bit_letter (&letters)[N]) noexcept {
    unsigned raw = 0;
    if (at_.kind() != token_kind::dash) {
      if (at_.kind() != token_kind::word) return false;
      for (const char c : at_.slice(at_.now())) {
        std::size_t k = 0;
        while (k < N && letters[k].letter != (c & ~0x20)) ++k;
        if (k == N) return false;
        raw |= letters[k].bit;
      }
    }
    into = Bits{static_cast<typename Bits::value_type>(raw)};
    at_.advance();
    return true;
  }

  /// Passes braces around items that a comma separates.
  template <class Item>
  constexpr bool take_braces(const Item& item) noexcept {
    if (!take(token_kind::open, text_expectation::an_opening_brace)) return false;
    if (skip(token_kind::close)) return true;
    do {
      if (!item()) return false;
    } while (skip(token_kind::comma));
    return take(token_kind::close, text_expectation::a_comma_or_closing_brace);
  }

  // one entry of an ACL: the Server or default, a colon, the rights

  constexpr bool take_entry_id(acl_instance_id& into) noexcept {
    if (at_.kind() == token_kind::word && skip("default")) {
      into = default_short_server_id{};
      return true;
    }
    short_server_id server;
    if (!take_id(server, text_expectation::an_entry)) return false;
    into = server;
    return true;
  }
  constexpr bool take_rights(access_rights& into, std::uint16_t highest) noexcept {
    if (skip_letters(into, right_letters)) return true;
    if (at_.number() > 65535) return refuse(text_expectation::an_access_right);
    if (at_.number() > highest) return refuse(text_expectation::an_access_right_up_to_31);
    into = access_rights{static_cast<std::uint16_t>(at_.number())};
    at_.advance();
    return true;
  }

  scanner at_;

 private:
  [[nodiscard]] constexpr std::size_t end_of_id(std::size_t i, std::size_t end) const noexcept {
    while (i < end && at_.text()[i] != '/') ++i;
    return i;
  }
  [[nodiscard]] static constexpr text_expectation expected_id(std::size_t depth) noexcept {
    constexpr text_expectation ids[] = {
        text_expectation::an_object_id, text_expectation::an_object_instance_id,
        text_expectation::a_resource_id, text_expectation::a_resource_instance_id};
    return ids[depth];
  }

  text_mistake mistake_{};
};

}  // namespace lwm2m::access::inline v0::detail
