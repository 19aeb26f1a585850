#pragma once

#include <lwm2m/access/text/declarations.hpp>

namespace lwm2m::access::inline v0 {

namespace detail {

/// Objects of a stack that supplies them itself: there is no room for one in a text.
class text_without_objects {
 public:
  struct handle {
    [[nodiscard]] static constexpr bool has_instance(object_instance_id) noexcept { return false; }
  };
  [[nodiscard]] static constexpr std::size_t object_count() noexcept { return 0; }
  [[nodiscard]] static constexpr handle find_object(object_id) noexcept { return {}; }
  static constexpr status add_object(object_id id, multiplicity) noexcept {
    return id == objects::access_control ? status::object_invalid : status::no_room;
  }
  static constexpr status add_instance(object_id, object_instance_id) noexcept {
    return status::no_room;
  }
  static constexpr status add_resource(object_id, const resource_definition&) noexcept {
    return status::no_room;
  }
  static constexpr status add_exception(const object_exception&) noexcept {
    return status::no_room;
  }
  static constexpr void clear() noexcept {}
};

template <editable_policy Policy, class Objects>
constexpr text_mistake parse_into_empty(view<char> text, Policy& policy,
                                        Objects& objects) noexcept {
  if (policy.account_count() != 0 || policy.access_control_count() != 0 || policy.is_disabled() ||
      objects.object_count() != 0)
    return text_mistake{text_expectation::an_empty_policy, text, {text.data(), 0}};
  const edition rules = policy.rules();
  const text_mistake mistake = declaration_reader{text, policy, objects}.read_all();
  if (mistake.is_none()) return mistake;
  (void)policy.clear();
  (void)policy.start(rules);
  objects.clear();
  return mistake;
}

}  // namespace detail

/// Reads a policy text into `policy` and `objects`, which must be empty, under the edition that it
/// names. With a mistake, or when one of them has no room for all of it, both stay empty. Requests
/// belong in a case file (case_file.hpp): here they are a mistake.
///
/// `text` is a string literal or anything with `data()` and `size()`; the mistake borrows from it.
/// Policy and objects can be of any types that meet the concepts.
template <editable_policy Policy, editable_objects Objects>
constexpr text_mistake parse_policy(view<char> text, Policy& policy, Objects& objects) noexcept {
  return detail::parse_into_empty(text, policy, objects);
}

/// The same for a text that declares no object: the stack supplies the objects itself.
template <editable_policy Policy>
constexpr text_mistake parse_policy(view<char> text, Policy& policy) noexcept {
  detail::text_without_objects none;
  return detail::parse_into_empty(text, policy, none);
}

/// Replaces what `policy` and `objects` hold by what the text declares; with a mistake they are
/// left as they are. The text is read into `staged` and `staged_objects` first, memory of the
/// caller's whose contents are lost.
template <editable_policy Policy, editable_objects Objects>
constexpr text_mistake parse_policy(view<char> text, Policy& policy, Objects& objects,
                                    Policy& staged, Objects& staged_objects) noexcept {
  (void)staged.clear();
  staged_objects.clear();
  const text_mistake mistake = detail::parse_into_empty(text, staged, staged_objects);
  if (!mistake.is_none()) return mistake;
  policy.become(staged);
  objects = staged_objects;
  return mistake;
}

/// The same for a text that declares no object.
template <editable_policy Policy>
constexpr text_mistake parse_policy(view<char> text, Policy& policy, Policy& staged) noexcept {
  (void)staged.clear();
  const text_mistake mistake = parse_policy(text, staged);
  if (mistake.is_none()) policy.become(staged);
  return mistake;
}

}  // namespace lwm2m::access::inline v0
