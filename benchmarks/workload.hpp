#pragma once

#include <lwm2m/access.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

/// The workload of all benchmarks: N Access Control Object Instances over 32 Objects, each with the
/// ACL {default: R, 101: RW, 102: RWED, 103: E}. 104 is in none of them and owns the odd ones.
namespace workload {

namespace lac = lwm2m::access;

inline constexpr std::size_t sizes[] = {8, 64, 1024, 16384, 65535};
inline constexpr std::uint16_t object_spread = 32;
inline constexpr std::uint16_t first_object = 3;  // 0 and 2 cannot be governed

inline constexpr lac::short_server_id server_101{101}, server_102{102}, server_103{103},
    server_104{104}, stranger{999};

inline constexpr lac::acl_entry entries[] = {
    {lac::default_short_server_id{}, lac::access_rights::of(lac::right::read)},
    {server_101, lac::access_rights::of(lac::right::read, lac::right::write)},
    {server_102, lac::owner_rights},
    {server_103, lac::access_rights::of(lac::right::execute)}};

template <std::size_t N, class Edition>
using policy_of = lac::policy<N, 4 * N, 8, Edition>;
using fixed = lac::fixed_edition<lac::editions::v1_1>;
using at_run_time = lac::run_time_edition;

/// The target of the `k`-th instance, k = 0..65534.
[[nodiscard]] constexpr lac::access_control_target target(std::size_t k) noexcept {
  return {lac::object_id{first_object + k % object_spread},
          lac::object_instance_id{k / object_spread}};
}

/// Targets that no instance governs: the same instances in Objects that follow.
[[nodiscard]] constexpr lac::access_control_target missing_target(std::size_t k) noexcept {
  return {lac::object_id{first_object + object_spread + k % object_spread},
          lac::object_instance_id{k / object_spread}};
}

[[nodiscard]] constexpr lac::access_control_view instance(
    std::size_t k, lac::access_control_target governed) noexcept {
  return {lac::object_instance_id{k}, governed, k % 2 == 1 ? server_104 : server_102,
          lac::acl_view{entries, 4}};
}
[[nodiscard]] constexpr lac::access_control_view instance(std::size_t k) noexcept {
  return instance(k, target(k));
}

template <class Policy>
constexpr void add_accounts(Policy& policy) noexcept {
  for (const lac::short_server_id server : {server_101, server_102, server_103, server_104})
    (void)policy.add_account(server);
}

/// An empty policy with the accounts of the workload.
template <class Policy>
[[nodiscard]] std::unique_ptr<Policy> with_accounts() {
  auto made = std::make_unique<Policy>(Policy::under(lac::editions::v1_1));
  add_accounts(*made);
  return made;
}

/// The policy of N instances.
template <std::size_t N, class Edition>
[[nodiscard]] std::unique_ptr<policy_of<N, Edition>> loaded() {
  auto made = with_accounts<policy_of<N, Edition>>();
  for (std::size_t k = 0; k < N; ++k)
    if (made->add(instance(k)) != lac::status::done) throw std::runtime_error{"not loaded"};
  return made;
}

/// What is asked: may this Server do this to that?
struct question {
  lac::short_server_id server;
  lac::access_control_target target;
  lac::operation op;
};

/// How the Server of a question comes to its right.
enum class standing { own_entry, owner, default_entry, no_account, any };

[[nodiscard]] inline lac::short_server_id server_of(standing as, std::size_t draw) noexcept {
  constexpr lac::short_server_id listed[] = {server_101, server_102, server_103};
  constexpr lac::short_server_id all[] = {server_101, server_102, server_103, server_104};
  switch (as) {
    case standing::own_entry:
      return listed[draw % 3];
    case standing::any:
      return all[draw % 4];
    case standing::no_account:
      return stranger;
    case standing::owner:
    case standing::default_entry:
      break;
  }
  return server_104;
}

enum class targets { random, first, last, missing };

/// `count` questions over N instances, drawn from a fixed seed: the same in every run.
[[nodiscard]] inline std::vector<question> questions(std::size_t n, std::size_t count, standing as,
                                                     targets where) {
  constexpr lac::operation asked[] = {lac::operation::read, lac::operation::write,
                                      lac::operation::execute, lac::operation::delete_};
  std::mt19937 draw{2013};
  std::vector<question> made;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t k = where == targets::first ? 0 : where == targets::last ? n - 1 : draw() % n;
    if (as == standing::owner) k |= 1U;
    if (as == standing::default_entry) k &= ~std::size_t{1};
    if (k >= n) k -= 2;
    made.push_back({server_of(as, draw()),
                    where == targets::missing ? missing_target(k) : target(k), asked[draw() % 4]});
  }
  return made;
}

}  // namespace workload
