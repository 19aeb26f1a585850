#pragma once

#include "workload.hpp"

#include <cstddef>
#include <random>
#include <vector>

/// The Objects of the benchmarks of whole requests, and requests on their Resources.
namespace workload {

/// 32 Objects of 20 Resources and 64 instances each.
using model = lac::object_model<32, 32 * 64, 32 * 20>;

/// How the IDs of Objects and Resources lie: one after the other, or with gaps.
struct id_steps {
  const char* name;
  unsigned object, resource;

  [[nodiscard]] constexpr lac::object_id object_of(std::size_t k) const {
    return lac::object_id{first_object + object * (k % object_spread) + (object > 1 ? k % 3 : 0)};
  }
  [[nodiscard]] lac::resource_id resource_of(std::size_t k) const {
    return lac::resource_id{resource * k + (resource > 1 ? k % 3 : 0)};
  }
  [[nodiscard]] lac::access_control_target target_of(std::size_t k) const {
    return {object_of(k % object_spread), lac::object_instance_id{k / object_spread}};
  }
};
inline constexpr id_steps dense{"dense IDs", 1, 1}, sparse{"sparse IDs", 97, 7};

[[nodiscard]] inline model filled_model(const id_steps& steps) {
  model made;
  for (std::size_t o = 0; o < object_spread; ++o) {
    const lac::object_id object = steps.object_of(o);
    (void)made.add_object(object, lac::multiplicity::multiple);
    for (std::size_t r = 0; r < 20; ++r)
      (void)made.add_resource(object, {steps.resource_of(r), lac::access_type{0xE0}});
    for (unsigned i = 0; i < 64; ++i) (void)made.add_instance(object, lac::object_instance_id{i});
  }
  return made;
}

/// Read, Write and Execute of Resources that are there.
[[nodiscard]] inline std::vector<lac::request> resource_requests(const id_steps& steps) {
  constexpr lac::operation asked[] = {lac::operation::read, lac::operation::write,
                                      lac::operation::execute};
  std::mt19937 draw{2013};
  std::vector<lac::request> made;
  for (std::size_t i = 0; i < 1000; ++i) {
    const lac::access_control_target at = steps.target_of(draw() % 2048);
    made.push_back({server_of(standing::any, draw()), asked[draw() % 3],
                    lac::path{at.object(), at.instance(), steps.resource_of(draw() % 20)}});
  }
  return made;
}

}  // namespace workload
