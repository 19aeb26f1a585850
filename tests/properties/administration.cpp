// Random sequences of everything that can happen to a policy, the engine against the model.

#include <iostream>

#include "support/administration_run.hpp"
#include "support/catch.hpp"

namespace {

using namespace administration;

/// A sequence of commands.
std::vector<command> commands() {
  const auto any_command = [] {
    const auto below = [](unsigned end) { return *rc::gen::inRange(0U, end); };
    return command_maker{below}.any_command();
  };
  const auto each = rc::gen::resize(rc::kNominalSize, rc::gen::exec(any_command));
  return *rc::gen::scale(12.0, rc::gen::container<std::vector<command>>(each));
}

template <std::size_t Instances, std::size_t Entries, std::size_t Accounts>
figures model_and_engine_agree(const char* name) {
  figures count;
  for (const edition_name edition : every_edition) {
    const std::string about = std::string{name} + ", edition " + reference::words(edition);
    CHECK(rc::check(about, [&] {
      const std::vector<command> all = commands();
      run<lac::policy<Instances, Entries, Accounts>> one{
          edition, {Instances, Entries, Accounts}, count};
      for (const command& each : all) one.step(each);
    }));
  }
  for (const reason each :
       {reason::not_the_owner, reason::kept_by_the_client, reason::access_control_read_only,
        reason::access_right_out_of_range, reason::entry_id_reserved, reason::value_doubled,
        reason::object_level_takes_only_create, reason::object_level_owner_is_bootstrap,
        reason::owner_out_of_range, reason::owner_without_account, reason::target_out_of_range,
        reason::target_doubled, reason::value_missing, reason::payload_outside_uri_path})
    CHECK(count.reasons[each] != 0);
  std::cout << "figure: administration against the model, " << name << ": " << count.commands
            << " commands (" << count.allowed << " requests performed, " << count.refused
            << " refused for " << count.reasons.size() - 1 << " reasons), " << count.decisions
            << " decisions" << std::endl;
  return count;
}

}  // namespace

TEST_CASE("model and engine agree, in a policy that is soon full", "[F10][C10]") {
  figures count = model_and_engine_agree<4, 8, 3>("a full policy");
  CHECK(count.reasons[reason::no_room] != 0);
}

TEST_CASE("model and engine agree, in a policy with some room", "[F10]") {
  (void)model_and_engine_agree<6, 12, 5>("a policy with some room");
}
