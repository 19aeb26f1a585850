#pragma once

#include <lwm2m/access/c/model.h>
#include <lwm2m/access/c/arguments.hpp>

// The functions that make, edit and walk a ready-made object model. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

[[nodiscard]] constexpr lwm2m_access_object to_c(const object_view& from) noexcept {
  const auto instances =
      from.is_single() ? LWM2M_ACCESS_MULTIPLICITY_SINGLE : LWM2M_ACCESS_MULTIPLICITY_MULTIPLE;
  return {from.id().value(), static_cast<lwm2m_access_multiplicity>(instances),
          from.instances().size(), from.resources().size()};
}
[[nodiscard]] constexpr lwm2m_access_resource to_c(const resource_definition& from) noexcept {
  return {from.id().value(), from.operations().raw(), from.is_multiple(), from.is_mandatory()};
}
[[nodiscard]] constexpr std::uint16_t to_c(object_instance_id id) noexcept { return id.value(); }

/// Of a function that stores what it finds in a model.
inline lwm2m_access_status check_walk(const lwm2m_access_model* model, auto* found) noexcept {
  if (found) *found = {};
  return first_wrong(check_made(model), check_given(found));
}

/// Stores the k-th of what `all` takes from the Object of that ID.
inline lwm2m_access_status find_in_object(const lwm2m_access_model* model, std::int64_t object,
                                          std::size_t k, auto* found, const auto& all) noexcept {
  const auto wrong = check_walk(model, found);
  if (wrong != done) return wrong;
  const object_view of = in(*model).find_object(object_id{object});
  if (!of) return LWM2M_ACCESS_STATUS_OBJECT_UNKNOWN;
  if (k >= all(of).size()) return LWM2M_ACCESS_STATUS_NO_SUCH_PLACE;
  *found = to_c(all(of)[k]);
  return done;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_model_make(lwm2m_access_model* model, size_t size) {
  using namespace lwm2m::access;
  const auto wrong = c::check_place(model, size);
  if (wrong == c::done) new (static_cast<void*>(model)) c::stored_model{};
  return wrong;
}

lwm2m_access_status lwm2m_access_model_add_object(lwm2m_access_model* model, int64_t object,
                                                  lwm2m_access_multiplicity instances) {
  using namespace lwm2m::access;
  const bool single = instances == LWM2M_ACCESS_MULTIPLICITY_SINGLE;
  const bool known = single || instances == LWM2M_ACCESS_MULTIPLICITY_MULTIPLE;
  const auto wrong = c::first_wrong(c::check_made(model), c::check_enumeration(known));
  if (wrong != c::done) return wrong;
  return c::to_c(c::in(*model).add_object(object_id{object},
                                          single ? multiplicity::single : multiplicity::multiple));
}

lwm2m_access_status lwm2m_access_model_add_resource(lwm2m_access_model* model, int64_t object,
                                                    const lwm2m_access_resource* resource) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_made(model), c::check_given(resource));
  if (wrong != c::done) return wrong;
  return c::to_c(c::in(*model).add_resource(object_id{object}, c::resource_from(*resource)));
}

lwm2m_access_status lwm2m_access_model_add_instance(lwm2m_access_model* model, int64_t object,
                                                    int64_t instance) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(model);
  if (wrong != c::done) return wrong;
  return c::to_c(c::in(*model).add_instance(object_id{object}, object_instance_id{instance}));
}

lwm2m_access_status lwm2m_access_model_erase_instance(lwm2m_access_model* model, int64_t object,
                                                      int64_t instance) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(model);
  if (wrong != c::done) return wrong;
  return c::to_c(c::in(*model).erase_instance(object_id{object}, object_instance_id{instance}));
}

size_t lwm2m_access_model_object_count(const lwm2m_access_model* model) {
  using namespace lwm2m::access;
  return c::check_made(model) == c::done ? c::in(*model).object_count() : 0;
}

lwm2m_access_status lwm2m_access_model_object_at(const lwm2m_access_model* model, size_t k,
                                                 lwm2m_access_object* found) {
  using namespace lwm2m::access;
  const auto wrong = c::check_walk(model, found);
  if (wrong != c::done) return wrong;
  if (k >= c::in(*model).object_count()) return LWM2M_ACCESS_STATUS_NO_SUCH_PLACE;
  *found = c::to_c(c::in(*model).object_at(k));
  return c::done;
}

lwm2m_access_status lwm2m_access_model_find_object(const lwm2m_access_model* model, int64_t object,
                                                   lwm2m_access_object* found) {
  using namespace lwm2m::access;
  const auto wrong = c::check_walk(model, found);
  if (wrong != c::done) return wrong;
  const object_view of = c::in(*model).find_object(object_id{object});
  if (!of) return LWM2M_ACCESS_STATUS_OBJECT_UNKNOWN;
  *found = c::to_c(of);
  return c::done;
}

lwm2m_access_status lwm2m_access_model_instance_at(const lwm2m_access_model* model, int64_t object,
                                                   size_t k, uint16_t* instance) {
  using namespace lwm2m::access;
  const auto instances = [](const object_view& of) { return of.instances(); };
  return c::find_in_object(model, object, k, instance, instances);
}

lwm2m_access_status lwm2m_access_model_resource_at(const lwm2m_access_model* model, int64_t object,
                                                   size_t k, lwm2m_access_resource* found) {
  using namespace lwm2m::access;
  const auto resources = [](const object_view& of) { return of.resources(); };
  return c::find_in_object(model, object, k, found, resources);
}

bool lwm2m_access_model_find_resource(const lwm2m_access_model* model, int64_t object,
                                      int64_t resource, lwm2m_access_resource* found) {
  using namespace lwm2m::access;
  if (c::check_walk(model, found) != c::done) return false;
  const auto of = c::in(*model).find_object(object_id{object});
  const auto defined = of ? of.definition(resource_id{resource}) : resource_definition{};
  if (defined) *found = c::to_c(defined);
  return static_cast<bool>(defined);
}

bool lwm2m_access_model_has_instance(const lwm2m_access_model* model, int64_t object,
                                     int64_t instance) {
  using namespace lwm2m::access;
  if (c::check_made(model) != c::done) return false;
  const auto of = c::in(*model).find_object(object_id{object});
  return of && of.has_instance(object_instance_id{instance});
}
