// The object model against a reference of std::maps: whatever is added and erased, in whatever
// order, and what is refused changes nothing.

#include <lwm2m/access/object_model.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/dice.hpp"
#include "support/refusing_index.hpp"

/// The index of a size that no other test has.
struct is_object_7 {
  bool operator()(std::uint32_t key) const noexcept { return key == 7; }
};
template <>
class lwm2m::access::target_index<1019> : public refusing_index<is_object_7> {};

namespace {

namespace lac = lwm2m::access;
using lac::multiplicity, lac::object_id, lac::object_instance_id, lac::resource_definition,
    lac::resource_id, lac::resource_instance_id, lac::status;

constexpr unsigned object_ids[] = {0, 1, 2, 3, 7, 9, 40, 65534, 65535};
constexpr unsigned other_ids[] = {0, 1, 2, 5, 65534, 65535};

struct reference_object {
  multiplicity how{};
  std::set<unsigned> instances;
  std::map<unsigned, resource_definition> resources;
};

/// What is said of an `object_model`, without its room.
struct reference {
  std::map<unsigned, reference_object> objects;

  [[nodiscard]] std::size_t instances() const {
    std::size_t all = 0;
    for (const auto& [id, object] : objects) all += object.instances.size();
    return all;
  }
  [[nodiscard]] std::size_t resources() const {
    std::size_t all = 0;
    for (const auto& [id, object] : objects) all += object.resources.size();
    return all;
  }
};

template <class T>
std::vector<T> listed(lac::view<T> all) {
  return {all.begin(), all.end()};
}
std::vector<object_instance_id> instances_of(const reference_object& object) {
  std::vector<object_instance_id> all;
  for (const unsigned id : object.instances) all.emplace_back(id);
  return all;
}
std::vector<resource_definition> resources_of(const reference_object& object) {
  std::vector<resource_definition> all;
  for (const auto& [id, resource] : object.resources) all.push_back(resource);
  return all;
}

/// Whether an Object, found or listed, says what the reference says of it.
template <class Object>
bool says(const Object& given, unsigned id, const reference_object& wanted) {
  const auto instances = instances_of(wanted);
  const auto resources = resources_of(wanted);
  bool right = given && given.id() == object_id{id} &&
               given.is_single() == (wanted.how == multiplicity::single) &&
               listed(given.instances()) == instances && listed(given.resources()) == resources &&
               given.instance_count() == instances.size() &&
               given.definition_count() == resources.size();
  for (std::size_t k = 0; right && k < instances.size(); ++k)
    right = given.instance(k) == instances[k];
  for (std::size_t k = 0; right && k < resources.size(); ++k)
    right = given.definition_at(k) == resources[k];
  for (const unsigned each : other_ids) {
    const auto resource = wanted.resources.find(each);
    const bool is_there = resource != wanted.resources.end();
    const resource_id named{each};
    right =
        right && given.has_instance(object_instance_id{each}) == wanted.instances.contains(each);
    right =
        right && given.definition(named) == (is_there ? resource->second : resource_definition{});
    right = right && given.has_resource(object_instance_id{0}, named) == is_there;
    right = right &&
            given.has_resource_instance(object_instance_id{0}, named, resource_instance_id{4}) ==
                (is_there && resource->second.is_multiple());
  }
  return right;
}

template <class Model>
void must_say(const Model& model, const reference& wanted) {
  REQUIRE(model.object_count() == wanted.objects.size());
  std::size_t k = 0;
  for (const auto& [id, object] : wanted.objects) {
    REQUIRE(model.object(k) == object_id{id});
    REQUIRE(says(model.object_at(k), id, object));
    REQUIRE(says(model.find_object(object_id{id}), id, object));
    const lac::object_view whole = model.find_object(object_id{id});
    REQUIRE(whole == model.object_at(k));
    ++k;
  }
  REQUIRE(model.object_at(k) == lac::object_view{});
  REQUIRE(model.object_at(k + 1) == lac::object_view{});
  for (const unsigned id : object_ids)
    REQUIRE(static_cast<bool>(model.find_object(object_id{id})) == wanted.objects.contains(id));
}

/// A model of little room and its reference, changed together.
class changed_model {
 public:
  static constexpr std::size_t most_objects = 3, most_instances = 5, most_resources = 6;
  using model = lac::object_model<most_objects, most_instances, most_resources>;

