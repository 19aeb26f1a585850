#pragma once

#include <lwm2m/access/editable_objects.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/text/reader.hpp>
#include <lwm2m/access/text/words.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0::detail {

/// What a refused change to a policy or to objects says of the text; `room` when there is none.
[[nodiscard]] constexpr text_expectation expectation_of(status why,
                                                        text_expectation room) noexcept {
  struct row {
    status why;
    text_expectation expected;
  };
  constexpr row rows[] = {
      {status::server_doubled, text_expectation::no_server_twice},
      {status::edition_cannot_disable, text_expectation::an_edition_that_can_disable},
      {status::access_control_present, text_expectation::no_acl_beside_disabled},
      {status::object_invalid, text_expectation::an_object_other_than_2},
      {status::object_doubled, text_expectation::no_object_twice},
      {status::resource_doubled, text_expectation::no_resource_twice},
      {status::id_doubled, text_expectation::no_access_control_twice},
      {status::target_doubled, text_expectation::no_target_twice},
  };
  for (const row& each : rows)
    if (each.why == why) return each.expected;
  return room;
}

/// The statements about objects, `object` and `absent`, read into `Objects` one by one: nothing of
/// them is kept here.
template <class Objects>
class object_declarations : public text_reader {
 public:
  constexpr object_declarations(view<char> text, Objects& objects, server_names names = {}) noexcept
      : text_reader{text, names}, objects_{objects} {}

 protected:
  constexpr bool object() noexcept {
    at_.advance();
    const token object_at = at_.now();
    path at;
    if (!take_path(at, text_expectation::an_object)) return false;
    if (at.level() != level::object) return refuse(object_at, text_expectation::an_object);
    const bool is_single = at_.is("single");
    if (!skip("single") && !take("multiple", text_expectation::single_or_multiple)) return false;
    const object_id id = at.object();
    const auto can_have = is_single ? multiplicity::single : multiplicity::multiple;
    return is_done(object_at, objects_.add_object(id, can_have),
                   text_expectation::room_for_an_object) &&
           instances(id, is_single) && kept(id) && take_braces([this, id] { return resource(id); });
  }

  constexpr bool absent() noexcept {
    at_.advance();
    do {
      const token path_at = at_.now();
      path at;
      if (!take_path(at, text_expectation::a_resource_or_its_instance)) return false;
      if (at.level() < level::resource)
        return refuse(path_at, text_expectation::a_resource_or_its_instance);
      if (!except(path_at, object_exception::absent(at), text_expectation::no_path_twice))
        return false;
    } while (at_.kind() == token_kind::path);
    return true;
  }

  // whether a policy or objects took a change

  constexpr bool is_done(const token& at, status what, text_expectation room = {}) noexcept {
    return what == status::done || refuse(at, expectation_of(what, room));
  }
  constexpr bool is_done(status what, text_expectation room) noexcept {
    return is_done(at_.now(), what, room);
  }

  Objects& objects_;

 private:
  constexpr bool instances(object_id of, bool is_single) noexcept {
    if (!skip("instances")) return true;
    for (bool is_first = true; at_.kind() == token_kind::number; is_first = false) {
      object_instance_id id;
      if (!see_id(id, text_expectation::an_object_instance_id)) return false;
      if (is_single && !is_first) return refuse(text_expectation::one_instance_of_a_single_object);
      const status added = objects_.add_instance(of, id);
      if (added == status::instance_doubled) return refuse(text_expectation::no_instance_twice);
      if (!is_done(added, text_expectation::room_for_an_instance)) return false;
      at_.advance();
    }
    return true;
  }

  constexpr bool kept(object_id of) noexcept {
    if (!skip("kept")) return true;
    while (at_.kind() == token_kind::number) {
      object_instance_id id;
      if (!see_id(id, text_expectation::an_object_instance_id)) return false;
      if (!objects_.find_object(of).has_instance(id))
        return refuse(text_expectation::an_instance_of_the_object);
      if (!except(at_.now(), object_exception::kept(of, id), text_expectation::no_instance_twice))
        return false;
      at_.advance();
    }
    return true;
  }

  constexpr bool resource(object_id of) noexcept {
    const token id_at = at_.now();
    resource_id id;
    access_type operations;
    if (!take_id(id, text_expectation::a_resource_id)) return false;
    if (!take(token_kind::colon, text_expectation::a_colon)) return false;
    if (!skip_letters(operations, operation_letters))
      return refuse(text_expectation::an_access_type);
    const bool says_more = at_.kind() == token_kind::word;
    const bool multiple = says_more && skip("multiple");
    if (multiple && at_.kind() == token_kind::open && !resource_instances(of, id)) return false;
    const bool mandatory = says_more && skip("mandatory");
    return is_done(id_at, objects_.add_resource(of, {id, operations, multiple, mandatory}),
                   text_expectation::room_for_a_resource);
  }

  constexpr bool resource_instances(object_id of, resource_id in) noexcept {
    if (!except(at_.now(), object_exception::listed(of, in), text_expectation::no_resource_twice))
      return false;
    at_.advance();
    while (!skip(token_kind::close)) {
      resource_instance_id id;
      if (!see_id(id, text_expectation::a_resource_instance_or_closing_brace) ||
          !except(at_.now(), object_exception::listed(of, in, id),
                  text_expectation::no_resource_instance_twice))
        return false;
      at_.advance();
    }
    return true;
  }

  constexpr bool except(const token& at, const object_exception& one,
                        text_expectation not_twice) noexcept {
    const status added = objects_.add_exception(one);
    if (added == status::instance_doubled) return refuse(at, not_twice);
    return is_done(at, added, text_expectation::room_for_an_exception);
  }
};

}  // namespace lwm2m::access::inline v0::detail
