#pragma once

#include <lwm2m/access/c/types.h>
#include <lwm2m/access/c/place.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/object_source.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::c {

/// The ready-made model of the C interface.
using ready_model =
    object_model<LWM2M_ACCESS_C_OBJECTS, LWM2M_ACCESS_C_OBJECT_INSTANCES, LWM2M_ACCESS_C_RESOURCES>;

struct stored_model : made_in_place<0x4C774D6F> {
  ready_model model{};
};
template <>
struct held_in<lwm2m_access_model> {
  using type = stored_model;
};
[[nodiscard]] inline ready_model& in(lwm2m_access_model& storage) noexcept {
  return inside(&storage)->model;
}
[[nodiscard]] inline const ready_model& in(const lwm2m_access_model& storage) noexcept {
  return inside(&storage)->model;
}

[[nodiscard]] constexpr resource_definition resource_from(
    const lwm2m_access_resource& of) noexcept {
  return {resource_id{of.id}, access_type{of.operations}, of.multiple, of.mandatory};
}

/// One of a stack's own Objects, asked through its functions.
class lent_object {
 public:
  constexpr lent_object() noexcept = default;
  constexpr lent_object(const lwm2m_access_objects& from, object_id id) noexcept
      : ask_{from.functions}, context_{from.context}, id_{id.value()} {
    instances_ = id.is_valid() ? ask_->multiplicity(context_, id_) : instances_;
  }

  [[nodiscard]] constexpr explicit operator bool() const noexcept {
    return is_single() || instances_ == LWM2M_ACCESS_MULTIPLICITY_MULTIPLE;
  }
  [[nodiscard]] constexpr bool is_single() const noexcept {
    return instances_ == LWM2M_ACCESS_MULTIPLICITY_SINGLE;
  }
  [[nodiscard]] constexpr std::size_t instance_count() const noexcept {
    return ask_->instance_count(context_, id_);
  }
  [[nodiscard]] constexpr object_instance_id instance(std::size_t k) const noexcept {
    return object_instance_id{ask_->instance(context_, id_, k)};
  }
  [[nodiscard]] constexpr bool has_instance(object_instance_id wanted) const noexcept {
    if (ask_->has_instance) return ask_->has_instance(context_, id_, wanted.value());
    for (std::size_t k = 0; k < instance_count(); ++k)
      if (instance(k) == wanted) return true;
    return false;
  }

  [[nodiscard]] constexpr std::size_t definition_count() const noexcept {
    return ask_->definition_count(context_, id_);
  }
  [[nodiscard]] constexpr resource_definition definition_at(std::size_t k) const noexcept {
    lwm2m_access_resource found{};
    ask_->definition(context_, id_, k, &found);
    return resource_from(found);
  }
  [[nodiscard]] constexpr resource_definition definition(resource_id wanted) const noexcept {
    lwm2m_access_resource found{};
    if (ask_->find_definition)
      return ask_->find_definition(context_, id_, wanted.value(), &found) ? resource_from(found)
                                                                          : resource_definition{};
    for (std::size_t k = 0; k < definition_count(); ++k)
      if (definition_at(k).id() == wanted) return definition_at(k);
    return {};
  }

  // Asked of Resources that are defined, and of Resource Instances of multiple ones.
  [[nodiscard]] constexpr bool has_resource(object_instance_id instance,
                                            resource_id resource) const noexcept {
    return !ask_->has_resource ||
           ask_->has_resource(context_, id_, instance.value(), resource.value());
  }
  [[nodiscard]] constexpr bool has_resource_instance(object_instance_id instance,
                                                     resource_id resource,
                                                     resource_instance_id wanted) const noexcept {
    return !ask_->has_resource_instance ||
           ask_->has_resource_instance(context_, id_, instance.value(), resource.value(),
                                       wanted.value());
  }
  [[nodiscard]] constexpr bool is_kept(object_instance_id instance) const noexcept {
    return ask_->is_kept && ask_->is_kept(context_, id_, instance.value());
  }

 private:
  const lwm2m_access_object_functions* ask_ = nullptr;
  void* context_ = nullptr;
  std::uint16_t id_ = 65535;
  lwm2m_access_multiplicity instances_ = 0;
};

/// A stack's own objects.
class lent_objects {
 public:
  constexpr explicit lent_objects(const lwm2m_access_objects& from) noexcept : from_{from} {}

  [[nodiscard]] constexpr lent_object find_object(object_id id) const noexcept {
    return lent_object{from_, id};
  }
  [[nodiscard]] constexpr std::size_t object_count() const noexcept {
    return from_.functions->object_count(from_.context);
  }
  [[nodiscard]] constexpr object_id object(std::size_t k) const noexcept {
    return object_id{from_.functions->object(from_.context, k)};
  }

 private:
  lwm2m_access_objects from_;
};

/// A ready-made model, which is borrowed.
class borrowed_model {
 public:
  explicit borrowed_model(const lwm2m_access_objects& from) noexcept : model_{in(*from.model)} {}

