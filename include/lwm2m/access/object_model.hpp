#pragma once

#include <lwm2m/access/ascending_rows.hpp>
#include <lwm2m/access/editable_objects.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/object_exceptions.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/target_index.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// A view of an Object that is stored elsewhere, with all its instances and Resources.
/// Default-constructed it is empty: no Object.
class object_view {
 public:
  constexpr object_view() noexcept = default;
  constexpr object_view(object_id id, multiplicity instances, view<object_instance_id> present,
                        view<resource_definition> resources) noexcept
      : id_{id}, instances_{instances}, present_{present}, resources_{resources} {}

  [[nodiscard]] constexpr explicit operator bool() const noexcept { return id_.is_valid(); }
  [[nodiscard]] constexpr object_id id() const noexcept { return id_; }
  [[nodiscard]] constexpr bool is_single() const noexcept {
    return instances_ == multiplicity::single;
  }
  [[nodiscard]] constexpr view<object_instance_id> instances() const noexcept { return present_; }
  [[nodiscard]] constexpr view<resource_definition> resources() const noexcept {
    return resources_;
  }

  /// Whether it can stand in an `object_model`: instances and Resources are valid and strictly
  /// ascending, and a single Object has one instance at most.
  [[nodiscard]] constexpr bool is_valid() const noexcept {
    for (std::size_t k = 0; k < present_.size(); ++k)
      if (!present_[k].is_valid() || (k > 0 && !(present_[k - 1] < present_[k]))) return false;
    for (std::size_t k = 0; k < resources_.size(); ++k)
      if (!resources_[k] || (k > 0 && !(resources_[k - 1].id() < resources_[k].id()))) return false;
    return !is_single() || present_.size() <= 1;
  }

  friend constexpr bool operator==(const object_view& a, const object_view& b) noexcept {
    return a.id_ == b.id_ && a.instances_ == b.instances_ && equal(a.present_, b.present_) &&
           equal(a.resources_, b.resources_);
  }

 private:
  object_id id_{};
  multiplicity instances_{};
  view<object_instance_id> present_{};
  view<resource_definition> resources_{};
};

/// A handle of an Object in a model; it may be empty. It is two words, and reads the Object only
/// when one of its functions is called. Every instance has each Resource that the Object defines,
/// and every Resource Instance of a multiple Resource exists, but for the exceptions of the model.
/// It borrows the model.
template <class Model>
class object_in {
  static constexpr bool has_exceptions = Model::has_exceptions;

 public:
  static constexpr bool instances_are_alike = !has_exceptions;

  constexpr object_in() noexcept = default;
  constexpr object_in(const Model& from, std::size_t place) noexcept
      : model_{&from}, place_{place} {}

  [[nodiscard]] constexpr explicit operator bool() const noexcept { return place_ != 0; }
  [[nodiscard]] constexpr object_id id() const noexcept { return model_->records_[place_].id; }
  [[nodiscard]] constexpr bool is_single() const noexcept {
    return model_->records_[place_].instances == multiplicity::single;
  }
  [[nodiscard]] constexpr auto instances() const noexcept { return model_->instances_[place_]; }
  [[nodiscard]] constexpr view<resource_definition> resources() const noexcept {
    return model_->resources_[place_];
  }
  constexpr operator object_view() const noexcept { return model_->at(place_); }

  [[nodiscard]] constexpr std::size_t instance_count() const noexcept { return instances().size(); }
  [[nodiscard]] constexpr object_instance_id instance(std::size_t k) const noexcept {
    return instances()[k];
  }
  [[nodiscard]] constexpr bool has_instance(object_instance_id id) const noexcept {
    return model_->instances_.find(place_, id) != nullptr;
  }

  [[nodiscard]] constexpr std::size_t definition_count() const noexcept {
    return resources().size();
  }
  [[nodiscard]] constexpr resource_definition definition_at(std::size_t k) const noexcept {
    return resources()[k];
  }
  [[nodiscard]] constexpr resource_definition definition(resource_id id) const noexcept {
    const resource_definition* const found = model_->resources_.find(place_, id);
    return found != nullptr ? *found : resource_definition{};
  }

  [[nodiscard]] constexpr bool has_resource(object_instance_id in, resource_id id) const noexcept {
    if constexpr (has_exceptions)
      if (excepted(object_exception::absent({this->id(), in, id})) != nullptr) return false;
    return static_cast<bool>(definition(id));
  }
  [[nodiscard]] constexpr bool has_resource_instance(object_instance_id in, resource_id id,
                                                     resource_instance_id n) const noexcept {
    if (!definition(id).is_multiple()) return false;
    if constexpr (has_exceptions) {
      const auto* const own = excepted(object_exception::absent({this->id(), in, id, n}));
      return own != nullptr ? !own->is_absent() : is_listed(id, n);
    }
    return true;
  }

