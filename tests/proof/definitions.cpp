// Prints the decision for one path as SMT-LIB: the engine's tables, and the formula over any policy
// and any objects. What is asserted of it stands in theorems.smt2.

#include <iostream>
#include <string>

#include "proof/symbolic.hpp"

namespace {

using namespace proof;
using symbolic::number;

constexpr unsigned operations = number_of(lac::operation::write_composite);
constexpr unsigned reasons = number_of(reason::no_room);

std::string sorts(unsigned count) {
  std::string all;
  for (; count > 0; --count) all += " Number";
  return all;
}

void declare(const char* of, const char* function, unsigned numbers, const char* result) {
  std::cout << "(declare-fun " << function << " (" << of << sorts(numbers) << ") " << result
            << ")\n";
}

/// A function of a number x, of which a table holds the values from `first` to `last`.
void define_table(const char* name, const char* result, unsigned first, unsigned last,
                  const auto& value_of) {
  std::cout << "(define-fun " << name << " ((x Number)) " << result << "\n  ";
  for (unsigned x = first; x <= last; ++x)
    std::cout << "(ite (= x " << number{x}.text << ") " << value_of(x) << "\n  ";
  std::cout << value_of(0) << std::string(last + 1 - first, ')') << ")\n";
}

std::string text_of(bool value) { return value ? "true" : "false"; }

const lac::operation_facts& facts(unsigned op) {
  return lac::facts_of(static_cast<lac::operation>(op));
}

void define_switch(const char* name, bool lac::edition::*which) {
  define_table(name, "Bool", number_of(lac::edition_name::draft),
               number_of(lac::edition_name::v1_2), [&](unsigned edition) {
                 return text_of(lac::edition_of(static_cast<lac::edition_name>(edition)).*which);
               });
}

void define_switches() {
  define_switch("owner_has_full_right", &lac::edition::owner_has_full_right);
  define_switch("may_be_disabled", &lac::edition::may_be_disabled);
  define_switch("bootstrap_reads_access_control", &lac::edition::bootstrap_reads_access_control);
  define_switch("bootstrap_reads_servers", &lac::edition::bootstrap_reads_servers);
  define_switch("oscore_is_restricted", &lac::edition::oscore_is_restricted);
  define_switch("deletes_resource_instances", &lac::edition::deletes_resource_instances);
  define_switch("creates_on_instance", &lac::edition::creates_on_instance);
  define_switch("keeps_device_instance", &lac::edition::keeps_device_instance);
  define_switch("has_composites", &lac::edition::has_composites);
}

void define_operations() {
  const auto define = [](const char* name, const auto& value_of) {
    define_table(name, "Number", 1, operations,
                 [&](unsigned op) { return number{value_of(facts(op))}.text; });
  };
  define("needs", [](const lac::operation_facts& of) { return of.needs.raw(); });
  define("supported_by", [](const lac::operation_facts& of) { return of.supported_by.raw(); });
  define("addressing", [](const lac::operation_facts& of) { return of.by; });
  define("for_bootstrap", [](const lac::operation_facts& of) { return of.for_bootstrap; });
  std::cout << "(define-fun applies ((x Number) (level Number)) Bool\n  (or false";
  for (unsigned op = 1; op <= operations; ++op)
    for (unsigned level = 0; level <= number_of(lac::level::resource_instance); ++level)
      if (facts(op).applies.has(static_cast<lac::level>(level)))
        std::cout << "\n    (and (= x " << number{op}.text << ") (= level " << number{level}.text
                  << "))";
  std::cout << "))\n";
}

void define_reasons() {
  const auto facts_of = [](unsigned why) { return lac::facts_of(static_cast<reason>(why)); };
  define_table("code", "Number", 1, reasons,
               [&](unsigned why) { return number{facts_of(why).code}.text; });
  define_table("step", "Number", 1, reasons,
               [&](unsigned why) { return number{facts_of(why).step}.text; });
}

struct name {
  const char* text;
  unsigned value;
};

/// The names that theorems.smt2 uses.
constexpr name names[] = {{"edition.draft", number_of(lac::edition_name::draft)},
                          {"edition.v1_0", number_of(lac::edition_name::v1_0)},
                          {"edition.v1_1", number_of(lac::edition_name::v1_1)},
                          {"edition.v1_2", number_of(lac::edition_name::v1_2)},
                          {"level.none", number_of(lac::level::none)},
                          {"level.object", number_of(lac::level::object)},
                          {"level.object_instance", number_of(lac::level::object_instance)},
                          {"level.resource", number_of(lac::level::resource)},
                          {"level.resource_instance", number_of(lac::level::resource_instance)},
                          {"op.read", number_of(lac::operation::read)},
                          {"op.write", number_of(lac::operation::write)},
                          {"op.update", number_of(lac::operation::update)},
                          {"op.execute", number_of(lac::operation::execute)},
                          {"op.create", number_of(lac::operation::create)},
                          {"op.delete", number_of(lac::operation::delete_)},
                          {"op.discover", number_of(lac::operation::discover)},
                          {"op.write_attributes", number_of(lac::operation::write_attributes)},
                          {"op.observe", number_of(lac::operation::observe)},
                          {"op.cancel_observation", number_of(lac::operation::cancel_observation)},
                          {"op.notify", number_of(lac::operation::notify)},
                          {"op.write_composite", number_of(lac::operation::write_composite)},
                          {"addressing.composite_read", number_of(lac::addressing::composite_read)},
                          {"reason.allowed", number_of(reason::allowed)},
                          {"reason.object_is_restricted", number_of(reason::object_is_restricted)},
                          {"reason.no_account", number_of(reason::no_account)},
                          {"reason.access_right_missing", number_of(reason::access_right_missing)},
                          {"reason.not_the_owner", number_of(reason::not_the_owner)},
                          {"reason.kept_by_the_client", number_of(reason::kept_by_the_client)},
                          {"step.object_level", number_of(lac::step::object_level)},
                          {"unauthorized", number_of(lac::coap::unauthorized)},
                          {"owner_rights", lac::owner_rights.raw()},
                          {"nothing", 65535}};

/// Reasons that one path without a payload can be refused for: each is met by some trial.
constexpr reason possible[] = {reason::allowed,
                               reason::object_is_restricted,
                               reason::composite_path_too_short,
                               reason::no_account,
                               reason::operation_unknown,
                               reason::not_for_bootstrap,
                               reason::path_missing,
                               reason::path_is_root,
                               reason::object_not_found,
                               reason::object_instance_not_found,
                               reason::operation_not_on_object,
                               reason::access_right_missing,
                               reason::not_the_owner,
                               reason::kept_by_the_client,
                               reason::resource_not_found,
                               reason::resource_instance_not_found,
                               reason::operation_not_on_this_level,
                               reason::device_instance_is_kept,
                               reason::operation_not_supported,
                               reason::access_control_read_only,
                               reason::mandatory_resource_missing,
                               reason::object_instance_exists,
                               reason::object_instance_id_reserved,
                               reason::entry_id_reserved};

void define_names() {
  for (const name& each : names)
    std::cout << "(define-fun " << each.text << " () Number " << number{each.value}.text << ")\n";
  std::cout << "(define-fun is_possible ((x Number)) Bool (or";
  for (const reason each : possible) std::cout << " (= x " << number{each}.text << ")";
  std::cout << "))\n";
}

/// Asks for a trial that meets each of them.
void ask_for_each_reason() {
  for (const reason each : possible)
    std::cout << "(push 1)\n(echo \"sat: reason " << number_of(each)
              << " is met\")\n(assert (= given " << number{each}.text
              << "))\n(check-sat)\n(pop 1)\n";
}

void declare_worlds() {
  std::cout << "(declare-sort Policy 0)\n(declare-sort Objects 0)\n";
  declare("Policy", "account", 1, "Bool");
  declare("Policy", "only_account", 0, "Bool");
  declare("Policy", "disabled", 0, "Bool");
  declare("Policy", "governed", 2, "Bool");
  declare("Policy", "owner", 2, "Number");
  declare("Policy", "present", 3, "Bool");
  declare("Policy", "right", 3, "Number");
  declare("Policy", "managed", 1, "Bool");
  declare("Policy", "managed_owner", 1, "Number");
  declare("Policy", "managed_present", 2, "Bool");
  declare("Objects", "object", 1, "Bool");
  declare("Objects", "single", 1, "Bool");
  declare("Objects", "occupied", 1, "Bool");
  declare("Objects", "must_convey", 1, "Bool");
  declare("Objects", "instance", 2, "Bool");
  declare("Objects", "defined", 2, "Bool");
  declare("Objects", "type", 2, "Number");
  declare("Objects", "multiple", 2, "Bool");
  declare("Objects", "resource", 3, "Bool");
  declare("Objects", "resource_instance", 4, "Bool");
}

void define_check() {
  const auto named = [](const char* name) { return number{std::string{name}}; };
  const symbolic::world any;
  const question<symbolic::world> asked{{"boots"},  named("s"), named("op"), named("level"),
                                        named("o"), named("i"), named("r"),  named("n")};
  const formula<symbolic::world> decision{any, asked};
  const char* const parameters =
      "((p Policy) (m Objects) (e Number) (boots Bool) (s Number) (op Number) (level Number)"
      " (o Number) (i Number) (r Number) (n Number))";
  std::cout << "(define-fun check " << parameters << " Number\n  " << decision.check().text
            << ")\n";
}

}  // namespace

/// Without an argument what theorems.smt2 builds on; with one what comes after it.
int main(int argc, char**) {
  if (argc > 1) {
    ask_for_each_reason();
    return 0;
  }
  std::cout << "(set-logic QF_UFBV)\n(define-sort Number () (_ BitVec 16))\n";
  declare_worlds();
  define_names();
  define_switches();
  define_operations();
  define_reasons();
  define_check();
}
