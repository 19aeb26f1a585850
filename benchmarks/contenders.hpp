#pragma once

#include "baselines.hpp"
#include "workload.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

/// The engine and the baselines behind one face, and the check that all of them answer alike.
namespace contenders {

using workload::question;

template <std::size_t N>
class engine {
 public:
  [[nodiscard]] baseline::answer right(lwm2m::access::short_server_id server,
                                       lwm2m::access::access_control_target target) const {
    const auto obtained = lwm2m::access::obtain_access_right(*policy_, server, target);
    return {obtained.rights.raw(), obtained.by};
  }

 private:
  std::unique_ptr<workload::policy_of<N, workload::at_run_time>> policy_ =
      workload::loaded<N, workload::at_run_time>();
};

/// Ends the program when two contenders do not answer alike.
template <class Engine, class Contender>
void check(const std::string& name, const Engine& engine, const Contender& other,
           const std::vector<question>& asked) {
  for (const question& each : asked) {
    const baseline::answer ours = engine.right(each.server, each.target);
    const baseline::answer theirs = other.right(each.server, each.target);
    if (ours.rights == theirs.rights && ours.by == theirs.by) continue;
    std::fprintf(stderr, "%s answers otherwise than the engine\n", name.c_str());
    std::exit(1);
  }
}

/// Calls `use(name, contender)` with the engine and each baseline over N instances, all checked.
template <std::size_t N>
void for_each(const auto& use) {
  const auto ours = std::make_shared<engine<N>>();
  const auto enter = [&]<class Contender>(const std::string& name,
                                          std::shared_ptr<Contender> other) {
    using workload::standing;
    using workload::targets;
    for (const standing as : {standing::any, standing::owner, standing::no_account})
      for (const targets where : {targets::random, targets::first, targets::last, targets::missing})
        check(name, *ours, *other, workload::questions(N, N > 1024 ? 256 : 1024, as, where));
    use(name, other);
  };
  use("engine", ours);
  enter("linear scan", std::make_shared<baseline::contender<baseline::linear_scan>>(N));
  enter("linked list", std::make_shared<baseline::contender<baseline::linked_list>>(N));
  enter("std::map", std::make_shared<baseline::contender<baseline::ordered_map>>(N));
  enter("std::unordered_map", std::make_shared<baseline::contender<baseline::hash_map>>(N));
  enter("sorted vector", std::make_shared<baseline::contender<baseline::sorted_vector>>(N));
}

}  // namespace contenders
