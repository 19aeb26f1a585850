#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/acl.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/text/expectation.hpp>
#include <lwm2m/access/text/scanner.hpp>
#include <lwm2m/access/text/words.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What the braces at the end of a request name: a path as it stands, or, where `at` is no path, a
/// Resource of the instance that the request is about.
struct conveyed_path {
  path at{};
  resource_id resource{};
};

/// An ACL entry that a request conveys, as it comes over the wire: an ID that does not fit is the
/// reserved 65535, and the value is not narrowed.
struct conveyed_entry {
  resource_instance_id id{};
  std::int64_t value = 0;
};

namespace detail {

/// The path of the first `depth` numbers of `ids`.
[[nodiscard]] constexpr path path_of(const std::uint16_t (&ids)[4], std::size_t depth) noexcept {
  const object_id object{ids[0]};
  const object_instance_id instance{ids[1]};
  switch (depth) {
    case 0:
      return path::root();
    case 1:
      return path{object};
    case 2:
      return path{object, instance};
    case 3:
      return path{object, instance, resource_id{ids[2]}};
    default:
      return path{object, instance, resource_id{ids[2]}, resource_instance_id{ids[3]}};
  }
}

/// What all productions of the grammar share. A production returns whether it was there: then it
/// has been passed; otherwise `mistake()` says what was expected, and where.
class text_reader {
 public:
  constexpr explicit text_reader(view<char> text, server_names names = {}) noexcept
      : at_{text, names} {}

  [[nodiscard]] constexpr const text_mistake& mistake() const noexcept { return mistake_; }

 protected:
  constexpr bool refuse(const token& found, text_expectation expected) noexcept {
    mistake_ = text_mistake{expected, at_.text(), at_.slice(found)};
    return false;
  }
  constexpr bool refuse(text_expectation expected) noexcept { return refuse(at_.now(), expected); }

  /// Before the text is read from an earlier place again.
  constexpr void forget_mistake() noexcept { mistake_ = text_mistake{}; }

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

  /// Passes a path, from `/` to four IDs of at most `highest`.
  constexpr bool take_path(path& into, text_expectation expected,
                           std::uint16_t highest = 65534) noexcept {
    if (at_.kind() != token_kind::path) return refuse(expected);
    const token whole = at_.now();
    std::uint16_t ids[4] = {};
    std::size_t depth = 0;
    for (std::size_t slash = whole.begin; whole.end - whole.begin > 1 && slash < whole.end;) {
      const token id = id_behind(slash);
      const std::uint32_t number = at_.number(id.begin, id.end);
      const bool is_empty = id.begin == id.end;
      if (depth == 4) return refuse(is_empty ? whole : id, text_expectation::a_path);
      if (is_empty) return refuse(whole, expected_id(depth));
      if (number > highest) return refuse(id, expected_id(depth));
      if (id.end - id.begin > 1 && at_.text()[id.begin] == '0')
        return refuse(id, text_expectation::no_leading_zero);
      ids[depth++] = static_cast<std::uint16_t>(number);
      slash = id.end;
    }
    into = path_of(ids, depth);
    at_.advance();
    return true;
  }

  /// The part of a path from behind a slash to before the next one, which can be empty.
  [[nodiscard]] constexpr token id_behind(std::size_t slash) const noexcept {
    std::size_t i = slash + 1;
    while (i < at_.now().end && at_.text()[i] != '/') ++i;
    return {slash + 1, i, token_kind::number};
  }

  /// An integer as it comes over the wire, at most 19 digits with or without a minus; beyond the
  /// full width the nearest one there is.
  constexpr bool see_integer(const token& from, std::int64_t& into) noexcept {
    const view<char> text = at_.slice(from);
    into = from.named;
    if (from.named != 0) return true;
    const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
    if (text.size() == first || text.size() - first > 19)
      return refuse(from, text_expectation::an_integer);
    std::uint64_t value = 0;
    for (std::size_t i = first; i < text.size(); ++i) {
      if (kind_of(text[i]) != token_kind::number) return refuse(from, text_expectation::an_integer);
      value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
    constexpr std::uint64_t most = 0x7FFFFFFFFFFFFFFF;
    const auto nearest = static_cast<std::int64_t>(value > most ? most : value);
    into = first == 1 ? -nearest : nearest;
    return true;
  }
  constexpr bool take_integer(std::int64_t& into) noexcept {
    if (!see_integer(at_.now(), into)) return false;
    at_.advance();
    return true;
  }

  /// Passes rights or an integer, both as the integer that they are on the wire.
  constexpr bool take_rights_or_integer(std::int64_t& into, text_expectation expected) noexcept {
    if (at_.kind() == token_kind::number) return take_integer(into);
    access_rights rights;
    if (!skip_letters(rights, right_letters)) return refuse(expected);
    into = rights.raw();
    return true;
  }

  /// Passes `-`, or some of `letters`; false when it is neither.
  template <class Bits, std::size_t N>
  constexpr bool skip_letters(Bits& into, const bit_letter (&letters)[N]) noexcept {
    unsigned raw = 0;
    if (at_.kind() != token_kind::dash) {
      if (at_.kind() != token_kind::word) return false;
      for (std::size_t i = at_.now().begin; i < at_.now().end; ++i) {
        std::size_t k = 0;
        while (k < N && letters[k].letter != (at_.text()[i] & ~0x20)) ++k;
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

  // one entry of an acl: the Server or default, a colon, the rights

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

  // the items of the lists of a case file; in a request, 65535 may stand in a path

  constexpr bool take_item(path& into) noexcept {
    return take_path(into, text_expectation::a_path_or_closing_brace, 65535);
  }
  constexpr bool take_item(conveyed_path& into) noexcept {
    into = {};
    constexpr auto expected = text_expectation::a_resource_path_or_closing_brace;
    return at_.kind() == token_kind::path ? take_path(into.at, expected, 65535)
                                          : take_id(into.resource, expected);
  }
  constexpr bool take_item(conveyed_entry& into) noexcept {
    (void)skip(token_kind::comma);
    std::int64_t id = 0;
    if (at_.kind() == token_kind::number ? !take_integer(id) : !skip("default"))
      return refuse(text_expectation::default_or_an_integer);
    into.id = resource_instance_id{id};
    return take(token_kind::colon, text_expectation::a_colon) &&
           take_rights_or_integer(into.value, text_expectation::rights_or_an_integer);
  }
  constexpr bool take_item(acl_entry& into) noexcept {
    (void)skip(token_kind::comma);
    return take_entry_id(into.id) && take(token_kind::colon, text_expectation::a_colon) &&
           take_rights(into.rights, 65535);
  }

  scanner at_;

 private:
  [[nodiscard]] static constexpr text_expectation expected_id(std::size_t depth) noexcept {
    constexpr text_expectation ids[] = {
        text_expectation::an_object_id, text_expectation::an_object_instance_id,
        text_expectation::a_resource_id, text_expectation::a_resource_instance_id};
    return ids[depth];
  }

  text_mistake mistake_{};
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0
