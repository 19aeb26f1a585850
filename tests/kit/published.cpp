#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/published.hpp>

#include <atomic>
#include <cstdint>
#include <iostream>
#include <thread>
#include <vector>

#include "support/catch.hpp"

// A published policy: readers see whole versions that nothing changes, and a writer takes turns.
// The threads are also run under the thread sanitizer (test_published_threads).

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;
using lac::publication;

using policy_type = lac::policy<8, 32, 4>;
using shared_type = lac::published<policy_type>;

constexpr unsigned instances = 8;
constexpr lac::short_server_id asking = 102_server;

/// Version k: in every instance Server 102 has the right k, of which the five bits are real.
policy_type first_version() {
  policy_type policy{lac::editions::v1_1};
  CHECK(policy.add_account(101_server) == lac::status::done);
  CHECK(policy.add_account(102_server) == lac::status::done);
  for (unsigned k = 0; k < instances; ++k) {
    const lac::acl_entry entries[] = {{102_server, lac::access_rights{0}}};
    const lac::access_control_target target{lac::object_id{9}, lac::object_instance_id{k}};
    CHECK(policy.add({lac::object_instance_id{k}, target, 101_server, entries}) ==
          lac::status::done);
  }
  return policy;
}

bool make_version(policy_type& next, unsigned version) {
  bool done = true;
  for (unsigned k = 0; k < instances; ++k)
    done = done &&
           next.set_entry(lac::object_instance_id{k},
                          {102_server, lac::access_rights{static_cast<std::uint16_t>(version)}}) ==
               lac::status::done;
  return done;
}

unsigned version_of(const policy_type& policy) {
  return policy.access_control_at(0).find(102_server).rights().raw();
}

constexpr lac::resource_definition resources[] = {
    {lac::resource_id{0}, lac::access_type{0xE0}},
};

lac::object_model<1, instances, 1> some_objects() {
  lac::object_model<1, instances, 1> model;
  CHECK(model.add_object(lac::object_id{9}, lac::multiplicity::multiple) == lac::status::done);
  CHECK(model.add_resource(lac::object_id{9}, resources[0]) == lac::status::done);
  for (unsigned k = 0; k < instances; ++k)
    CHECK(model.add_instance(lac::object_id{9}, lac::object_instance_id{k}) == lac::status::done);
  return model;
}

/// Whether all decisions on a version are those of one version, the same from first to last.
bool decides_as_one_version(const policy_type& policy, const auto& objects) {
  const unsigned version = version_of(policy);
  for (unsigned k = 0; k < instances; ++k) {
    const lac::path at{lac::object_id{9}, lac::object_instance_id{k}, lac::resource_id{0}};
    const auto allowed = [&](lac::operation op) {
      return lac::authorize(policy, objects, {asking, op, at}).allowed();
    };
    if (allowed(lac::operation::read) != ((version & 1) != 0)) return false;
    if (allowed(lac::operation::write) != ((version & 2) != 0)) return false;
    if (allowed(lac::operation::execute) != ((version & 4) != 0)) return false;
  }
  return version_of(policy) == version;
}

}  // namespace

TEST_CASE("an edit is seen when it is published, and not before", "[published]") {
  shared_type shared{first_version()};
  CHECK(version_of(*shared.current()) == 0);
  const auto done = shared.update([&](policy_type& next) {
    CHECK(make_version(next, 3));
    CHECK(version_of(*shared.current()) == 0);
    return true;
  });
  CHECK(done == publication::done);
  CHECK(version_of(*shared.current()) == 3);
}

TEST_CASE("an edit that is dropped changes nothing", "[published]") {
  shared_type shared{first_version()};
  const std::uint32_t before = shared.current()->generation();
  CHECK(shared.update([](policy_type& next) { return make_version(next, 5) && false; }) ==
        publication::dropped);
  CHECK(version_of(*shared.current()) == 0);
  CHECK(shared.current()->generation() == before);
  CHECK(shared.update([](policy_type& next) {
    CHECK(version_of(next) == 0);
    return true;
  }) == publication::done);
}

TEST_CASE("nothing of an edit that is dropped is in the next one", "[published]") {
  shared_type shared{first_version()};
  CHECK(shared.update([](policy_type& next) {
    next.set_bootstrap_open(true);
    return next.add_account(103_server) != lac::status::done;
  }) == publication::dropped);
  CHECK(shared.update([](policy_type&) { return true; }) == publication::done);
  CHECK(!shared.current()->is_bootstrap_open());
  CHECK(!shared.current()->has_account(103_server));
}

