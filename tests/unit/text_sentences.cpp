// A sentence of its own for every value that a caller can get.
#include <lwm2m/access/sentences.hpp>

#include <set>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;

/// Whether the enumeration names the value: the compiler then prints the name, else a number.
template <auto Value>
constexpr bool is_named() {
  constexpr std::string_view name = __PRETTY_FUNCTION__;
  constexpr std::size_t begin = name.find("Value = ") + 8;
  return name[begin] != '(';
}

template <class Enum, std::size_t... Values>
std::set<std::string> sentences(std::index_sequence<Values...>) {
  std::set<std::string> all;
  const auto add = [&](Enum value, bool named) {
    const std::string text = lac::sentence(value);
    CAPTURE(text, static_cast<int>(value));
    CHECK(named == (text != lac::sentence(static_cast<Enum>(255))));
    if (!named) return;
    CHECK(all.insert(text).second);
    CHECK(text.size() > 8);
    CHECK(text.back() == '.');
    CHECK((text.front() >= 'A' && text.front() <= 'Z'));
  };
  (add(static_cast<Enum>(Values), is_named<static_cast<Enum>(Values)>()), ...);
  return all;
}

template <class Enum>
std::size_t count() {
  return sentences<Enum>(std::make_index_sequence<100>{}).size();
}

}  // namespace

TEST_CASE("text: every reason, status, source of a right and expectation has its own sentence") {
  STATIC_REQUIRE(is_named<lac::reason::no_room>());
  STATIC_REQUIRE(!is_named<static_cast<lac::reason>(99)>());
  CHECK(count<lac::reason>() == std::size(lac::detail::reason_sentences));
  CHECK(count<lac::status>() == std::size(lac::detail::status_sentences));
  CHECK(count<lac::determined_by>() == std::size(lac::detail::determined_by_sentences));
  CHECK(count<lac::text_expectation>() == std::size(lac::detail::text_expectation_sentences));
  CHECK(count<lac::snapshot_status>() == std::size(lac::detail::snapshot_status_sentences));
}
