// A world and questions about it: the engine decides what the reference decides, and shows and
// names the same, over a stack's own storage and over the ready-made policy and object model.

#include "exhaustive/comparison.hpp"
#include "input.hpp"
#include "support/world.hpp"
#include "world.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static exhaustive::comparison compared{"fuzz"};
  fuzz::input from{data, size};
  const reference::world w = fuzz::any_world(from);
  std::vector<reference::question> questions{fuzz::any_question(from)};
  while (!from.is_used_up() && questions.size() < 64) questions.push_back(fuzz::any_question(from));
  const exhaustive::asked all{std::move(questions)};

  const stack::policy policy = stack::policy_from(w);
  const stack::objects objects = stack::objects_from(w);
  compared.decisions(w, policy, objects, all);
  compared.ranges(w, policy, objects, all);
  const auto ready_made = stack::ready_made_from(w);
  const auto ready_made_objects = stack::ready_made_objects_from(w);
  if (ready_made && ready_made_objects) {
    const reference::world in_room = stack::in_ready_made(w);
    compared.decisions(in_room, *ready_made, *ready_made_objects, all);
    compared.ranges(in_room, *ready_made, *ready_made_objects, all);
  }
  fuzz::must(compared.differences() == 0, "the engine decides as the reference");
  return 0;
}
