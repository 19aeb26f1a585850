// Both translation units decide the same, and a policy survives its snapshot.
#include "everything.hpp"

#include <cstdint>

static_assert(LWM2M_ACCESS_VERSION_MAJOR == 0 || LWM2M_ACCESS_VERSION_MAJOR > 0);
static_assert(
    lac::authorize(device, device, {102_server, lac::operation::read, "/3/0/0"_path}).allowed());

#ifdef WITH_C
extern "C" int stack_in_c_works();
#else
static int stack_in_c_works() { return 1; }
#endif

static bool is_restored() {
  std::uint8_t bytes[256];
  const lac::policy<4, 8> policy{device};
  lac::policy<4, 8> other{lac::editions::v1_1}, memory;
  const lac::saved_snapshot saved = lac::save(policy, bytes, sizeof bytes);
  return saved.status == lac::snapshot_status::done &&
         lac::restore({bytes, saved.size}, other, memory) == lac::snapshot_status::done &&
         other == policy;
}

int main() {
  const bool same = decide(lac::operation::read) == decided_elsewhere(lac::operation::read) &&
                    decide(lac::operation::write) == decided_elsewhere(lac::operation::write);
  const bool right = decide(lac::operation::read).allowed() &&
                     decide(lac::operation::write).code() == lac::coap::unauthorized;
  const bool said = sentence_elsewhere(lac::channel::refusal::suite_anonymous) != nullptr &&
                    lac::sentence(decide(lac::operation::write).reason()) != nullptr;
  return same && right && said && is_restored() && stack_in_c_works() ? 0 : 1;
}
