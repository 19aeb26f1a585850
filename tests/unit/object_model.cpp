// An object_model says what was put into it: beside a std::map, over random changes.

#include <lwm2m/access/object_model.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/dice.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::multiplicity, lac::status, lac::resource_definition;
using lac::object_id, lac::object_instance_id, lac::resource_id;

constexpr std::size_t objects = 4, instances = 6, resources = 5;
using model = lac::object_model<objects, instances, resources>;

constexpr std::array<unsigned, 8> some_ids{0, 1, 2, 3, 4, 9, 65534, 65535};

/// An Object as it should be.
struct wanted_object {
  multiplicity how;
  std::set<object_instance_id> present;
  std::map<resource_id, resource_definition> defined;
};

/// The Objects as they should be.
class wanted_model {
 public:
  status add(const lac::object_view& whole, multiplicity how) {
    const auto rises = [](const auto& all, const auto& id_of) {
      for (std::size_t k = 0; k < all.size(); ++k)
        if (!id_of(all[k]).is_valid() || (k > 0 && !(id_of(all[k - 1]) < id_of(all[k]))))
          return false;
      return true;
    };
    if (!rises(whole.instances(), [](object_instance_id each) { return each; }) ||
        !rises(whole.resources(), [](resource_definition each) { return each.id(); }) ||
        (how == multiplicity::single && whole.instances().size() > 1))
      return status::object_invalid;
    if (whole.instances().size() > instance_room() || whole.resources().size() > resource_room())
      return status::no_room;
    const status added = add_object(whole.id(), how);
    if (added != status::done) return added;
    for (const object_instance_id each : whole.instances()) all_[whole.id()].present.insert(each);
    for (const resource_definition& each : whole.resources())
      all_[whole.id()].defined[each.id()] = each;
    return added;
  }
  status add_object(object_id id, multiplicity how) {
    if (!id.is_valid() || id == object_id{2}) return status::object_invalid;
    if (all_.contains(id)) return status::object_doubled;
    if (all_.size() == objects) return status::no_room;
    all_[id] = {how, {}, {}};
    return status::done;
  }
  status add_resource(object_id id, resource_definition added) {
    if (!all_.contains(id)) return status::object_unknown;
    if (!added.id().is_valid()) return status::resource_invalid;
    if (all_[id].defined.contains(added.id())) return status::resource_doubled;
    if (resource_room() == 0) return status::no_room;
    all_[id].defined[added.id()] = added;
    return status::done;
  }
  status add_instance(object_id id, object_instance_id added) {
    if (!all_.contains(id)) return status::object_unknown;
    if (!added.is_valid()) return status::instance_invalid;
    auto& [how, present, defined] = all_[id];
    if (present.contains(added) || (how == multiplicity::single && !present.empty()))
      return status::instance_doubled;
    if (instance_room() == 0) return status::no_room;
    present.insert(added);
    return status::done;
  }
  status erase_instance(object_id id, object_instance_id erased) {
    if (!all_.contains(id)) return status::object_unknown;
    return all_[id].present.erase(erased) != 0 ? status::done : status::instance_unknown;
  }

  std::size_t instance_room() const {
    std::size_t room = instances;
    for (const auto& [id, each] : all_) room -= each.present.size();
    return room;
  }
  std::size_t resource_room() const {
    std::size_t room = resources;
    for (const auto& [id, each] : all_) room -= each.defined.size();
    return room;
  }
  const std::map<object_id, wanted_object>& all() const { return all_; }

 private:
  std::map<object_id, wanted_object> all_;
};

bool is_as(const lac::object_view& made, object_id id, const wanted_object& wanted) {
  const auto is_next = [k = made.resources().begin()](const auto& each) mutable {
    return *k++ == each.second;
  };
  return made && made.id() == id && made.is_single() == (wanted.how == multiplicity::single) &&
         std::ranges::equal(made.instances(), wanted.present) &&
         made.resources().size() == wanted.defined.size() &&
         std::ranges::all_of(wanted.defined, is_next);
}

