// What the engine asks of a stack's object model: no Object, instance or Resource beyond the last.

#include "support/catch.hpp"

#include "examples/own_storage_mirror.hpp"
#include "unit/random_worlds.hpp"

namespace {

using namespace random_worlds;
using own_storage::all_of;
using own_storage::are_the_same;

/// A model that notes when it is asked for more than it counted.
class watched_object {
 public:
  watched_object(lac::object_in<model> of, bool& overrun) : of_{of}, overrun_{&overrun} {}

  explicit operator bool() const noexcept { return static_cast<bool>(of_); }
  bool is_single() const noexcept { return of_.is_single(); }
  bool has_instance(lac::object_instance_id id) const noexcept { return of_.has_instance(id); }
  std::size_t instance_count() const noexcept { return of_.instance_count(); }
  lac::object_instance_id instance(std::size_t k) const noexcept {
    return is_within(k, instance_count()) ? of_.instance(k) : lac::object_instance_id{};
  }
  lac::resource_definition definition(lac::resource_id id) const noexcept {
    return of_.definition(id);
  }
  std::size_t definition_count() const noexcept { return of_.definition_count(); }
  lac::resource_definition definition_at(std::size_t k) const noexcept {
    return is_within(k, definition_count()) ? of_.definition_at(k) : lac::resource_definition{};
  }
  bool has_resource(lac::object_instance_id in, lac::resource_id id) const noexcept {
    return of_.has_resource(in, id);
  }
  bool has_resource_instance(lac::object_instance_id in, lac::resource_id id,
                             lac::resource_instance_id n) const noexcept {
    return of_.has_resource_instance(in, id, n);
  }

 protected:
  bool is_within(std::size_t k, std::size_t count) const noexcept {
    *overrun_ = *overrun_ || k >= count;
    return k < count;
  }

  lac::object_in<model> of_;
  bool* overrun_;
};

/// The same with its instances in a row, for which it is asked where it stands for an Object.
class watched_row : public watched_object {
 public:
  using watched_object::watched_object;

  lac::view<lac::object_instance_id> instances() const noexcept {
    *overrun_ = *overrun_ || !of_;
    return of_.instances();
  }
};

template <class Handle>
class watched_model {
 public:
  explicit watched_model(const model& of) : of_{of} {}

  Handle find_object(lac::object_id id) const noexcept { return {of_.find_object(id), overrun_}; }
  std::size_t object_count() const noexcept { return of_.object_count(); }
  lac::object_id object(std::size_t k) const noexcept {
    overrun_ = overrun_ || k >= object_count();
    return k < object_count() ? of_.object(k) : lac::object_id{};
  }

  /// Whether more was asked for than there is.
  bool is_overrun() const noexcept { return overrun_; }

 private:
  const model& of_;
  mutable bool overrun_ = false;
};

/// A storage that knows everybody, even nobody.
class credulous : public policy {
 public:
  using policy::policy;
  bool has_account(lac::short_server_id) const noexcept { return true; }
};

/// Whatever it comes by is a path, and when it is over it stays over.
void walk(const auto& paths) {
  auto at = paths.begin();
  for (; !(at == paths.end()); ++at) REQUIRE_FALSE((*at).is_none());
  for (int more = 0; more < 3; ++more) REQUIRE(++at == paths.end());
}

}  // namespace

TEMPLATE_TEST_CASE("no more Objects, instances and Resources are asked for than there are", "",
                   watched_object, watched_row) {
  dice d{20131210};
  unsigned everything = 0, creates = 0;
  for (int world = 0; world < 300; ++world) {
    const policy granted = random_policy(d);
    const model there = random_model(d);
    const watched_model<TestType> watched{there};
    for (int k = 0; k < 100; ++k) {
      const question asked = random_question(d);
      const lac::decision given = lac::authorize(granted, watched, asked.asked);
      REQUIRE(given == lac::authorize(granted, there, asked.asked));
      walk(lac::visible(granted, watched, asked.asked));
      REQUIRE(are_the_same(all_of(lac::visible(granted, watched, asked.asked)),
                           all_of(lac::visible(granted, there, asked.asked))));
      walk(lac::affected(granted, watched, asked.asked));
      REQUIRE_FALSE(watched.is_overrun());
      creates += asked.asked.op == lac::operation::create && given.allowed() ? 1U : 0U;
    }
    for (const lac::short_server_id server : granted.accounts()) {
      const lac::path root[] = {lac::path::root()};
      const lac::request all{
          server, lac::operation::read_composite, {}, lac::view<lac::path>{root}};
      everything += lac::authorize(granted, watched, all).allowed() ? 0U : 1U;
      REQUIRE_FALSE(watched.is_overrun());
    }
  }
  CHECK(creates > 0);
  CHECK(everything > 0);
}

TEST_CASE("nor when a Create conveys what its Object does not ask for") {
  policy granted{lac::editions::v1_1};
  REQUIRE(granted.add_account(lac::short_server_id{101}) == lac::status::done);
  model there;
  const lac::object_id object{5};
  const lac::resource_id optional{1}, unknown{2};
  REQUIRE(there.add_object(object, lac::multiplicity::multiple) == lac::status::done);
  REQUIRE(there.add_resource(object, {optional, lac::access_type{0xC0}, false, false}) ==
          lac::status::done);
  const lac::object_instance_id made{0};
  const lac::path conveyed[] = {{object, made, optional}, {object, made, unknown}};
  const watched_model<watched_object> watched{there};
  CHECK(lac::authorize(granted, watched,
                       {lac::short_server_id{101}, lac::operation::create, lac::path{object},
                        lac::view<lac::path>{conveyed}})
            .allowed());
  CHECK_FALSE(watched.is_overrun());
}

TEST_CASE("nobody sees an instance, whatever a storage says of its accounts") {
  dice d{20131211};
  unsigned seen = 0;
  for (int world = 0; world < 300; ++world) {
    credulous granted{lac::editions::v1_1};
    REQUIRE(granted.add_account(lac::short_server_id{101}) == lac::status::done);
    REQUIRE(granted.add_account(lac::short_server_id{102}) == lac::status::done);
    const lac::acl_entry any{lac::default_short_server_id{}, lac::full_rights};
    const model there = random_model(d);
    for (std::size_t k = 0; k < there.object_count(); ++k)
      REQUIRE(granted.add({lac::object_instance_id{k},
                           {there.object(k), lac::object_instance_id{0}},
                           lac::short_server_id{101},
                           {&any, 1}}) == lac::status::done);
    for (std::size_t k = 0; k < there.object_count(); ++k) {
      const lac::path object{there.object(k)};
      REQUIRE(lac::visible(granted, there, {{}, lac::operation::read, object, {}}).empty());
      const lac::request known{lac::short_server_id{7}, lac::operation::read, object, {}};
      seen += lac::visible(granted, there, known).empty() ? 0U : 1U;
    }
  }
  CHECK(seen > 0);
}
