#pragma once

#include <lwm2m/access/view.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What a policy text should have had where it is wrong. `sentence()` (sentences.hpp) says it in
/// words; a mistake found while compiling shows the name of the enumerator.
enum class text_expectation : std::uint8_t {
  nothing = 0,  ///< there is no mistake

  // what a text is made of
  a_declaration,              ///< edition, servers, access-control, object, absent or acl
  a_statement,                ///< a declaration, or in a case file a request, an event or a check
  no_declaration_any_more,    ///< declarations stand before the first request of a document
  one_edition,                ///< a second edition line
  an_edition_before_it,       ///< an acl or request, or the end, comes before the edition is said
  an_edition_name,            ///< draft, 1.0, 1.1 or 1.2
  the_edition_of_the_policy,  ///< the type of the policy fixes another one
  enabled_or_disabled,
  one_access_control_line,
  an_edition_that_can_disable,  ///< A8: 1.2 only
  no_acl_beside_disabled,       ///< A8: in either order
  a_short_server_id,            ///< 1..65534
  no_server_twice,
  an_empty_policy,  ///< what is read into must hold nothing

  // objects
  an_object,               ///< a slash and an Object ID, 0..65534
  an_object_other_than_2,  ///< Object 2 is built in
  no_object_twice,
  single_or_multiple,
  an_object_id,           ///< 0..65534
  an_object_instance_id,  ///< 0..65534
  no_instance_twice,
  one_instance_of_a_single_object,
  an_instance_of_the_object,  ///< K2: one that `instances` lists
  an_opening_brace,
  a_comma_or_closing_brace,
  a_resource_id,           ///< 0..65534
  a_resource_instance_id,  ///< 0..65534
  no_resource_twice,
  a_resource_instance_or_closing_brace,
  no_resource_instance_twice,
  a_resource_or_its_instance,  ///< what `absent` names
  no_path_twice,               ///< in `absent`
  no_leading_zero,             ///< in a path
  a_colon,
  an_access_type,  ///< - or letters of R W E

  // acl
  an_access_control_path,   ///< /2/ and an Object Instance ID
  no_access_control_twice,  ///< a /2/n that is there already
  the_word_for,
  a_target,                       ///< an Object or an Object Instance
  a_target_that_can_be_governed,  ///< F11: neither Object 0 nor Object 2
  no_target_twice,                ///< F9
  the_word_owner,
  an_access_control_owner,  ///< a Short Server ID or bootstrap
  bootstrap_as_owner,       ///< A12: at Object level nobody else can be
  an_entry,                 ///< a Short Server ID or default
  no_entry_twice,
  an_access_right,           ///< - or letters of R W E D C or 0..65535
  an_access_right_up_to_31,  ///< A11: in 1.2
  create_or_no_right,        ///< A12: at Object level

  // capacity
  room_for_a_server,
  room_for_an_object,
  room_for_an_instance,
  room_for_a_resource,
  room_for_an_exception,  ///< `kept`, a Resource Instance or `absent`
  room_for_an_access_control,
  room_for_an_entry,

  // requests, events and checks
  an_operation,
  a_path,                 ///< / or up to four IDs with a slash before each
  one_path,               ///< several are for composites, send and cancel-observation
  a_value,                ///< access rights, an integer, nothing or entries in braces
  an_integer,             ///< at most 19 digits
  default_or_an_integer,  ///< the ID of an entry
  rights_or_an_integer,   ///< its value
  a_resource_path_or_closing_brace,
  a_response,  ///< a code as 2.05, or send, suppress or cancel
  a_code,      ///< as 2.04
  a_path_or_closing_brace,
  added_or_removed,
  no_open_session,  ///< K8: a second `bootstrap begin`
  an_open_session,  ///< K8: `bootstrap finish` or `drop` without one
  acl_or_no_acl,

  // names of Servers
  a_name,  ///< a word that means nothing else in the language
  no_name_twice,
  an_equals_sign
};
[[nodiscard]] constexpr text_expectation last_of(text_expectation) noexcept {
  return text_expectation::an_equals_sign;
}

/// Where a policy text is wrong, and how. Default: there is no mistake.
class [[nodiscard]] text_mistake {
 public:
  constexpr text_mistake() noexcept = default;

  /// That `found`, a part of `text`, is not what was expected there.
  constexpr text_mistake(text_expectation expected, view<char> text, view<char> found) noexcept
      : found_{found}, expected_{expected} {
    for (const char* at = text.begin(); at != found.begin(); ++at) {
      column_ = *at == '\n' ? 1 : column_ + 1;
      line_ += *at == '\n' ? 1U : 0U;
    }
  }

  [[nodiscard]] constexpr bool is_none() const noexcept {
    return expected_ == text_expectation::nothing;
  }

  /// Counted from 1; the column in bytes.
  [[nodiscard]] constexpr std::uint32_t line() const noexcept { return line_; }
  [[nodiscard]] constexpr std::uint32_t column() const noexcept { return column_; }
  [[nodiscard]] constexpr text_expectation expected() const noexcept { return expected_; }

  /// What stands there instead, a part of the text; empty at its end.
  [[nodiscard]] constexpr view<char> found() const noexcept { return found_; }

 private:
  view<char> found_{};
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  text_expectation expected_ = text_expectation::nothing;
};

}  // namespace lwm2m::access::inline v0