  /// Whether a Bootstrap-Delete keeps that instance (K2).
  [[nodiscard]] constexpr bool is_kept(object_instance_id in) const noexcept {
    if constexpr (has_exceptions) return excepted(object_exception::kept(id(), in)) != nullptr;
    return false;
  }

 private:
  friend Model;

  [[nodiscard]] constexpr const object_exception* excepted(
      const object_exception& like) const noexcept {
    return model_->exceptions_.find(like);
  }

  /// Whether every instance that has the Resource has that Resource Instance.
  [[nodiscard]] constexpr bool is_listed(resource_id resource,
                                         resource_instance_id n) const noexcept {
    return excepted(object_exception::listed(id(), resource)) == nullptr ||
           excepted(object_exception::listed(id(), resource, n)) != nullptr;
  }

  const Model* model_ = nullptr;
  std::size_t place_ = 0;
};

/// The Objects of a Client in place: trivially copyable, without pointers, usable as a constexpr
/// value in flash, all zeros when empty. `Objects`, `Instances` and `Resources` are capacities of
/// the whole model. `Exceptions` is how many differences between instances and the definitions of
/// their Objects fit; with 0 the model takes no memory for them, and the decision does not look for
/// any.
template <std::size_t Objects, std::size_t Instances, std::size_t Resources,
          std::size_t Exceptions = 0>
class object_model {
 public:
  static constexpr bool has_exceptions = Exceptions != 0;

  constexpr object_model() noexcept = default;

  /// The same model with more room.
  template <std::size_t O, std::size_t I, std::size_t R, std::size_t E>
    requires(O <= Objects && I <= Instances && R <= Resources && E <= Exceptions)
  constexpr explicit object_model(const object_model<O, I, R, E>& other) noexcept {
    for (std::size_t k = 0; k < other.object_count(); ++k) (void)add(other.object_at(k));
    for (const object_exception& each : other.exceptions()) (void)add_exception(each);
  }

  [[nodiscard]] constexpr std::size_t object_count() const noexcept { return count_; }
  [[nodiscard]] constexpr object_id object(std::size_t k) const noexcept {
    return records_[k + 1].id;
  }

  /// The `k`-th Object, ascending by ID; empty when `k` is not below the count.
  [[nodiscard]] constexpr object_view object_at(std::size_t k) const noexcept {
    return at(k < object_count() ? k + 1 : index_.none);
  }

  /// The Object of that ID; empty when there is none.
  [[nodiscard]] constexpr object_in<object_model> find_object(object_id id) const noexcept {
    return {*this, index_.find(id.key(), keys())};
  }

  /// How many more instances and Resources fit.
  [[nodiscard]] constexpr std::size_t instance_room() const noexcept { return instances_.room(); }
  [[nodiscard]] constexpr std::size_t resource_room() const noexcept { return resources_.room(); }

  /// The differences between instances and the definitions of their Objects, ascending.
  [[nodiscard]] constexpr view<object_exception> exceptions() const noexcept {
    return exceptions_.all();
  }

  /// Adds an Object with all that it has, which must not lie in this model. `object_invalid` (also
  /// when its instances or Resources are not ascending), `object_doubled` or `no_room`: nothing is
  /// changed.
  constexpr status add(const object_view& added) noexcept {
    const view<object_instance_id> present = added.instances();
    const view<resource_definition> resources = added.resources();
    if (!added.is_valid()) return status::object_invalid;
    if (present.size() > instance_room() || resources.size() > resource_room())
      return status::no_room;
    const auto instances = added.is_single() ? multiplicity::single : multiplicity::multiple;
    const status done = add_object(added.id(), instances);
    if (done != status::done) return done;
    const std::size_t place = find_object(added.id()).place_;
    instances_.insert(place, present);
    resources_.insert(place, resources);
    return status::done;
  }

  /// Adds an Object without instances and Resources. `object_invalid` (a reserved ID, or Object 2,
  /// which is the policy's own), `object_doubled` or `no_room`: nothing is changed.
  constexpr status add_object(object_id id, multiplicity instances) noexcept {
    if (!id.is_valid() || id == objects::access_control) return status::object_invalid;
    if (find_object(id)) return status::object_doubled;
    if (count_ == Objects) return status::no_room;
    const std::size_t place = place_of(id);
    if (place <= count_) index_.shift_up(place);
    for (std::size_t k = ++count_; k > place; --k) records_[k] = records_[k - 1];
    records_[place] = {id, instances};
    instances_.insert_row(place);
    resources_.insert_row(place);
    index_.insert(place, keys());
    return status::done;
  }

  /// `object_unknown`, `resource_invalid`, `resource_doubled` or `no_room`: nothing is changed.
  constexpr status add_resource(object_id object, const resource_definition& added) noexcept {
    const auto to = find_object(object);
    if (!to) return status::object_unknown;
    if (!added) return status::resource_invalid;
    if (resources_.room() == 0)
      return to.definition(added.id()) ? status::resource_doubled : status::no_room;
    return resources_.insert(to.place_, added) ? status::done : status::resource_doubled;
  }