TEST_CASE("a reader holds its version, and a second edit is busy until it has gone",
          "[published]") {
  shared_type shared{first_version()};
  const auto make = [&](unsigned version) {
    return shared.update([version](policy_type& next) { return make_version(next, version); });
  };
  {
    const auto old = shared.current();
    CHECK(make(1) == publication::done);
    CHECK(!shared.is_settled());
    CHECK(make(2) == publication::busy);
    CHECK(version_of(*old) == 0);
    CHECK(version_of(*shared.current()) == 1);
    unsigned waited = 0;
    CHECK(shared.update([](policy_type&) { return true; }, [&] { return ++waited < 3; }) ==
          publication::busy);
    CHECK(waited == 3);
  }
  CHECK(shared.is_settled());
  CHECK(make(2) == publication::done);
  CHECK(version_of(*shared.current()) == 2);
}

TEST_CASE("readers of the newest version do not hold up an edit", "[published]") {
  shared_type shared{first_version()};
  const auto make = [&](unsigned version) {
    return shared.update([version](policy_type& next) { return make_version(next, version); });
  };
  CHECK(make(1) == publication::done);
  CHECK(shared.is_settled());
  const auto newest = shared.current();
  CHECK(make(2) == publication::done);  // onto the copy that nobody holds
  CHECK(make(3) == publication::busy);  // onto the one that is held
  CHECK(version_of(*newest) == 1);
}

TEST_CASE("an edit inside of an edit is busy", "[published]") {
  shared_type shared{first_version()};
  CHECK(shared.update([&](policy_type&) {
    CHECK(shared.update([](policy_type&) { return true; }) == publication::busy);
    CHECK(!shared.is_settled());
    return true;
  }) == publication::done);
  CHECK(shared.is_settled());
}

TEST_CASE("a generation is never used twice for two contents", "[published]") {
  shared_type shared{first_version()};
  std::vector<std::uint32_t> used;
  for (unsigned k = 0; k < 64; ++k) {
    const bool drops = k % 3 == 1;
    (void)shared.update([&](policy_type& next) {
      CHECK(make_version(next, k % 8));
      for (const std::uint32_t each : used) CHECK(each != next.generation());
      used.push_back(next.generation());
      return !drops;
    });
  }
  CHECK(used.size() == 64);
}

TEST_CASE("many readers and a writer: every decision is of the version that was taken",
          "[published][threads]") {
  shared_type shared{first_version()};
  const auto objects = some_objects();
  constexpr unsigned rounds = 2000, threads = 4;
  std::atomic<bool> stops{false};
  std::atomic<unsigned> wrong{0}, reads{0};
  std::vector<std::thread> readers;
  for (unsigned k = 0; k < threads; ++k)
    readers.emplace_back([&] {
      std::uint32_t last = 0;
      do {
        const auto now = shared.current();
        const std::uint32_t generation = now->generation();
        if (!decides_as_one_version(*now, objects) || generation < last ||
            now->generation() != generation)
          ++wrong;
        last = generation;
        ++reads;
      } while (!stops);
    });
  unsigned done = 0;
  for (unsigned k = 1; k <= rounds; ++k)
    if (shared.update([k](policy_type& next) { return make_version(next, k % 8) && k % 5 != 0; },
                      [] { return std::this_thread::yield(), true; }) == publication::done)
      ++done;
  stops = true;
  for (auto& each : readers) each.join();
  std::cout << "figure: published policy: " << reads << " reads in " << threads << " threads, "
            << done << " versions, " << wrong << " decisions of another version\n";
  CHECK(wrong == 0);
  CHECK(done == rounds / 5 * 4);
}

TEST_CASE("writers in several threads take turns", "[published][threads]") {
  shared_type shared{first_version()};
  std::vector<std::thread> writers;
  std::atomic<unsigned> done{0};
  for (unsigned k = 0; k < 3; ++k)
    writers.emplace_back([&] {
      for (unsigned n = 0; n < 300;) {
        const auto result = shared.update(
            [](policy_type& next) { return make_version(next, (version_of(next) + 1) % 8); });
        if (result == publication::done) ++n, ++done;
      }
    });
  for (auto& each : writers) each.join();
  CHECK(done == 900);
  CHECK(version_of(*shared.current()) == 900 % 8);
}