bool is_as(lac::object_in<model> made, object_id id, const wanted_object& wanted) {
  if (!made || made.id() != id || made.is_single() != (wanted.how == multiplicity::single) ||
      made.instance_count() != wanted.present.size() ||
      made.definition_count() != wanted.defined.size())
    return false;
  if (!is_as(lac::object_view{made}, id, wanted)) return false;
  std::size_t k = 0;
  for (const object_instance_id each : wanted.present)
    if (made.instance(k++) != each) return false;
  k = 0;
  for (const auto& [resource, each] : wanted.defined)
    if (made.definition_at(k++) != each) return false;
  const object_instance_id any{0};
  for (const unsigned each : some_ids) {
    const auto found = wanted.defined.find(resource_id{each});
    const bool is_there = found != wanted.defined.end();
    const resource_definition defined = is_there ? found->second : resource_definition{};
    if (made.has_instance(object_instance_id{each}) !=
            wanted.present.contains(object_instance_id{each}) ||
        made.definition(resource_id{each}) != defined ||
        made.has_resource(any, resource_id{each}) != is_there ||
        made.has_resource_instance(any, resource_id{each}, {}) != defined.is_multiple())
      return false;
  }
  return true;
}

bool is_as(const model& made, const wanted_model& wanted) {
  if (made.object_count() != wanted.all().size() ||
      made.instance_room() != wanted.instance_room() ||
      made.resource_room() != wanted.resource_room())
    return false;
  std::size_t k = 0;
  for (const auto& [id, each] : wanted.all()) {
    if (made.object(k) != id || !is_as(made.object_at(k), id, each) ||
        !is_as(made.find_object(id), id, each))
      return false;
    ++k;
  }
  for (const unsigned id : some_ids) {
    const lac::object_in<model> found = made.find_object(object_id{id});
    if (static_cast<bool>(found) != wanted.all().contains(object_id{id})) return false;
    if (!found && (found.has_instance(object_instance_id{0}) || found.definition(resource_id{0})))
      return false;
  }
  return !made.object_at(k) && made.object_at(k) == lac::object_view{} &&
         made.object_at(k + 1) == lac::object_view{};
}

static_assert(!lac::object_in<model>{} && !lac::object_view{});

unsigned one_of(dice& d) { return some_ids[d.below(some_ids.size())]; }
resource_definition any_resource(dice& d, unsigned id) {
  return {resource_id{id}, lac::access_type{static_cast<std::uint8_t>(0x20U * d.below(8))},
          d.once_in(2), d.once_in(2)};
}

/// One random change of both; what became of it in each.
std::pair<status, status> change(dice& d, model& made, wanted_model& wanted) {
  const object_id object{one_of(d)};
  const object_instance_id instance{one_of(d)};
  const auto how = d.once_in(3) ? multiplicity::single : multiplicity::multiple;
  switch (d.below(8)) {
    case 0:
      return {made.add_object(object, how), wanted.add_object(object, how)};
    case 1: {
      std::vector<object_instance_id> present;
      std::vector<resource_definition> defined;
      for (const unsigned id : some_ids) {
        if (id < 65535 && d.once_in(4)) present.push_back(object_instance_id{id});
        if (id < 65535 && d.once_in(4)) defined.push_back(any_resource(d, id));
      }
      if (d.once_in(8)) present.push_back(instance);
      if (d.once_in(8)) defined.push_back(any_resource(d, one_of(d)));
      const lac::object_view whole{object, how, present, defined};
      return {made.add(whole), wanted.add(whole, how)};
    }
    case 2:
    case 3: {
      const resource_definition added = any_resource(d, one_of(d));
      return {made.add_resource(object, added), wanted.add_resource(object, added)};
    }
    case 4:
      return {made.erase_instance(object, instance), wanted.erase_instance(object, instance)};
    default:
      return {made.add_instance(object, instance), wanted.add_instance(object, instance)};
  }
}

/// A model in which all that can be full is, changed wherever a change is still possible.
constexpr lac::object_model<2, 2, 2> crowded() {
  lac::object_model<2, 2, 2> made;
  (void)made.add_object(object_id{3}, multiplicity::multiple);
  (void)made.add_object(object_id{1}, multiplicity::multiple);
  for (const object_id each : {object_id{1}, object_id{3}}) {
    (void)made.add_resource(each, {resource_id{0}, {}});
    (void)made.add_instance(each, object_instance_id{1});
    (void)made.erase_instance(each, object_instance_id{1});
    (void)made.add_instance(each, object_instance_id{0});
  }
  return made;
}

}  // namespace

