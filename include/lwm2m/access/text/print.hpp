#pragma once

#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/text/printer.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// All of a text but its objects, which `print_objects` writes in between.
template <readable_policy Policy, text_sink Sink>
constexpr void print_around(const Policy& policy, printer<Sink>& out, const auto& print_objects) {
  if (!policy.rules().is_valid()) return;
  out.edition_line(policy.rules());
  out.servers(policy.accounts());
  if (policy.is_disabled()) out.word("access-control disabled\n");
  print_objects();
  in_order(
      policy.access_control_count(),
      [&](std::size_t k) { return object_instance_id{policy.access_control_id(k)}; },
      [&](object_instance_id id) {
        out.access_control(policy.find_id(id));
        out.word("\n");
      });
}

}  // namespace detail

/// Writes what `policy` grants and what `objects` hold as policy text in its canonical form: what
/// `parse_policy` reads from it is the same policy and the same objects, and printed again it is
/// the same text. A policy without an edition has no text: nothing is written. Policy and objects
/// can be of any types that meet the concepts, in whichever order they keep what they hold.
template <readable_policy Policy, object_source Objects, text_sink Sink>
constexpr void print_policy(const Policy& policy, const Objects& objects, Sink&& sink) {
  detail::printer out{sink};
  detail::print_around(policy, out, [&] { detail::object_printer{objects, out}.print(); });
}

/// The same without objects, for a stack that supplies them itself.
template <readable_policy Policy, text_sink Sink>
constexpr void print_policy(const Policy& policy, Sink&& sink) {
  detail::printer out{sink};
  detail::print_around(policy, out, [] {});
}

/// Writes a path, as `/3/0/1`; nothing for no path.
template <text_sink Sink>
constexpr void print_path(const path& at, Sink&& sink) {
  if (!at.is_none()) detail::printer{sink}.path(at);
}

/// Writes an operation as a request of a case file names it: `read`, `write-attributes`; nothing
/// for no operation.
template <text_sink Sink>
constexpr void print_operation(operation op, Sink&& sink) {
  for (const detail::operation_word& each : detail::operation_words)
    if (each.op == op) detail::printer{sink}.word(each.word);
}

/// Writes one Access Control Object Instance as the acl that declares it.
template <text_sink Sink>
constexpr void print_access_control(const readable_access_control auto& one, Sink&& sink) {
  detail::printer{sink}.access_control(one);
}

/// Writes a text with one space between its tokens, and none before a colon or a comma: a statement
/// of a case file on one line, without what is said about it in comments.
template <text_sink Sink>
constexpr void print_tokens(view<char> text, Sink&& sink) {
  detail::printer out{sink};
  detail::scanner at{text};
  for (bool first = true; at.kind() != detail::token_kind::end; at.advance()) {
    const bool is_joined =
        at.kind() == detail::token_kind::colon || at.kind() == detail::token_kind::comma;
    if (!first && !is_joined) out.word(" ");
    first = false;
    out.text(text.data() + at.now().begin, at.now().end - at.now().begin);
  }
}

}  // namespace lwm2m::access::inline v0
