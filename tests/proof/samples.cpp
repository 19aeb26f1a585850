// Prints some trials of the small world for a solver: what their policy and objects say, and the
// reason that the engine gives. So what was printed of the formula is compared with the engine too.

#include <iostream>
#include <string>

#include "proof/concrete.hpp"
#include "proof/symbolic.hpp"
#include "theorems/small_world.hpp"

namespace {

using small_world = proof::concrete_world<theorems::small::policy, theorems::small::model>;
namespace lac = lwm2m::access;

std::string text_of(bool value) { return value ? "true" : "false"; }
std::string text_of(proof::number value) { return proof::symbolic::number{value.value}.text; }

/// Asserts what a function says of some numbers.
void say(const char* function, const char* of, const auto& says, const auto&... numbers) {
  std::cout << "(assert (= (" << function << ' ' << of << ((' ' + text_of(numbers)) + ... + "")
            << ") " << text_of(says) << "))\n";
}

void say_policy(const small_world& w, const proof::question<small_world>& q) {
  const proof::number nobody{0u}, object_level{65535u};
  say("account", "p", w.account(q.server), q.server);
  say("only_account", "p", w.only_account());
  say("disabled", "p", w.disabled());
  for (const proof::number entries : {proof::number{0u}, proof::number{1u}})
    say("room", "p", w.room(entries), entries);
  for (const proof::number i : {q.i, object_level, w.lowest_free(q.o)}) {
    say("governed", "p", w.governed(q.o, i), q.o, i);
    say("owner", "p", w.owner(q.o, i), q.o, i);
    for (const proof::number id : {q.server, nobody}) {
      say("present", "p", w.present(q.o, i, id), q.o, i, id);
      say("right", "p", w.right(q.o, i, id), q.o, i, id);
    }
  }
  say("managed", "p", w.managed(q.i), q.i);
  say("managed_owner", "p", w.managed_owner(q.i), q.i);
  say("managed_present", "p", w.managed_present(q.i, q.n), q.i, q.n);
}

void say_objects(const small_world& w, const proof::question<small_world>& q) {
  say("object", "m", w.object(q.o), q.o);
  say("single", "m", w.single(q.o), q.o);
  say("occupied", "m", w.occupied(q.o), q.o);
  say("must_convey", "m", w.must_convey(q.o), q.o);
  say("instance", "m", w.instance(q.o, q.i), q.o, q.i);
  say("kept", "m", w.kept(q.o, q.i), q.o, q.i);
  say("lowest_free", "m", w.lowest_free(q.o), q.o);
  say("filled", "m", w.filled(q.o), q.o);
  say("defined", "m", w.defined(q.o, q.r), q.o, q.r);
  say("type", "m", w.type(q.o, q.r), q.o, q.r);
  say("multiple", "m", w.multiple(q.o, q.r), q.o, q.r);
  say("resource", "m", w.resource(q.o, q.i, q.r), q.o, q.i, q.r);
  say("resource_instance", "m", w.resource_instance(q.o, q.i, q.r, q.n), q.o, q.i, q.r, q.n);
}

void ask(const theorems::small::world& from, const lac::request& asked, unsigned sample) {
  const small_world w{from.policy, from.objects};
  const auto q = proof::question_about<small_world>(asked, asked.target);
  const proof::number engine{lac::authorize(from.policy, from.objects, asked).reason()};
  std::cout << "(push 1)\n";
  say_policy(w, q);
  say_objects(w, q);
  std::cout << "(define-fun found () Number (check p m "
            << text_of(proof::number{from.policy.rules().name}) << ' ' << text_of(q.bootstrap);
  for (const proof::number each : {q.server, q.op, q.level, q.o, q.i, q.r, q.n})
    std::cout << ' ' << text_of(each);
  std::cout << "))\n(echo \"sat: sample " << sample << " can be\")\n(check-sat)\n"
            << "(echo \"unsat: sample " << sample << " is decided as by the engine\")\n"
            << "(assert (not (= found " << text_of(engine) << ")))\n(check-sat)\n(pop 1)\n";
}

}  // namespace

/// Each `step`-th trial, of the operations with a Uri-Path.
int main() {
  constexpr std::size_t step = 3989;
  std::size_t trial = 0;
  unsigned sample = 0;
  std::cout << "(declare-const p Policy)\n(declare-const m Objects)\n";
  const std::vector<theorems::small::question> all = theorems::small::questions();
  theorems::small::for_each_variant([&](const theorems::small::variant& v) {
    const theorems::small::world w = theorems::small::world_of(v);
    for (const theorems::small::question& each : all) {
      const bool is_covered = !lac::facts_of(each.op).is.lists() &&
                              each.op != lac::operation::notify && each.payload.size() == 0;
      if (is_covered && trial++ % step == 0) ask(w, each.asked(), sample++);
    }
  });
}
