#include "measured.hpp"
#include "workload.hpp"

#include <string>
#include <utility>
#include <vector>

/// Run under callgrind by `count`: the whole decision on a request.

namespace measured {

namespace lac = lwm2m::access;

template <class Policy, class Objects>
LWM2M_ACCESS_MEASURED lac::decision authorize(const Policy& policy, const Objects& objects,
                                              const lac::request& asked) {
  return lac::authorize(policy, objects, asked);
}

template <class Policy, class Objects>
LWM2M_ACCESS_MEASURED std::size_t visible(const Policy& policy, const Objects& objects,
                                          const lac::request& asked) {
  std::size_t shown = 0;
  for (const lac::path each : lac::visible(policy, objects, asked))
    shown += each.is_none() ? 0U : 1U;
  return shown;
}

}  // namespace measured

namespace {

using namespace workload;

unsigned sink = 0;

/// 32 Objects of 20 Resources and 64 instances each.
using model = lac::object_model<32, 32 * 64, 32 * 20>;

/// How the IDs of Objects and Resources lie: one after the other, or with gaps.
struct id_steps {
  const char* name;
  unsigned object, resource;

  [[nodiscard]] lac::object_id object_of(std::size_t k) const {
    return lac::object_id{first_object + object * (k % object_spread) + (object > 1 ? k % 3 : 0)};
  }
  [[nodiscard]] lac::resource_id resource_of(std::size_t k) const {
    return lac::resource_id{resource * k + (resource > 1 ? k % 3 : 0)};
  }
  [[nodiscard]] lac::access_control_target target_of(std::size_t k) const {
    return {object_of(k % object_spread), lac::object_instance_id{k / object_spread}};
  }
};
constexpr id_steps dense{"dense IDs", 1, 1}, sparse{"sparse IDs", 97, 7};

[[nodiscard]] model filled_model(const id_steps& steps) {
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
[[nodiscard]] std::vector<lac::request> resource_requests(const id_steps& steps) {
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

/// Item 3: the whole decision on a Resource; and a Read of a whole Object.
template <class Edition>
void whole_requests(const std::string& edition, const id_steps& steps) {
  const auto objects = std::make_unique<model>(filled_model(steps));
  const auto policy = with_accounts<policy_of<2048, Edition>>();
  for (std::size_t k = 0; k < 2048; ++k) (void)policy->add(instance(k, steps.target_of(k)));
  const auto asked = resource_requests(steps);
  const std::string of = edition + ", " + steps.name;
  count("authorize, " + of, asked.size(), [&] {
    for (const lac::request& each : asked)
      sink += static_cast<unsigned>(measured::authorize(*policy, *objects, each).code());
  });
  for (const auto& [name, server] :
       {std::pair{"listed", server_101}, std::pair{"owner or default", server_104}})
    count("visible, " + of + ", " + name, 64, [&] {
      sink += static_cast<unsigned>(measured::visible(
          *policy, *objects, {server, lac::operation::read, lac::path{steps.object_of(0)}}));
    });
}

}  // namespace

int main() {
  for (const id_steps& steps : {dense, sparse}) {
    whole_requests<at_run_time>("run-time edition", steps);
    whole_requests<fixed>("fixed edition", steps);
  }
  return sink == 0 ? 1 : 0;
}
