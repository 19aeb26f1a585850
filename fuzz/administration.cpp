// Commands to a policy under administration, one after the other: the engine against the model.

#include "input.hpp"
#include "support/administration_run.hpp"

namespace {

using namespace administration;

template <std::size_t Instances, std::size_t Entries, std::size_t Accounts>
void carry_out(fuzz::input& from) {
  static figures count;
  run<lac::policy<Instances, Entries, Accounts>> one{
      every_edition[from.below(4)], {Instances, Entries, Accounts}, count};
  const auto below = [&](unsigned end) { return from.below(end); };
  for (int left = 100; left > 0 && !from.is_used_up(); --left)
    one.step(command_maker{below}.any_command());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) try {
  fuzz::input from{data, size};
  if (from.below(2) == 0)
    carry_out<4, 8, 3>(from);
  else
    carry_out<6, 12, 5>(from);
  return 0;
} catch (const rc::detail::CaseResult& failed) {
  fuzz::fail(failed.description);
}
