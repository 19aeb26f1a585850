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

struct named_request {
  const char* name;
  lac::request asked;
};

constexpr lac::object_id some_object{dense.object_of(5)}, no_object{9999};
constexpr lac::object_instance_id some_instance{20}, no_instance{99};
constexpr lac::resource_id some_resource{7}, no_resource{77};
constexpr lac::path resource_path{some_object, some_instance, some_resource};
constexpr lac::path listed[] = {resource_path,
                                {some_object, some_instance, lac::resource_id{8}},
                                {dense.object_of(9), some_instance, some_resource},
                                {dense.object_of(9), some_instance, lac::resource_id{9}}};
using op = lac::operation;

/// What section C costs up to each step: requests that end there.
constexpr named_request step_by_step[] = {
    {"refused at C1",
     {server_102, op::read, {lac::objects::security, some_instance, some_resource}}},
    {"refused at C2", {stranger, op::read, resource_path}},
    {"refused at C3, Object", {server_102, op::read, {no_object, some_instance, some_resource}}},
    {"refused at C3, instance", {server_102, op::read, {some_object, no_instance, some_resource}}},
    {"refused at C5", {server_103, op::read, resource_path}},
    {"refused at C6", {server_102, op::read, {some_object, some_instance, no_resource}}},
    {"refused at C4", {server_102, op::delete_, resource_path}},
    {"allowed", {server_102, op::read, resource_path}}};

/// Requests that are not plain ones on a Resource.
constexpr named_request of_other_kinds[] = {
    {"Write of an Object Instance", {server_102, op::write, {some_object, some_instance}}},
    {"Discover of an Object", {server_102, op::discover, lac::path{some_object}}},
    {"Notify of a Resource", {server_102, op::notify, resource_path}},
    {"Create", {server_102, op::create, lac::path{some_object}}},
    {"Write with a payload of 2 paths",
     {server_102, op::write, {some_object, some_instance}, {listed, 2}}},
    {"Read-Composite of 4 paths", {server_102, op::read_composite, {}, listed}},
    {"Write-Composite of 4 paths", {server_102, op::write_composite, {}, listed}}};

/// The Objects of a Client, each instance of them governed.
template <class Edition>
struct client {
  explicit client(const id_steps& steps)
      : objects{std::make_unique<model>(filled_model(steps))},
        policy{with_accounts<policy_of<2048, Edition>>()} {
    for (std::size_t k = 0; k < 2048; ++k) (void)policy->add(instance(k, steps.target_of(k)));
  }
  std::unique_ptr<model> objects;
  std::unique_ptr<policy_of<2048, Edition>> policy;
};

/// Item 3: the whole decision on a Resource; and a Read of a whole Object.
template <class Edition>
void whole_requests(const std::string& edition, const id_steps& steps) {
  const client<Edition> at{steps};
  const auto asked = resource_requests(steps);
  const std::string of = edition + ", " + steps.name;
  count("authorize, " + of, asked.size(), [&] {
    for (const lac::request& each : asked)
      sink += static_cast<unsigned>(measured::authorize(*at.policy, *at.objects, each).code());
  });
  for (const auto& [name, server] :
       {std::pair{"listed", server_101}, std::pair{"owner or default", server_104}})
    count("visible, " + of + ", " + name, 64, [&] {
      sink += static_cast<unsigned>(measured::visible(
          *at.policy, *at.objects, {server, lac::operation::read, lac::path{steps.object_of(0)}}));
    });
}

template <class Edition>
void single_requests(const std::string& edition) {
  const client<Edition> at{dense};
  for (const lac::view<named_request> all :
       {lac::view<named_request>{step_by_step}, lac::view<named_request>{of_other_kinds}})
    for (const auto& [name, asked] : all)
      count("request, " + edition + ", " + name, 1, [&] {
        sink += static_cast<unsigned>(measured::authorize(*at.policy, *at.objects, asked).code());
      });
}

template <class Edition>
void under(const std::string& edition) {
  for (const id_steps& steps : {dense, sparse}) whole_requests<Edition>(edition, steps);
  single_requests<Edition>(edition);
}

}  // namespace

int main() {
  under<at_run_time>("run-time edition");
  under<fixed>("fixed edition");
  return sink == 0 ? 1 : 0;
}