  /// `object_unknown`, `instance_invalid`, `instance_doubled` (a second one of a single Object
  /// too) or `no_room`: nothing is changed.
  constexpr status add_instance(object_id object, object_instance_id added) noexcept {
    const auto to = find_object(object);
    if (!to) return status::object_unknown;
    if (!added.is_valid()) return status::instance_invalid;
    if (to.has_instance(added) || (to.is_single() && to.instance_count() != 0))
      return status::instance_doubled;
    if (instances_.room() == 0) return status::no_room;
    instances_.insert(to.place_, {&added, 1});
    return status::done;
  }

  /// `object_unknown` or `instance_unknown`: nothing is changed.
  constexpr status erase_instance(object_id object, object_instance_id erased) noexcept {
    const auto from = find_object(object);
    if (!from) return status::object_unknown;
    if (!from.has_instance(erased)) return status::instance_unknown;
    instances_.erase(from.place_, erased);
    erase_exceptions(object, erased);
    return status::done;
  }

  /// Adds an exception. Its subject need not exist yet; erasing an instance erases its exceptions.
  /// `instance_doubled` (there is an exception of the same order) or `no_room`: nothing is changed.
  constexpr status add_exception(const object_exception& added) noexcept {
    if (exceptions_.find(added) != nullptr) return status::instance_doubled;
    return set_exception(added);
  }

  /// Erases all exceptions of the instance, which need not exist.
  constexpr void erase_exceptions(object_id object, object_instance_id instance) noexcept {
    exceptions_.erase_of(object, instance);
  }

  /// Makes the Resource or Resource Instance exist, and the Resource of the latter, where the
  /// Object defines it. `no_room`: nothing is changed.
  constexpr status put(const path& at) noexcept {
    const path resource{at.object(), at.object_instance(), at.resource()};
    if (at.level() != level::resource_instance) {
      exceptions_.erase(object_exception::absent(resource));
      return status::done;
    }
    const status done = set_there(at, true);
    if (done == status::done) exceptions_.erase(object_exception::absent(resource));
    return done;
  }

  /// Makes the Resource or Resource Instance not exist. `no_room`: nothing is changed.
  constexpr status take(const path& at) noexcept {
    if (at.level() == level::resource_instance) return set_there(at, false);
    return set_exception(object_exception::absent(at));
  }

  /// Removes everything.
  constexpr void clear() noexcept {
    for (; count_ > 0; --count_) {
      index_.erase(count_, keys());
      records_[count_] = {};
    }
    instances_.clear();
    resources_.clear();
    exceptions_.clear();
  }

  /// Whether both describe the same Objects; capacities are not compared.
  template <std::size_t O, std::size_t I, std::size_t R, std::size_t E>
  [[nodiscard]] constexpr bool operator==(const object_model<O, I, R, E>& other) const noexcept {
    if (object_count() != other.object_count()) return false;
    for (std::size_t k = 0; k < object_count(); ++k)
      if (!(object_at(k) == other.object_at(k))) return false;
    return equal(exceptions(), other.exceptions());
  }

 private:
  friend class object_in<object_model>;

  struct record {
    object_id id;
    multiplicity instances{};
  };
  [[nodiscard]] constexpr auto keys() const noexcept {
    return [this](std::size_t place) -> std::uint32_t { return records_[place].id.key(); };
  }

  [[nodiscard]] constexpr object_view at(std::size_t place) const noexcept {
    return {records_[place].id, records_[place].instances, instances_[place], resources_[place]};
  }

  /// Where the record of `id` is, or would be.
  [[nodiscard]] constexpr std::size_t place_of(object_id id) const noexcept {
    return 1 + first_not([&](std::size_t k) { return object(k) < id; }, object_count());
  }

  constexpr status set_exception(const object_exception& wanted) noexcept {
    return exceptions_.set(wanted) ? status::done : status::no_room;
  }

  /// Sets whether a Resource Instance exists, whatever is listed.
  constexpr status set_there(const path& at, bool is_there) noexcept {
    const object_exception own =
        is_there ? object_exception::present(at) : object_exception::absent(at);
    const auto in = find_object(at.object());
    if (!in || in.is_listed(at.resource(), at.resource_instance()) != is_there)
      return set_exception(own);
    exceptions_.erase(own);
    return status::done;
  }

  target_index<Objects> index_{};
  // Indexed by place. A sentinel stands before the first Object, and one behind the last.
  record records_[Objects + 2] = {};
  std::size_t count_ = 0;
  detail::ascending_rows<object_instance_id, Objects, Instances> instances_{};
  detail::ascending_rows<resource_definition, Objects, Resources> resources_{};
  LWM2M_ACCESS_NO_UNIQUE_ADDRESS object_exceptions<Exceptions> exceptions_{};
};

}  // namespace lwm2m::access::inline v0
