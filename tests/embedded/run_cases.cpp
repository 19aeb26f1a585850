#include "board.hpp"

#include <lwm2m/access.hpp>

/// The worked example of the appendix, answered on the emulated board: the documents of the case
/// files lie in flash, each is copied to RAM, and its requests are put in their order.

namespace lac = lwm2m::access;

namespace {

using case_policy = lac::policy<8, 32, 4>;
using case_model = lac::object_model<8, 16, 64>;

enum class expected_act { none, send, suppress, cancel };

struct case_request {
  lac::request asked;
  lac::view<lac::assignment> values;
  unsigned code;
  expected_act act;
};

struct case_document {
  const case_policy& policy;
  const case_model& objects;
  lac::view<case_request> requests;
};

#include "cases.inc"

bool as_expected(const case_request& one, const lac::decision& taken) {
  switch (one.act) {
    case expected_act::send:
      return taken.verdict() == lac::verdict::send;
    case expected_act::suppress:
      return taken.verdict() == lac::verdict::suppress;
    case expected_act::cancel:
      return taken.verdict() == lac::verdict::cancel;
    case expected_act::none:
      break;
  }
  return static_cast<unsigned>(taken.code()) == one.code;
}

/// What an allowed Create or Delete does to the Objects.
void follow(case_model& objects, const lac::request& asked, const lac::path& made) {
  if (asked.op == lac::operation::create)
    (void)objects.add_instance(made.object(), made.object_instance());
  if (asked.op == lac::operation::delete_ && asked.target.level() == lac::level::object_instance)
    (void)objects.erase_instance(asked.target.object(), asked.target.object_instance());
}

/// How many requests are answered otherwise than expected.
unsigned run(const case_document& document, std::size_t number) {
  case_policy policy = document.policy;
  case_model objects = document.objects;
  unsigned failures = policy.rules().is_valid() && objects.object_count() != 0 ? 0 : 1;
  for (std::size_t k = 0; k < document.requests.size(); ++k) {
    const case_request& one = document.requests[k];
    const lac::path made = lac::created_instance(objects, one.asked);
    const lac::decision taken = lac::administer(policy, objects, one.asked, one.values);
    if (taken.allowed()) follow(objects, one.asked, made);
    if (as_expected(one, taken)) continue;
    board::print("document ", number, " request ", k, ": ", static_cast<unsigned>(taken.code()));
    ++failures;
  }
  return failures;
}

}  // namespace

int main() {
  unsigned failures = 0;
  std::size_t count = 0;
  for (std::size_t k = 0; k < sizeof documents / sizeof documents[0]; ++k) {
    failures += run(documents[k], k);
    count += documents[k].requests.size();
  }
  board::print("requests ", count, " documents ", sizeof documents / sizeof documents[0],
               " failures ", failures);
  return failures == 0 && count != 0 ? 0 : 1;
}
