#pragma once

#include <lwm2m/access/c/store.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/c/tell.hpp>
#include <lwm2m/access/text/parse.hpp>

// The functions that load policy text. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// The objects that a text declares, in a ready-made model or, where there is none, nowhere: one
/// reader for both.
class declared_objects {
 public:
  constexpr explicit declared_objects(ready_model* to) noexcept : model_{to} {}

  [[nodiscard]] constexpr object_in<ready_model> find_object(object_id id) const noexcept {
    return model_ ? model_->find_object(id) : object_in<ready_model>{};
  }
  [[nodiscard]] constexpr std::size_t object_count() const noexcept {
    return model_ ? model_->object_count() : 0;
  }
  [[nodiscard]] constexpr object_id object(std::size_t k) const noexcept {
    return model_->object(k);
  }
  constexpr status add_object(object_id id, multiplicity instances) noexcept {
    if (!model_ && id == access::objects::access_control) return status::object_invalid;
    return model_ ? model_->add_object(id, instances) : status::no_room;
  }
  constexpr status add_instance(object_id object, object_instance_id id) noexcept {
    return model_ ? model_->add_instance(object, id) : status::no_room;
  }
  constexpr status add_resource(object_id object, const resource_definition& added) noexcept {
    return model_ ? model_->add_resource(object, added) : status::no_room;
  }
  constexpr status add_exception(const object_exception& added) noexcept {
    return model_ ? model_->add_exception(added) : status::no_room;
  }
  constexpr void clear() noexcept {
    if (model_) model_->clear();
  }

 private:
  ready_model* model_;
};

/// Reads a text into an empty policy, and an empty model unless it is null, which must come to be
/// under `rules`, where these are an edition.
inline lwm2m_access_status read_text(view<char> text, ready_policy& policy, ready_model* model,
                                     const edition& rules,
                                     lwm2m_access_text_error* error) noexcept {
  declared_objects declared{model};
  const text_mistake mistake = parse_policy(text, policy, declared);
  if (!mistake.is_none()) {
    if (error) *error = {mistake.line(), mistake.column(), number_of(mistake.expected())};
    return LWM2M_ACCESS_STATUS_TEXT_WRONG;
  }
  if (!rules.is_valid() || policy.rules() == rules) return done;
  (void)policy.clear();
  (void)policy.start(rules);
  declared.clear();
  return LWM2M_ACCESS_STATUS_EDITION_DIFFERS;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_load_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                           const char* text, size_t size,
                                           const lwm2m_access_listener* listener,
                                           lwm2m_access_text_error* error) {
  using namespace lwm2m::access;
  if (error) *error = {};
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(text),
                                    model ? c::check_made(model) : c::done);
  if (wrong != c::done) return wrong;
  auto& into = c::in(*policy);
  const edition rules = into.rules();
  const auto read =
      c::read_text({text, size}, into, model ? &c::in(*model) : nullptr, rules, error);
  if (read == c::done) c::teller{listener}.replaced();
  return read;
}

lwm2m_access_status lwm2m_access_reload_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                             lwm2m_access_policy* staged,
                                             lwm2m_access_model* staged_model, const char* text,
                                             size_t size, const lwm2m_access_listener* listener,
                                             lwm2m_access_text_error* error) {
  using namespace lwm2m::access;
  if (error) *error = {};
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_made(staged),
                                    c::check_given(text), model ? c::check_made(model) : c::done,
                                    model ? c::check_made(staged_model) : c::done);
  if (wrong != c::done) return wrong;
  auto& read_policy = c::in(*staged);
  auto* const read_model = model ? &c::in(*staged_model) : nullptr;
  (void)read_policy.clear();
  if (read_model) read_model->clear();
  const auto read =
      c::read_text({text, size}, read_policy, read_model, c::in(*policy).rules(), error);
  if (read != c::done) return read;
  c::in(*policy).become(read_policy);
  if (read_model) c::in(*model) = *read_model;
  c::teller{listener}.replaced();
  return c::done;
}
