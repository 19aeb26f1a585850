#pragma once

#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/text/object_declarations.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::detail {

/// An acl without its entries, as it stands in the text, and where its parts stand that can be
/// doubled.
struct acl_head {
  token word{};
  token id_at{};
  token target_at{};
  object_instance_id id{};
  access_control_target target{};
  access_control_owner owner{};
};

/// The declarations of one document, read into a policy and objects that hold nothing before. What
/// is read goes there at once; a mistake leaves there what was read before it.
template <class Policy, class Objects>
class declaration_reader : public object_declarations<Objects> {
  using base = object_declarations<Objects>;

 public:
  constexpr declaration_reader(view<char> text, Policy& policy, Objects& objects,
                               server_names names = {}) noexcept
      : base{text, objects, names}, policy_{policy} {}

  /// All of a text that holds nothing else.
  constexpr text_mistake read_all() noexcept {
    while (at_.kind() != token_kind::end && declaration()) {
    }
    if (this->mistake().is_none()) (void)has_edition();
    return this->mistake();
  }

 protected:
  using base::at_;
  using base::is_done;
  using base::refuse;
  using base::skip;
  using base::take;

  [[nodiscard]] constexpr bool is_declaration() const noexcept {
    return at_.is("acl") || at_.is("object") || at_.is("absent") || at_.is("servers") ||
           at_.is("edition") || at_.is("access-control") || is_name();
  }

  constexpr bool declaration() noexcept {
    if (at_.is("acl")) return access_control();
    if (at_.is("object")) return this->object();
    if (at_.is("absent")) return this->absent();
    if (at_.is("servers")) return servers();
    if (at_.is("edition")) return edition_line();
    if (at_.is("access-control")) return enabling();
    if (is_name()) return name();
    return refuse(text_expectation::a_declaration);
  }

  /// Begins the next document, from nothing.
  constexpr void restart() noexcept {
    (void)policy_.clear();
    (void)policy_.start(edition{});
    this->objects_.clear();
    is_disabled_ = enabling_is_said_ = policy_is_begun_ = false;
  }

  constexpr bool has_edition() noexcept {
    return policy_is_begun_ || refuse(text_expectation::an_edition_before_it);
  }

  // acl: the parts that a declaration and a check share

  /// All of an acl before its entries.
  constexpr bool take_acl(acl_head& into) noexcept {
    into.word = at_.now();
    if (!has_edition() || !take("acl", text_expectation::acl_or_no_acl)) return false;
    if (at_.kind() == token_kind::path && !take_acl_path(into)) return false;
    return take("for", text_expectation::the_word_for) && take_target(into) &&
           take("owner", text_expectation::the_word_owner) && take_owner(into);
  }

  /// One entry that can stand in the acl of that target.
  constexpr bool take_entry(access_control_target target, acl_entry& into) noexcept {
    return this->take_entry_id(into.id) && take(token_kind::colon, text_expectation::a_colon) &&
           take_rights_of(target, into.rights);
  }

 private:
  // edition, servers, access-control

  constexpr bool edition_line() noexcept {
    if (policy_is_begun_) return refuse(text_expectation::one_edition);
    at_.advance();
    const edition rules = edition_of(edition_at(at_));
    if (!rules.is_valid()) return refuse(text_expectation::an_edition_name);
    (void)policy_.start(rules);
    if (!(policy_.rules() == rules)) return refuse(text_expectation::the_edition_of_the_policy);
    policy_is_begun_ = true;
    at_.advance();
    return !is_disabled_ || is_done(disabled_at_, policy_.disable());
  }

  constexpr bool servers() noexcept {
    at_.advance();
    while (at_.kind() == token_kind::number && !is_request()) {
      short_server_id server;
      if (!this->see_id(server, text_expectation::a_short_server_id)) return false;
      if (!is_done(policy_.add_account(server), text_expectation::room_for_a_server)) return false;
      at_.advance();
    }
    return true;
  }

  /// A name for a Server, where the caller looks names up. The name means nothing else, here or
  /// in the rest of the language; it stands for the number from here on.
  constexpr bool name() noexcept {
    at_.advance();
    if (at_.now().named != 0) return refuse(text_expectation::no_name_twice);
    if (at_.kind() != token_kind::word || means_something(at_))
      return refuse(text_expectation::a_name);
    at_.advance();
    short_server_id server;
    return take(token_kind::equals, text_expectation::an_equals_sign) &&
           this->take_id(server, text_expectation::a_short_server_id);
  }
  [[nodiscard]] constexpr bool is_name() const noexcept {
    return at_.names().find != nullptr && at_.is("server");
  }

