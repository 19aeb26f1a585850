#include <lwm2m/access/visible.hpp>

#include "measured.hpp"
#include "resources.hpp"
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
