#pragma once

#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/text/words.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Takes a text part by part: called with (pointer, size), or else with one character at a time.
template <class Sink>
concept text_sink =
    requires(Sink& sink, const char* text, std::size_t size) { sink(text, size); } ||
    requires(Sink& sink, char c) { sink(c); };

namespace detail {

/// Writes the parts of the language to a sink.
template <text_sink Sink>
class printer {
 public:
  constexpr explicit printer(Sink& sink) noexcept : sink_{sink} {}

  constexpr void text(const char* text, std::size_t size) {
    if constexpr (requires { sink_(text, size); }) sink_(text, size);
    else
      for (std::size_t i = 0; i < size; ++i) sink_(text[i]);
  }
  constexpr void word(keyword word) { text(word.text, word.size); }

  constexpr void number(std::uint32_t value) {
    char digits[10] = {};
    std::size_t first = sizeof digits;
    do {
      digits[--first] = static_cast<char>('0' + value % 10);
      value /= 10;
    } while (value != 0);
    text(digits + first, sizeof digits - first);
  }

  /// The letters of the bits, in their order; `-` for none.
  template <std::size_t N>
  constexpr void bits(unsigned raw, const bit_letter (&letters)[N]) {
    bool any = false;
    for (const bit_letter& each : letters) {
      if ((raw & each.bit) == 0) continue;
      text(&each.letter, 1);
      any = true;
    }
    if (!any) word("-");
  }

  /// A number only where letters cannot say it.
  constexpr void rights(access_rights value) {
    if (value.has_reserved()) number(value.raw());
    else bits(value.raw(), right_letters);
  }

  constexpr void path(const access::path& at) {
    const std::uint16_t ids[] = {at.object().value(), at.object_instance().value(),
                                 at.resource().value(), at.resource_instance().value()};
    const auto depth = static_cast<std::size_t>(at.level()) - static_cast<std::size_t>(level::root);
    if (depth == 0) word("/");
    for (std::size_t i = 0; i < depth; ++i) {
      word("/");
      number(ids[i]);
    }
  }

  constexpr void edition_line(const edition& rules) {
    for (const edition_word& each : edition_words) {
      if (each.name != rules.name) continue;
      word("edition ");
      word(each.word);
      word("\n");
    }
  }

  constexpr void servers(view<short_server_id> accounts) {
    if (!accounts.empty()) word("servers");
    for (const short_server_id server : accounts) {
      word(" ");
      number(server.value());
    }
    if (!accounts.empty()) word("\n");
  }

  constexpr void owner(access_control_owner who) {
    if (who.is_bootstrap()) word("bootstrap");
    else number(who.server().value());
  }

  /// Braces around `count` items, each printed by `item(k)`.
  template <class Item>
  constexpr void braces(std::size_t count, const Item& item) {
    word("{");
    for (std::size_t k = 0; k < count; ++k) {
      word(k == 0 ? keyword{" "} : keyword{", "});
      item(k);
    }
    word(" }");
  }

  constexpr void entry(const acl_entry& one) {
    if (one.id.is_default()) word("default");
    else number(one.id.value());
    word(": ");
    rights(one.rights);
  }

  constexpr void access_control(const readable_access_control auto& one) {
    word("acl /2/");
    number(one.id().value());
    word(" for ");
    path(one.target().is_object_level()
             ? access::path{one.target().object()}
             : access::path{one.target().object(), one.target().instance()});
    word(" owner ");
    owner(one.owner());
    word(" ");
    braces(one.entries().size(), [&](std::size_t k) { entry(one.entries()[k]); });
  }

  constexpr void resource(const resource_definition& one) {
    number(one.id().value());
    word(": ");
    bits(one.operations().raw(), operation_letters);
    if (one.is_multiple()) word(" multiple");
    if (one.is_mandatory()) word(" mandatory");
  }

  constexpr void object(const object_view& one) {
    word("object /");
    number(one.id().value());
    word(one.is_single() ? keyword{" single "} : keyword{" multiple "});
    if (!one.instances().empty()) word("instances ");
    for (const object_instance_id id : one.instances()) {
      number(id.value());
      word(" ");
    }
    braces(one.resources().size(), [&](std::size_t k) { resource(one.resources()[k]); });
  }

 private:
  Sink& sink_;
};

}  // namespace detail

/// Writes what `policy` grants and what `objects` hold as policy text in its canonical form: what
/// `parse_policy` reads from it is the same policy and the same objects, and printed again it is
/// the same text. A policy without an edition has no text: nothing is written.
template <std::size_t Instances, std::size_t Entries, std::size_t Accounts, class Edition,
          std::size_t Objects, std::size_t ObjectInstances, std::size_t Resources, text_sink Sink>
constexpr void print_policy(const policy<Instances, Entries, Accounts, Edition>& policy,
                            const object_model<Objects, ObjectInstances, Resources>& objects,
                            Sink&& sink) {
  detail::printer out{sink};
  if (!policy.rules().is_valid()) return;
  out.edition_line(policy.rules());
  out.servers(policy.accounts());
  if (policy.is_disabled()) out.word("access-control disabled\n");
  for (std::size_t k = 0; k < objects.object_count(); ++k) {
    out.object(objects.object_at(k));
    out.word("\n");
  }
  for (std::size_t k = 0; k < policy.access_control_count(); ++k) {
    out.access_control(policy.access_control_at(k));
    out.word("\n");
  }
}

/// The same without objects, for a stack that supplies the object model itself.
template <std::size_t Instances, std::size_t Entries, std::size_t Accounts, class Edition,
          text_sink Sink>
constexpr void print_policy(const policy<Instances, Entries, Accounts, Edition>& policy,
                            Sink&& sink) {
  print_policy(policy, object_model<0, 0, 0>{}, sink);
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