  /// A number followed by an operation starts a request.
  [[nodiscard]] constexpr bool is_request() const noexcept {
    scanner next = at_;
    next.advance();
    return operation_at(next) != operation{};
  }

  constexpr bool enabling() noexcept {
    if (enabling_is_said_) return refuse(text_expectation::one_access_control_line);
    enabling_is_said_ = true;
    at_.advance();
    disabled_at_ = at_.now();
    is_disabled_ = skip("disabled");
    if (!is_disabled_) return take("enabled", text_expectation::enabled_or_disabled);
    return !policy_is_begun_ || is_done(disabled_at_, policy_.disable());
  }

  // acl

  constexpr bool access_control() noexcept {
    if (is_disabled_) return refuse(text_expectation::no_acl_beside_disabled);
    acl_head read;
    if (!take_acl(read)) return false;
    if (!read.id.is_valid()) read.id = policy_.lowest_free_id();
    const status added = policy_.add(access_control_view{read.id, read.target, read.owner, {}});
    const token at = added == status::id_doubled       ? read.id_at
                     : added == status::target_doubled ? read.target_at
                                                       : read.word;
    return is_done(at, added, text_expectation::room_for_an_access_control) && entries(read);
  }

  /// The entries of an acl. A few that ascend, as most do, are set together: a constant evaluation
  /// takes two thirds of the steps. Where they cannot be, they are read once more, one by one, and
  /// a mistake is found where it is.
  constexpr bool entries(const acl_head& of) noexcept {
    const scanner begin = at_;
    if (few_entries(of)) return true;
    at_ = begin;
    this->forget_mistake();
    return this->take_braces([this, &of] { return entry(of); });
  }

  constexpr bool few_entries(const acl_head& of) noexcept {
    acl_entry few[16] = {};
    std::size_t count = 0;
    const auto next = [&] {
      if (count == 16 || !take_entry(of.target, few[count])) return false;
      ++count;
      return count == 1 || few[count - 2].id < few[count - 1].id;
    };
    return this->take_braces(next) &&
           (count == 0 || policy_.set_entries(of.id, {few, count}) == status::done);
  }

  constexpr bool entry(const acl_head& of) noexcept {
    const token entry_at = at_.now();
    acl_entry read;
    if (!take_entry(of.target, read)) return false;
    if (policy_.find_id(of.id).find(read.id))
      return refuse(entry_at, text_expectation::no_entry_twice);
    return is_done(entry_at, policy_.set_entry(of.id, read), text_expectation::room_for_an_entry);
  }

  constexpr bool take_acl_path(acl_head& into) noexcept {
    path at;
    into.id_at = at_.now();
    if (!this->take_path(at, text_expectation::an_access_control_path)) return false;
    into.id = at.object_instance();
    return (at.level() == level::object_instance && at.object() == objects::access_control) ||
           refuse(into.id_at, text_expectation::an_access_control_path);
  }

  constexpr bool take_target(acl_head& into) noexcept {
    path at;
    into.target_at = at_.now();
    if (!this->take_path(at, text_expectation::a_target)) return false;
    if (at.level() != level::object && at.level() != level::object_instance)
      return refuse(into.target_at, text_expectation::a_target);
    into.target = access_control_target::of(at);
    return into.target.is_valid() ||
           refuse(into.target_at, text_expectation::a_target_that_can_be_governed);
  }

  constexpr bool take_owner(acl_head& into) noexcept {
    if (skip("bootstrap")) {
      into.owner = bootstrap;
      return true;
    }
    short_server_id server;
    if (!this->see_id(server, text_expectation::an_access_control_owner)) return false;
    if (into.target.is_object_level()) return refuse(text_expectation::bootstrap_as_owner);
    into.owner = server;
    at_.advance();
    return true;
  }

  constexpr bool take_rights_of(access_control_target target, access_rights& into) noexcept {
    const token rights_at = at_.now();
    if (!this->take_rights(into, policy_.rules().highest_access_right)) return false;
    return !target.is_object_level() || object_level_rights.has_all(into) ||
           refuse(rights_at, text_expectation::create_or_no_right);
  }

  Policy& policy_;
  token disabled_at_{};
  bool is_disabled_ = false;
  bool enabling_is_said_ = false;
  bool policy_is_begun_ = false;
};

}  // namespace lwm2m::access::inline v0::detail
