#pragma once

/* What the tests of the C interface share: checks, a device to ask about, and a listener that keeps
   what it is told. The capacities are 4 instances, 6 entries, 3 accounts, 3 Objects, 4 Object
   Instances, 6 Resources (tests/examples/stacks.cmake). */

#include <lwm2m/access.h>

/* ---------------------------------------------------------------- checks */

extern unsigned checks, failures;
void check(bool holds, const char* file, int line, const char* condition);

#define CHECK(condition) check((condition), __FILE__, __LINE__, #condition)
/* The call returns the status of this name. */
#define GIVES(name, call) CHECK((call) == LWM2M_ACCESS_STATUS_##name)

/* One function per file. */
void check_policy(void);
void check_objects(void);
void check_text_and_snapshot(void);
void check_paths_and_sentences(void);
void check_requests(void);
void check_decisions(void);
void check_changes(void);
void check_bootstrap(void);
void check_credentials(void);
void check_admission(void);
void check_handshake_facts(void);
void check_coap(void);
void check_content(void);
void check_transactions(void);

/* ---------------------------------------------------------------- paths, by value */

lwm2m_access_path path_of(size_t depth, int64_t o, int64_t i, int64_t r, int64_t n);
lwm2m_access_path path_root(void);
lwm2m_access_path path_object(int64_t o);
lwm2m_access_path path_instance(int64_t o, int64_t i);
lwm2m_access_path path_resource(int64_t o, int64_t i, int64_t r);
lwm2m_access_path path_resource_instance(int64_t o, int64_t i, int64_t r, int64_t n);
bool same_path(const lwm2m_access_path* a, const lwm2m_access_path* b);

/* ---------------------------------------------------------------- the device */

/* `unmade_...` stay zeroed: no call of the interface has made anything in them. */
extern lwm2m_access_policy policy, unmade_policy;
extern lwm2m_access_model model, unmade_model;
extern lwm2m_access_objects objects;
extern const lwm2m_access_objects no_objects;
extern const lwm2m_access_resource name_of_device, reboot, clock_of_device, lifetime;

/* Objects 1 and 3, with the instances /1/0, /1/1 and /3/0; `objects` is then this model. */
void make_model(void);
/* Server 101 owns /1/0 and /3/0, Server 102 owns /1/1 and may read /3/0. LwM2M 1.1. */
void make_policy(void);
/* Both. */
void make_world(void);

lwm2m_access_request request_of(int64_t server, lwm2m_access_operation operation,
                                lwm2m_access_path target);
/* The decision on a valid request of `server` about the device. */
lwm2m_access_decision decide(int64_t server, lwm2m_access_operation operation,
                             lwm2m_access_path target);
/* The decision is what a call leaves behind that failed: denied, not decided, no generation. */
bool is_nothing(const lwm2m_access_decision* decision);

/* ---------------------------------------------------------------- the listener */

/* How often each function of the listener was called, and its last argument. */
struct told {
  unsigned changes, deleted, faults, replaced;
  lwm2m_access_change change;
  lwm2m_access_path instance;
  lwm2m_access_fault fault;
};
/* Sets `all` to zero. */
lwm2m_access_listener listener_of(struct told* all);