  explicit changed_model(unsigned seed) : dice_{seed} {}

  void change() {
    const model before = model_;
    const reference kept = wanted_;
    const auto [given, wanted] = any_change();
    REQUIRE(given == wanted);
    if (given != status::done) {
      wanted_ = kept;
      REQUIRE(model_ == before);
    }
    must_say(model_, wanted_);
    REQUIRE(model_.instance_room() == most_instances - wanted_.instances());
    REQUIRE(model_.resource_room() == most_resources - wanted_.resources());
    using larger = lac::object_model<most_objects + 1, most_instances + 1, most_resources + 1>;
    const larger copied{model_};
    must_say(copied, wanted_);
    REQUIRE(copied == model_);
    REQUIRE((model_ == before) == (given != status::done));
    REQUIRE((before == model_) == (given != status::done));
    ++counts_[given];
  }

  [[nodiscard]] const std::map<status, unsigned>& counts() const { return counts_; }

 private:
  using outcome = std::pair<status, status>;  // of the model, of the reference

  unsigned any(lac::view<unsigned> ids) {
    return ids[dice_.below(static_cast<unsigned>(ids.size()))];
  }

  outcome any_change() {
    switch (dice_.below(5)) {
      case 0:
        return add_object(any(object_ids));
      case 1:
        return add_resource(any(object_ids), any(other_ids));
      case 2:
        return add_instance(any(object_ids), any(other_ids));
      case 3:
        return erase_instance(any(object_ids), any(other_ids));
      default:
        return add_whole(any(object_ids));
    }
  }

  outcome add_object(unsigned id) {
    const auto how = any_multiplicity();
    return {model_.add_object(object_id{id}, how), put_object(id, how)};
  }
  status put_object(unsigned id, multiplicity how) {
    if (id == 2 || id == 65535) return status::object_invalid;
    if (wanted_.objects.contains(id)) return status::object_doubled;
    if (wanted_.objects.size() == most_objects) return status::no_room;
    wanted_.objects[id].how = how;
    return status::done;
  }

  outcome add_resource(unsigned object, unsigned id) {
    const resource_definition added = any_resource(id);
    return {model_.add_resource(object_id{object}, added), put_resource(object, id, added)};
  }
  status put_resource(unsigned object, unsigned id, const resource_definition& added) {
    if (!wanted_.objects.contains(object)) return status::object_unknown;
    if (id == 65535) return status::resource_invalid;
    if (wanted_.objects[object].resources.contains(id)) return status::resource_doubled;
    if (wanted_.resources() == most_resources) return status::no_room;
    wanted_.objects[object].resources[id] = added;
    return status::done;
  }

  outcome add_instance(unsigned object, unsigned id) {
    return {model_.add_instance(object_id{object}, object_instance_id{id}),
            put_instance(object, id)};
  }
  status put_instance(unsigned object, unsigned id) {
    if (!wanted_.objects.contains(object)) return status::object_unknown;
    if (id == 65535) return status::instance_invalid;
    reference_object& to = wanted_.objects[object];
    const bool is_second = to.how == multiplicity::single && !to.instances.empty();
    if (is_second || to.instances.contains(id)) return status::instance_doubled;
    if (wanted_.instances() == most_instances) return status::no_room;
    to.instances.insert(id);
    return status::done;
  }

  outcome erase_instance(unsigned object, unsigned id) {
    const status given = model_.erase_instance(object_id{object}, object_instance_id{id});
    if (!wanted_.objects.contains(object)) return {given, status::object_unknown};
    const bool is_gone = wanted_.objects[object].instances.erase(id) != 0;
    return {given, is_gone ? status::done : status::instance_unknown};
  }