TEST_CASE("random object_models are as a std::map of their Objects") {
  dice d{20140101};
  std::map<status, int> met;
  for (int round = 0; round < 150; ++round) {
    model made;
    wanted_model wanted;
    for (int step = 0; step < 60; ++step) {
      const model before = made;
      const auto [given, right] = change(d, made, wanted);
      REQUIRE(given == right);
      REQUIRE(is_as(made, wanted));
      if (given != status::done) REQUIRE(made == before);
      ++met[given];
    }
  }
  for (const status each :
       {status::done, status::no_room, status::object_invalid, status::object_doubled,
        status::object_unknown, status::resource_invalid, status::resource_doubled,
        status::instance_invalid, status::instance_doubled, status::instance_unknown})
    CHECK(met[each] > 20);
}

TEST_CASE("an object_model with more room holds the same Objects") {
  dice d{20140102};
  for (int round = 0; round < 50; ++round) {
    model made;
    wanted_model wanted;
    for (int step = 0; step < 30; ++step) (void)change(d, made, wanted);
    using larger = lac::object_model<objects + 1, instances + 2, resources + 3>;
    const larger grown{made};
    REQUIRE(grown == made);
    REQUIRE(made == grown);
    REQUIRE(grown.instance_room() == made.instance_room() + 2);
    REQUIRE(grown.resource_room() == made.resource_room() + 3);
  }
}

TEST_CASE("object_models are equal when all their Objects are") {
  const auto with = [](std::initializer_list<unsigned> ids) {
    model made;
    for (const unsigned id : ids)
      REQUIRE(made.add_object(object_id{id}, multiplicity::multiple) == status::done);
    return made;
  };
  CHECK(with({1, 3}) == with({3, 1}));
  CHECK_FALSE(with({1, 3}) == with({1, 4}));
  CHECK_FALSE(with({1, 3}) == with({1}));
  CHECK_FALSE(with({1}) == with({1, 3}));
  CHECK_FALSE(with({}) == with({1}));
}

TEST_CASE("an object_model that is full stays within its storage, while compiling too") {
  constexpr auto full = crowded();
  STATIC_REQUIRE(full.object_count() == 2);
  STATIC_REQUIRE(full.instance_room() == 0);
  STATIC_REQUIRE(full.resource_room() == 0);
  for (const unsigned id : {1U, 3U}) {
    CHECK(full.find_object(object_id{id}).instances().size() == 1);
    CHECK(full.find_object(object_id{id}).has_instance(object_instance_id{0}));
    CHECK(full.find_object(object_id{id}).definition(resource_id{0}));
  }
  CHECK(crowded() == full);
}

TEST_CASE("Objects that meet in two buckets of the index are found, whatever their order") {
  constexpr std::size_t room = 64;
  using index = lac::target_index<room>;
  std::vector<unsigned> met;  // their two buckets are among three
  for (unsigned id = 3; met.size() < room && id < 65535; ++id)
    if (const auto key = object_id{id}.key();
        index::first_bucket(key) % 20 == 0 && index::second_bucket(key) % 20 == 0)
      met.push_back(id);
  REQUIRE(met.size() == room);
  std::shuffle(met.begin(), met.end(), std::mt19937{room});
  const auto made = std::make_unique<lac::object_model<room, 4, 4>>();
  for (std::size_t k = 0; k < room; ++k) {
    REQUIRE(made->add_object(object_id{met[k]}, multiplicity::multiple) == status::done);
    for (std::size_t i = 0; i < room; ++i) {
      const auto found = made->find_object(object_id{met[i]});
      REQUIRE(static_cast<bool>(found) == (i <= k));
      if (found) REQUIRE(found.id() == object_id{met[i]});
    }
  }
  CHECK(made->add_object(object_id{1}, multiplicity::single) == status::no_room);
}

TEST_CASE("the instances of an object_model's Objects are alike") {
  STATIC_REQUIRE(decltype(model{}.find_object({}))::instances_are_alike);
}

TEST_CASE("a Resource is single and optional unless it is said otherwise") {
  constexpr resource_definition plain{resource_id{1}, {}};
  STATIC_REQUIRE(!plain.is_multiple());
  STATIC_REQUIRE(!plain.is_mandatory());
  STATIC_REQUIRE(!resource_definition{}.is_multiple());
  STATIC_REQUIRE(!resource_definition{}.is_mandatory());
  CHECK(plain == resource_definition{resource_id{1}, {}, false, false});
}