  [[nodiscard]] constexpr object_in<ready_model> find_object(object_id id) const noexcept {
    return model_.find_object(id);
  }
  [[nodiscard]] constexpr std::size_t object_count() const noexcept {
    return model_.object_count();
  }
  [[nodiscard]] constexpr object_id object(std::size_t k) const noexcept {
    return model_.object(k);
  }

 private:
  const ready_model& model_;
};

/// An Object of either kind: one instantiation of the engine decides over both.
class either_object {
  [[nodiscard]] constexpr auto ask(const auto& question) const noexcept {
    return is_lent_ ? question(lent_) : question(ready_);
  }

 public:
  constexpr explicit either_object(object_in<ready_model> ready) noexcept : ready_{ready} {}
  constexpr explicit either_object(const lent_object& lent) noexcept
      : lent_{lent}, is_lent_{true} {}

  [[nodiscard]] constexpr explicit operator bool() const noexcept {
    return ask([](const auto& it) { return static_cast<bool>(it); });
  }
  [[nodiscard]] constexpr bool is_single() const noexcept {
    return ask([](const auto& it) { return it.is_single(); });
  }
  [[nodiscard]] constexpr std::size_t instance_count() const noexcept {
    return ask([](const auto& it) { return it.instance_count(); });
  }
  [[nodiscard]] constexpr object_instance_id instance(std::size_t k) const noexcept {
    return ask([k](const auto& it) { return it.instance(k); });
  }
  [[nodiscard]] constexpr bool has_instance(object_instance_id id) const noexcept {
    return ask([id](const auto& it) { return it.has_instance(id); });
  }
  [[nodiscard]] constexpr std::size_t definition_count() const noexcept {
    return ask([](const auto& it) { return it.definition_count(); });
  }
  [[nodiscard]] constexpr resource_definition definition_at(std::size_t k) const noexcept {
    return ask([k](const auto& it) { return it.definition_at(k); });
  }
  [[nodiscard]] constexpr resource_definition definition(resource_id id) const noexcept {
    return ask([id](const auto& it) { return it.definition(id); });
  }
  [[nodiscard]] constexpr bool has_resource(object_instance_id instance,
                                            resource_id id) const noexcept {
    return ask([=](const auto& it) { return it.has_resource(instance, id); });
  }
  [[nodiscard]] constexpr bool has_resource_instance(object_instance_id instance,
                                                     resource_id resource,
                                                     resource_instance_id id) const noexcept {
    return ask([=](const auto& it) { return it.has_resource_instance(instance, resource, id); });
  }
  [[nodiscard]] constexpr bool is_kept(object_instance_id id) const noexcept {
    return ask([id](const auto& it) { return it.is_kept(id); });
  }

 private:
  object_in<ready_model> ready_{};
  lent_object lent_{};
  bool is_lent_ = false;
};

/// Objects of either kind.
class either_objects {
 public:
  explicit either_objects(const lwm2m_access_objects& from) noexcept
      : lent_{from}, ready_{from.model ? &in(*from.model) : nullptr} {}

  [[nodiscard]] constexpr either_object find_object(object_id id) const noexcept {
    return ready_ ? either_object{ready_->find_object(id)} : either_object{lent_.find_object(id)};
  }
  [[nodiscard]] constexpr std::size_t object_count() const noexcept {
    return ready_ ? ready_->object_count() : lent_.object_count();
  }
  [[nodiscard]] constexpr object_id object(std::size_t k) const noexcept {
    return ready_ ? ready_->object(k) : lent_.object(k);
  }

 private:
  lent_objects lent_;
  const ready_model* ready_;
};
static_assert(object_source<lent_objects> && object_source<borrowed_model> &&
              object_source<either_objects>);

/// What `lwm2m_access_objects` means. A stack that has one kind of objects only leaves the other
/// out, with LWM2M_ACCESS_C_WITHOUT_MODEL or LWM2M_ACCESS_C_WITHOUT_FUNCTIONS.
#if defined(LWM2M_ACCESS_C_WITHOUT_MODEL)
using client_objects = lent_objects;
#elif defined(LWM2M_ACCESS_C_WITHOUT_FUNCTIONS)
using client_objects = borrowed_model;
#else
using client_objects = either_objects;
#define LWM2M_ACCESS_C_EITHER
#endif

/// Calls `f` with the objects. Where speed is asked for, the engine is made for each kind.
template <class F>
LWM2M_ACCESS_ALWAYS_INLINE inline auto with_objects(const lwm2m_access_objects& from,
                                                    const F& f) noexcept {
#if defined(LWM2M_ACCESS_C_EITHER) && !defined(__OPTIMIZE_SIZE__)
  return from.model ? f(in(*from.model)) : f(lent_objects{from});
#else
  return f(client_objects{from});
#endif
}

}  // namespace lwm2m::access::inline v0::c
