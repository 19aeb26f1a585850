#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/object_exceptions.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/text/words.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Takes a text part by part: called with (pointer, size), or else with one character at a time.
template <class Sink>
concept text_sink = requires(Sink& sink, const char* text, std::size_t size) {
  sink(text, size);
} || requires(Sink& sink, char c) { sink(c); };

namespace detail {

/// Visits the `count` IDs that `id_at` gives in ascending order, of whichever order they are.
constexpr void in_order(std::size_t count, const auto& id_at, const auto& visit) {
  bool ascends = true;
  for (std::size_t k = 1; k < count; ++k) ascends = ascends && id_at(k - 1) < id_at(k);
  std::size_t last = 0;
  for (std::size_t n = 0; n < count; ++n) {
    std::size_t next = ascends ? n : count;
    for (std::size_t k = 0; !ascends && k < count; ++k)
      if ((n == 0 || id_at(last) < id_at(k)) && (next == count || id_at(k) < id_at(next))) next = k;
    if (next == count) return;
    last = next;
    visit(id_at(next));
  }
}

/// Writes the parts of the language to a sink.
template <text_sink Sink>
class printer {
 public:
  constexpr explicit printer(Sink& sink) noexcept : sink_{sink} {}

  constexpr void text(const char* text, std::size_t size) {
    if constexpr (requires { sink_(text, size); })
      sink_(text, size);
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
  constexpr void number_behind_space(std::uint32_t value) {
    word(" ");
    number(value);
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
    if (value.has_reserved())
      number(value.raw());
    else
      bits(value.raw(), right_letters);
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
    if (accounts.empty()) return;
    word("servers");
    in_order(
        accounts.size(), [&](std::size_t k) { return accounts[k]; },
        [this](short_server_id server) { number_behind_space(server.value()); });
    word("\n");
  }

  constexpr void owner(access_control_owner who) {
    if (who.is_bootstrap())
      word("bootstrap");
    else
      number(who.server().value());
  }

  /// What stands before an item between braces.
  constexpr void separate(bool is_first) { word(is_first ? keyword{" "} : keyword{", "}); }

  constexpr void entry(const acl_entry& one) {
    if (one.id.is_default())
      word("default");
    else
      number(one.id.value());
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
    word(" {");
    bool is_first = true;
    for (const acl_entry each : one.entries()) {
      separate(is_first);
      entry(each);
      is_first = false;
    }
    word(" }");
  }

 private:
  Sink& sink_;
};

/// Writes the statements about objects. Of objects that keep exceptions, these; of others, what
/// their handles can be asked for.
template <object_source Objects, text_sink Sink>
class object_printer {
 public:
  constexpr object_printer(const Objects& objects, printer<Sink>& out) noexcept
      : objects_{objects}, out_{out} {}

  /// Every Object but Object 2, which is the policy's own, then what is absent.
  constexpr void print() {
    for_each_object([this](object_id id) { object(id); });
    bool is_first = true;
    for_each_absent([&](const path& at) {
      out_.word(is_first ? keyword{"absent "} : keyword{" "});
      out_.path(at);
      is_first = false;
    });
    if (!is_first) out_.word("\n");
  }

 private:
  static constexpr bool has_exceptions = requires(const Objects& all) { all.exceptions(); };
  using handle = object_handle_of<Objects>;

  constexpr void for_each_object(const auto& visit) const {
    in_order(
        objects_.object_count(), [this](std::size_t k) { return objects_.object(k); },
        [&](object_id id) {
          if (id != objects::access_control) visit(id);
        });
  }
  static constexpr void for_each_instance(const handle& of, const auto& visit) {
    in_order(of.instance_count(), [&](std::size_t k) { return of.instance(k); }, visit);
  }
  static constexpr void for_each_resource(const handle& of, const auto& visit) {
    in_order(of.definition_count(), [&](std::size_t k) { return of.definition_at(k).id(); }, visit);
  }

  constexpr void object(object_id id) {
    const handle one = objects_.find_object(id);
    out_.word("object /");
    out_.number(id.value());
    out_.word(one.is_single() ? keyword{" single"} : keyword{" multiple"});
    if (one.instance_count() != 0) out_.word(" instances");
    for_each_instance(one, [this](object_instance_id k) { out_.number_behind_space(k.value()); });
    if constexpr (requires { one.is_kept({}); }) kept(one);
    out_.word(" {");
    bool is_first = true;
    for_each_resource(one, [&](resource_id each) {
      out_.separate(is_first);
      resource(id, one.definition(each));
      is_first = false;
    });
    out_.word(" }\n");
  }

  constexpr void kept(const handle& of) {
    bool is_first = true;
    for_each_instance(of, [&](object_instance_id each) {
      if (!of.is_kept(each)) return;
      if (is_first) out_.word(" kept");
      out_.number_behind_space(each.value());
      is_first = false;
    });
  }

  constexpr void resource(object_id of, const resource_definition& one) {
    out_.number(one.id().value());
    out_.word(": ");
    out_.bits(one.operations().raw(), operation_letters);
    if (one.is_multiple()) out_.word(" multiple");
    if constexpr (has_exceptions)
      if (one.is_multiple()) resource_instances(of, one.id());
    if (one.is_mandatory()) out_.word(" mandatory");
  }

  /// The Resource Instances of a Resource, where they are listed.
  constexpr void resource_instances(object_id of, resource_id in) {
    bool is_listed = false;
    for (const object_exception& each : view<object_exception>{objects_.exceptions()}) {
      if (!each.is_listed() || each.object() != of || each.resource() != in) continue;
      if (!is_listed) out_.word(" {");
      is_listed = true;
      if (each.resource_instance().is_valid())
        out_.number_behind_space(each.resource_instance().value());
    }
    if (is_listed) out_.word(" }");
  }

  constexpr void for_each_absent(const auto& visit) const {
    if constexpr (has_exceptions) {
      for (const object_exception& each : view<object_exception>{objects_.exceptions()})
        if (each.is_absent()) visit(each.at());
    } else if constexpr (!handle_of_alike_instances<handle>) {
      for_each_object([&](object_id id) {
        const handle of = objects_.find_object(id);
        for_each_instance(of, [&](object_instance_id in) {
          for_each_resource(of, [&](resource_id each) {
            if (!of.has_resource(in, each)) visit(path{id, in, each});
          });
        });
      });
    }
  }

  const Objects& objects_;
  printer<Sink>& out_;
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0