  /// An Object with some instances and Resources, which may be more than a single one has.
  outcome add_whole(unsigned id) {
    reference_object made{any_multiplicity(), {}, {}};
    for (unsigned left = dice_.below(3); left > 0; --left) made.instances.insert(dice_.below(4));
    for (unsigned left = dice_.below(3); left > 0; --left) {
      const unsigned resource = dice_.below(4);
      made.resources.insert_or_assign(resource, any_resource(resource));
    }
    const auto instances = instances_of(made);
    const auto resources = resources_of(made);
    return {model_.add({object_id{id}, made.how, instances, resources}), put_whole(id, made)};
  }
  status put_whole(unsigned id, const reference_object& made) {
    const bool is_crowded = made.how == multiplicity::single && made.instances.size() > 1;
    if (is_crowded) return status::object_invalid;
    if (made.instances.size() > most_instances - wanted_.instances() ||
        made.resources.size() > most_resources - wanted_.resources())
      return status::no_room;
    const status put = put_object(id, made.how);
    if (put == status::done) wanted_.objects[id] = made;
    return put;
  }

  multiplicity any_multiplicity() {
    return dice_.once_in(2) ? multiplicity::single : multiplicity::multiple;
  }
  resource_definition any_resource(unsigned id) {
    return {resource_id{id}, lac::access_type{static_cast<std::uint8_t>(32 * dice_.below(8))},
            dice_.once_in(2), dice_.once_in(2)};
  }

  dice dice_;
  model model_;
  reference wanted_;
  std::map<status, unsigned> counts_;
};

}  // namespace

TEST_CASE("an object_model says what its changes make of it, and is as it was when refused") {
  std::map<status, unsigned> counts;
  for (unsigned seed = 0; seed < 300; ++seed) {
    changed_model both{seed};
    for (int left = 40; left > 0; --left) both.change();
    for (const auto& [outcome, times] : both.counts()) counts[outcome] += times;
  }
  for (const status each :
       {status::done, status::no_room, status::object_invalid, status::object_doubled,
        status::object_unknown, status::resource_invalid, status::resource_doubled,
        status::instance_invalid, status::instance_doubled, status::instance_unknown})
    CHECK(counts[each] > 20);
}

TEST_CASE("an Object that the index finds no place for is refused, and changes nothing") {
  lac::object_model<1019, 4, 4> model;
  REQUIRE(model.add_object(object_id{5}, multiplicity::multiple) == status::done);
  REQUIRE(model.add_object(object_id{9}, multiplicity::multiple) == status::done);
  REQUIRE(model.add_instance(object_id{9}, object_instance_id{3}) == status::done);
  const auto before = model;
  CHECK(model.add_object(object_id{7}, multiplicity::multiple) == status::no_room);
  CHECK(model == before);
  CHECK_FALSE(model.find_object(object_id{7}));
  CHECK(model.find_object(object_id{5}).id() == object_id{5});
  CHECK(model.find_object(object_id{9}).has_instance(object_instance_id{3}));
  CHECK(model.add_object(object_id{8}, multiplicity::multiple) == status::done);
  CHECK(model.find_object(object_id{9}).has_instance(object_instance_id{3}));
}

TEST_CASE("a Resource is neither multiple nor mandatory unless that is said") {
  const resource_definition plain{resource_id{4}, lac::access_type{0x80}};
  CHECK(plain.id() == resource_id{4});
  CHECK(plain.operations() == lac::access_type{0x80});
  CHECK_FALSE(plain.is_multiple());
  CHECK_FALSE(plain.is_mandatory());
  const resource_definition none;
  CHECK_FALSE(none);
  CHECK(none.operations() == lac::access_type{});
  CHECK_FALSE(none.is_multiple());
  CHECK_FALSE(none.is_mandatory());
}
