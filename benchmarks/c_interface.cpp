#define LWM2M_ACCESS_C_INSTANCES 2048
#define LWM2M_ACCESS_C_ENTRIES (4 * 2048)
#define LWM2M_ACCESS_C_OBJECTS 32
#define LWM2M_ACCESS_C_OBJECT_INSTANCES (32 * 64)
#define LWM2M_ACCESS_C_RESOURCES (32 * 20)

#include "measured.hpp"
#include "resources.hpp"

#include <lwm2m/access/access_c.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

/// Run under callgrind by `count`: the calls of the C interface, beside those of C++ that do the
/// same on the same requests.

namespace measured {

namespace lac = lwm2m::access;

template <class Policy, class Objects>
LWM2M_ACCESS_MEASURED lac::decision authorize(const Policy& policy, const Objects& objects,
                                              const lac::request& asked) {
  return lac::authorize(policy, objects, asked);
}

template <class Policy, class Objects>
LWM2M_ACCESS_MEASURED lac::decision begin_and_commit(Policy& policy, const Objects& objects,
                                                     const lac::request& asked) {
  auto work = lac::begin(policy, objects, asked);
  return work.commit();
}

/// As another file calls it: nothing of the function is known to its caller.
LWM2M_ACCESS_MEASURED lwm2m_access_status c_authorize(const lwm2m_access_policy* policy,
                                                      const lwm2m_access_objects* objects,
                                                      const lwm2m_access_request* request,
                                                      lwm2m_access_decision* decision) {
  static auto* const volatile call = &lwm2m_access_authorize;
  return call(policy, objects, request, decision);
}

LWM2M_ACCESS_MEASURED lwm2m_access_status c_begin_and_commit(lwm2m_access_policy* policy,
                                                             const lwm2m_access_objects* objects,
                                                             const lwm2m_access_request* request,
                                                             lwm2m_access_decision* decision) {
  static auto* const volatile begin = &lwm2m_access_begin;
  static auto* const volatile commit = &lwm2m_access_commit;
  lwm2m_access_pending work;
  (void)begin(&work, sizeof work, policy, objects, request, nullptr, 0, decision);
  return commit(&work, nullptr, decision);
}

LWM2M_ACCESS_MEASURED lwm2m_access_status c_right(const lwm2m_access_policy* policy,
                                                  const lwm2m_access_request* request,
                                                  std::uint16_t* rights,
                                                  lwm2m_access_determined_by* by) {
  static auto* const volatile call = &lwm2m_access_right;
  return call(policy, request->server, request->target.id[0], request->target.id[1], rights, by);
}

}  // namespace measured

namespace {

using namespace workload;

unsigned sink = 0;

/// Objects of a stack's own, as the workload has them: whatever its ID, each has 64 instances and
/// 20 Resources.
constexpr lwm2m_access_object_functions functions = {
    .object_count = [](void*) { return std::size_t{object_spread}; },
    .object = [](void*, std::size_t k) { return static_cast<std::uint16_t>(first_object + k); },
    .multiplicity = [](void*, std::uint16_t) -> lwm2m_access_multiplicity {
      return LWM2M_ACCESS_MULTIPLICITY_MULTIPLE;
    },
    .instance_count = [](void*, std::uint16_t) { return std::size_t{64}; },
    .instance = [](void*, std::uint16_t, std::size_t k) { return static_cast<std::uint16_t>(k); },
    .definition_count = [](void*, std::uint16_t) { return std::size_t{20}; },
    .definition =
        [](void*, std::uint16_t, std::size_t k, lwm2m_access_resource* found) {
          *found = {static_cast<std::uint16_t>(k), 0xE0, false, false};
        },
    .has_instance = [](void*, std::uint16_t, std::uint16_t instance) { return instance < 64; },
    .find_definition =
        [](void*, std::uint16_t, std::uint16_t resource, lwm2m_access_resource* found) {
          *found = {resource, 0xE0, false, false};
          return resource < 20;
        },
    .has_resource = nullptr,
    .has_resource_instance = nullptr,
    .is_kept = nullptr};

void expect_done(lwm2m_access_status status) {
  if (status != LWM2M_ACCESS_STATUS_DONE) throw std::runtime_error{"not done"};
}

/// The policy and the model of the workload, in C.
struct client_in_c {
  client_in_c() {
    expect_done(lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_1));
    expect_done(lwm2m_access_model_make(&model, sizeof model));
    lwm2m::access::c::in(policy) = *in_cpp;
    lwm2m::access::c::in(model) = *objects;
  }

  std::unique_ptr<policy_of<2048, at_run_time>> in_cpp = made();
  std::unique_ptr<workload::model> objects = std::make_unique<workload::model>(filled_model(dense));
  lwm2m_access_policy policy;
  lwm2m_access_model model;

 private:
  static std::unique_ptr<policy_of<2048, at_run_time>> made() {
    auto policy = with_accounts<policy_of<2048, at_run_time>>();
    for (std::size_t k = 0; k < 2048; ++k) (void)policy->add(instance(k, dense.target_of(k)));
    return policy;
  }
};

[[nodiscard]] std::vector<lwm2m_access_request> requests_in_c(
    const std::vector<lac::request>& from) {
  std::vector<lwm2m_access_request> made;
  for (const lac::request& each : from)
    made.push_back({LWM2M_ACCESS_REQUESTER_SERVER, static_cast<lwm2m_access_operation>(each.op),
                    lwm2m::access::c::to_c(each.target), each.who.server().value(), nullptr, 0});
  return made;
}

template <class Asked>
void each_of(const std::string& figure, const std::vector<Asked>& asked, const auto& ask) {
  count("C interface, " + figure, asked.size(), [&] {
    for (const Asked& each : asked) ask(each);
  });
}

}  // namespace

int main() {
  const auto at = std::make_unique<client_in_c>();
  const auto asked = resource_requests(dense);
  const auto asked_in_c = requests_in_c(asked);
  const lwm2m_access_objects ready{&at->model, nullptr, nullptr},
      lent{nullptr, &functions, nullptr};
  lwm2m_access_decision decision;

  each_of("authorize, C++", asked, [&](const lac::request& each) {
    sink += static_cast<unsigned>(measured::authorize(*at->in_cpp, *at->objects, each).code());
  });
  each_of("begin and commit, C++", asked, [&](const lac::request& each) {
    sink +=
        static_cast<unsigned>(measured::begin_and_commit(*at->in_cpp, *at->objects, each).code());
  });
  for (const auto& [name, objects] :
       {std::pair{"ready-made model", &ready}, {"callbacks", &lent}}) {
    const std::string over = std::string{", C over "} + name;
    each_of("authorize" + over, asked_in_c, [&](const lwm2m_access_request& each) {
      sink +=
          measured::c_authorize(&at->policy, objects, &each, &decision) + unsigned{decision.code};
    });
    each_of("begin and commit" + over, asked_in_c, [&](const lwm2m_access_request& each) {
      sink += measured::c_begin_and_commit(&at->policy, objects, &each, &decision) +
              unsigned{decision.code};
    });
  }
  std::uint16_t rights = 0;
  lwm2m_access_determined_by by = 0;
  each_of("right, C", asked_in_c, [&](const lwm2m_access_request& each) {
    sink += measured::c_right(&at->policy, &each, &rights, &by) + unsigned{rights};
  });
  return sink == 0 ? 1 : 0;
}
