#pragma once

#include <lwm2m/access/c/model.h>
#include <lwm2m/access/c/arguments.hpp>

// The functions that make and edit a ready-made object model. Included by access_c.hpp.

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
