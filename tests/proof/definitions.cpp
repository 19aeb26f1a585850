// Prints the decision for one path as SMT-LIB: the engine's tables, and the formula over any policy
// and any objects. What is asserted of it stands in tables.smt2 and theorems.smt2.
//   proof_definitions [tables|reasons|cells|cell K]
// `tables`: the tables alone; `cell K`: with their cell K changed; `cells`: how many cells there
// are; `reasons`: what comes after the theorems.

#include <bit>
#include <iostream>
#include <string>

#include "proof/symbolic.hpp"

namespace {

using namespace proof;
using symbolic::number;

constexpr unsigned operations = number_of(lac::operation::write_composite);
constexpr unsigned reasons = number_of(reason::policy_being_changed);

std::string sorts(unsigned count) {
  std::string all;
  for (; count > 0; --count) all += " Number";
  return all;
}

void declare(const char* of, const char* function, unsigned numbers, const char* result) {
  std::cout << "(declare-fun " << function << " (" << of << sorts(numbers) << ") " << result
            << ")\n";
}

/// The cells of the tables, in the order in which they are printed; one may be changed.
struct cells {
  unsigned counted = 0, changed = ~0U;

  template <class Value>
  std::string print(Value value) {
    const bool is_changed = counted++ == changed;
    if constexpr (std::is_same_v<Value, bool>)
      return value != is_changed ? "true" : "false";
    else
      return number{value ^ (is_changed ? 1U : 0U)}.text;
  }
};
cells all_cells;

/// A function of a number x, of which a table holds the values from `first` to `last`; of any other
/// it is what it is of 0, which is nothing.
void define_table(const char* name, unsigned first, unsigned last, const auto& value_of) {
  const bool is_truth = std::is_same_v<decltype(value_of(first)), bool>;
  std::string of_any_other = is_truth ? "false" : "#x0000";
  std::cout << "(define-fun " << name << " ((x Number)) " << (is_truth ? "Bool" : "Number")
            << "\n  ";
  for (unsigned x = first; x <= last; ++x) {
    const std::string cell = all_cells.print(value_of(x));
    if (x == 0) of_any_other = cell;
    std::cout << "(ite (= x " << number{x}.text << ") " << cell << "\n  ";
  }
  std::cout << of_any_other << std::string(last + 1 - first, ')') << ")\n";
}

/// A relation of an operation and a level.
void define_levels(const char* name, lac::levels lac::operation_facts::* which) {
  std::cout << "(define-fun " << name << " ((x Number) (level Number)) Bool\n  (or false";
  for (unsigned op = 1; op <= operations; ++op)
    for (unsigned at = 0; at <= number_of(lac::level::resource_instance); ++at)
      std::cout << "\n    (and (= x " << number{op}.text << ") (= level " << number{at}.text << ") "
                << all_cells.print((lac::facts_of(static_cast<lac::operation>(op)).*which)
                                       .has(static_cast<lac::level>(at)))
                << ")";
  std::cout << "))\n";
}

void define_column(const char* name, auto lac::edition::* which) {
  define_table(name, number_of(lac::edition_name::draft), number_of(lac::edition_name::v1_2),
               [&](unsigned edition) {
                 return lac::edition_of(static_cast<lac::edition_name>(edition)).*which;
               });
}

void define_columns() {
  using lac::edition;
  define_column("owner_has_full_right", &edition::owner_has_full_right);
  define_column("may_be_disabled", &edition::may_be_disabled);
  define_column("pre_grant_stays", &edition::pre_grant_stays);
  define_column("bootstrap_reads_access_control", &edition::bootstrap_reads_access_control);
  define_column("bootstrap_reads_servers", &edition::bootstrap_reads_servers);
  define_column("highest_access_right", &edition::highest_access_right);
  define_column("oscore_is_restricted", &edition::oscore_is_restricted);
  define_column("deletes_resource_instances", &edition::deletes_resource_instances);
  define_column("creates_on_instance", &edition::creates_on_instance);
  define_column("create_refuses_read_only", &edition::create_refuses_read_only);
  define_column("keeps_device_instance", &edition::keeps_device_instance);
  define_column("has_composites", &edition::has_composites);
  define_column("creator_gets_entry", &edition::creator_gets_entry);
  define_column("refused_notify_cancels", &edition::refused_notify_cancels);
}

void define_operations() {
  const auto define = [](const char* name, const auto& value_of) {
    define_table(name, 0, operations, [&](unsigned op) -> unsigned {
      return value_of(lac::facts_of(static_cast<lac::operation>(op)));
    });
  };
  using lac::operation_facts;
  define("needs", [](const operation_facts& of) { return of.needs.raw(); });
  define("supported_by", [](const operation_facts& of) { return of.supported_by.raw(); });
  define("success", [](const operation_facts& of) { return number_of(of.success); });
  define("traits", [](const operation_facts& of) { return std::bit_cast<std::uint8_t>(of.is); });
  define_levels("applies", &operation_facts::applies);
  define_levels("for_bootstrap", &operation_facts::for_bootstrap);
}

void define_reasons() {
  const auto facts_of = [](unsigned why) { return lac::facts_of(static_cast<reason>(why)); };
  define_table("code", 0, reasons, [&](unsigned why) { return number_of(facts_of(why).code); });
  define_table("step", 0, reasons, [&](unsigned why) { return number_of(facts_of(why).step); });
}

struct name {
  const char* text;
  unsigned value;
};

// What a thing is called in tables.smt2 and theorems.smt2: `reason.no_room`.
#define NAMED(kind, name) {#kind "." #name, number_of(lac::kind::name)}
constexpr name names[] = {
    // clang-format off
    NAMED(edition_name, draft), NAMED(edition_name, v1_0), NAMED(edition_name, v1_1),
    NAMED(edition_name, v1_2),
    NAMED(level, none), NAMED(level, root), NAMED(level, object), NAMED(level, object_instance),
    NAMED(level, resource), NAMED(level, resource_instance),
    NAMED(operation, read), NAMED(operation, write), NAMED(operation, update),
    NAMED(operation, execute), NAMED(operation, create), NAMED(operation, delete_),
    NAMED(operation, discover), NAMED(operation, write_attributes), NAMED(operation, observe),
    NAMED(operation, cancel_observation), NAMED(operation, notify), NAMED(operation, send),
    NAMED(operation, read_composite), NAMED(operation, observe_composite),
    NAMED(operation, write_composite),
    NAMED(operation_traits, own_act), NAMED(operation_traits, show), NAMED(operation_traits, list),
    NAMED(operation_traits, list_without_path), NAMED(operation_traits, write),
    NAMED(operation_traits, make), NAMED(operation_traits, undefined),
    NAMED(coap, none), NAMED(coap, created), NAMED(coap, deleted), NAMED(coap, changed),
    NAMED(coap, content), NAMED(coap, bad_request), NAMED(coap, unauthorized),
    NAMED(coap, not_found), NAMED(coap, method_not_allowed), NAMED(coap, internal_server_error),
    NAMED(step, none), NAMED(step, restricted_object), NAMED(step, composite_shape),
    NAMED(step, account), NAMED(step, payload), NAMED(step, existence), NAMED(step, object_level),
    NAMED(step, access_right), NAMED(step, resource), NAMED(step, level),
    NAMED(step, operation_support), NAMED(step, content), NAMED(step, instance_taken),
    NAMED(step, room), NAMED(step, passed),
    NAMED(reason, not_decided), NAMED(reason, allowed), NAMED(reason, object_is_restricted),
    NAMED(reason, composite_path_too_short), NAMED(reason, no_account),
    NAMED(reason, edition_unknown), NAMED(reason, operation_unknown),
    NAMED(reason, not_for_bootstrap), NAMED(reason, path_missing), NAMED(reason, path_is_root),
    NAMED(reason, payload_outside_uri_path), NAMED(reason, object_not_found),
    NAMED(reason, object_instance_not_found), NAMED(reason, operation_not_on_object),
    NAMED(reason, access_right_missing), NAMED(reason, not_the_owner),
    NAMED(reason, kept_by_the_client), NAMED(reason, nothing_readable),
    NAMED(reason, resource_not_found), NAMED(reason, resource_instance_not_found),
    NAMED(reason, operation_not_on_this_level), NAMED(reason, device_instance_is_kept),
    NAMED(reason, operation_not_supported), NAMED(reason, access_control_read_only),
    NAMED(reason, mandatory_resource_missing), NAMED(reason, object_instance_exists),
    NAMED(reason, object_instance_id_reserved), NAMED(reason, access_right_out_of_range),
    NAMED(reason, entry_id_reserved), NAMED(reason, value_doubled),
    NAMED(reason, object_level_takes_only_create), NAMED(reason, object_level_owner_is_bootstrap),
    NAMED(reason, owner_out_of_range), NAMED(reason, owner_without_account),
    NAMED(reason, target_out_of_range), NAMED(reason, target_doubled), NAMED(reason, value_missing),
    NAMED(reason, no_room), NAMED(reason, payload_names_two_instances),
    NAMED(reason, no_right_on_any_instance), NAMED(reason, object_instance_id_not_zero),
    NAMED(reason, value_not_an_integer), NAMED(reason, null_deletes_resource_instances_only),
    NAMED(reason, instance_is_kept), NAMED(reason, bootstrap_in_progress),
    NAMED(reason, granted_meanwhile), NAMED(reason, policy_being_changed),
    {"owner_rights", lac::owner_rights.raw()}, {"nothing", 65535},
    // clang-format on
};
#undef NAMED

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
                               reason::entry_id_reserved,
                               reason::no_room,
                               reason::object_instance_id_not_zero,
                               reason::instance_is_kept};

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
  declare("Policy", "room", 1, "Bool");
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
  declare("Objects", "kept", 2, "Bool");
  declare("Objects", "lowest_free", 1, "Number");
  declare("Objects", "filled", 1, "Bool");
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

void define_tables() {
  define_columns();
  define_operations();
  define_reasons();
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "reasons") {
    ask_for_each_reason();
    return 0;
  }
  if (what == "cell") all_cells.changed = static_cast<unsigned>(std::stoul(argv[2]));
  std::cout << "(set-logic QF_UFBV)\n(define-sort Number () (_ BitVec 16))\n";
  define_names();
  define_tables();
  if (what == "cells") std::cout << "; cells: " << all_cells.counted << '\n';
  if (!what.empty()) return 0;
  declare_worlds();
  define_check();
}
