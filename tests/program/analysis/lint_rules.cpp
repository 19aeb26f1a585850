#include "program/analysis/lint_document.hpp"
#include "program/cases/words.hpp"

#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/consistency.hpp>

#include <algorithm>
#include <memory>

namespace program {

namespace {

std::string server_text(lac::short_server_id server) { return std::to_string(server.value()); }

std::string entry_name(lac::acl_instance_id id) {
  return id.is_default() ? "default" : std::to_string(id.value());
}

/// What of a right means something on an Object Instance.
lac::access_rights below_object(lac::access_rights rights) { return rights & lac::owner_rights; }

bool is_empty(lac::access_rights rights) { return rights == lac::access_rights{}; }

/// G6: what the engine itself finds before a Bootstrap is finished.
void faults(lint_document& in) {
  const bool knows_objects = in.objects().object_count() != 0;
  lac::check_consistency(in.granted(), in.objects(), [&](const lac::fault& each) {
    const auto one = in.granted().find_id(each.id);
    if (each.kind == lac::fault_kind::target_missing && knows_objects)
      in.found("target-missing", in.acl_at(each.target),
               name_of(one) + " governs an Object Instance that does not exist.",
               "Declare the instance, or remove the acl.");
    if (each.kind == lac::fault_kind::owner_without_account)
      in.found("owner-without-account", in.owner_at(each.target),
               "The Owner of " + name_of(one) + ", " + server_text(one.owner().server()) +
                   ", has no Server Account.",
               "Add the account to `servers`, or name an Owner that has one.");
  });
}

void owner(lint_document& in, const auto& one) {
  if (one.owner().is_bootstrap() || !in.granted().has_account(one.owner().server())) return;
  const lac::short_server_id server = one.owner().server();
  const lac::acl_right own = one.find(lac::acl_instance_id{server});
  if (own && is_empty(below_object(own.rights())))
    in.found("owner-locked-out", in.entry_at(one.target(), server),
             "The own entry of " + server_text(server) + ", the Owner of " + name_of(one) +
                 ", leaves it no right: an own entry counts, also for the Owner.",
             "Remove the entry, or give it rights.");
  if (!own && !in.rules().owner_has_full_right)
    in.found("draft-owner", in.owner_at(one.target()),
             "In this edition " + server_text(server) + ", the Owner of " + name_of(one) +
                 ", has no right by being it, and there is no entry for it.",
             "Add the entry " + server_text(server) + ": RWED.");
}

/// A5: who has no entry gets more than one that has.
void default_entry(lint_document& in, const auto& one) {
  const lac::acl_right any = one.find(lac::default_short_server_id{});
  if (!any || one.target().is_object_level()) return;
  for (const lac::acl_entry& each : entries_of(one)) {
    if (each.id.is_default() || !in.granted().has_account(each.id.server())) continue;
    const lac::access_rights missing{
        static_cast<std::uint16_t>(below_object(any.rights()).raw() & ~each.rights.raw())};
    if (is_empty(missing)) continue;
    return in.found(
        "default-opens-more", in.entry_at(one.target(), lac::default_short_server_id{}),
        "In " + name_of(one) + " every Server without an entry has " + text_of(missing) +
            ", which " + entry_name(each.id) + " has not.",
        "Give " + entry_name(each.id) + " what strangers have, or take it from default.");
  }
}

bool takes_create(const lint_document& in, const auto& one, const lac::acl_entry& entry) {
  if (!entry.rights.has(lac::right::create)) return true;
  if (one.target().is_object_level()) return !entry.id.is_default();
  return in.rules().creates_on_instance;
}

/// Whether removing the entry takes or gives a right to any account.
bool is_redundant(const lint_document& in, const auto& one, const lac::acl_entry& entry) {
  const auto without = std::make_unique<policy>(in.granted());
  (void)without->erase_entry(one.id(), entry.id);
  for (const lac::short_server_id server : in.granted().accounts()) {
    const auto rights = [&](const policy& of) {
      return lac::obtain_access_right(of, server, one.target()).rights & lac::full_rights;
    };
    if (!(rights(in.granted()) == rights(*without))) return false;
  }
  return true;
}

void entry(lint_document& in, const auto& one, const lac::acl_entry& each) {
  const text_token at = in.entry_at(one.target(), each.id);
  const std::string name = "The entry " + entry_name(each.id) + " of " + name_of(one);
  const bool has_account = each.id.is_default() || in.granted().has_account(each.id.server());
  const bool counts = takes_create(in, one, each);
  const bool is_device =
      one.target() == lac::access_control_target{lac::objects::device, lac::object_instance_id{0}};
  if (!has_account)
    in.found("entry-without-account", at, name + " is for a Server that has no account.",
             "Add the account to `servers`, or remove the entry.");
  if (!counts)
    in.found("create-that-never-counts", at,
             name +
                 " holds C, which is never looked at: Create reads the own entry of the "
                 "Object-level acl.",
             one.target().is_object_level()
                 ? "Give C to each Server by an entry of its own."
                 : "Move C to `acl for /" + std::to_string(one.target().object().value()) + "`.");
  if (each.rights.has_reserved())
    in.found("reserved-bits", at, name + " has reserved bits: " + text_of(each.rights) + '.',
             "Write the rights as letters: " + text_of(each.rights & lac::full_rights) + '.');
  if (is_device && in.rules().keeps_device_instance && each.rights.has(lac::right::delete_))
    in.found("delete-of-the-device", at,
             name + " holds D, but the Device instance is never deleted.", "Leave D out.");
  if (has_account && counts && in.looks_at_acls() && is_redundant(in, one, each))
    in.found("redundant-entry", at, name + " changes no right of any account.",
             "Remove it, unless it is there for what may come.");
}

/// C7: what no Resource of the Object supports.
void support(lint_document& in, const auto& one) {
  const auto object = in.objects().find_object(one.target().object());
  if (!object || one.target().is_object_level()) return;
  struct row {
    lac::right right;
    lac::resource_operation needs;
  };
  constexpr row rows[] = {{lac::right::read, lac::resource_operation::read},
                          {lac::right::write, lac::resource_operation::write},
                          {lac::right::execute, lac::resource_operation::execute}};
  for (const lac::acl_entry& each : entries_of(one)) {
    lac::access_rights useless{};
    for (const row& tried : rows) {
      const auto resources = object.resources();
      const bool is_supported = std::any_of(resources.begin(), resources.end(), [&](const auto& r) {
        return r.supports(lac::access_type::of(tried.needs));
      });
      if (each.rights.has(tried.right) && !is_supported) useless = useless.with(tried.right);
    }
    if (is_empty(useless)) continue;
    in.found("right-without-support", in.entry_at(one.target(), each.id),
             "The entry " + entry_name(each.id) + " of " + name_of(one) + " holds " +
                 text_of(useless) + ", which no Resource of the Object supports.",
             "Leave " + text_of(useless) + " out.");
  }
}

bool is_restricted(const lint_document& in, lac::object_id id) {
  return id == lac::objects::security ||
         (id == lac::objects::oscore && in.rules().oscore_is_restricted);
}

bool anybody_has(const lint_document& in, lac::access_control_target target,
                 lac::access_rights any_of) {
  const auto accounts = in.granted().accounts();
  return std::any_of(accounts.begin(), accounts.end(), [&](lac::short_server_id server) {
    return !is_empty(lac::obtain_access_right(in.granted(), server, target).rights & any_of);
  });
}

void reach_of_instance(lint_document& in, lac::access_control_target target) {
  if (anybody_has(in, target, lac::owner_rights)) return;
  const bool is_governed = static_cast<bool>(in.granted().find(target));
  in.found("nobody-reaches", is_governed ? in.acl_at(target) : in.object_at(target.object()),
           "No account has any right on " + text_of(path_of(target)) +
               (is_governed ? "." : ", which has no acl."),
           is_governed ? "Give somebody an entry, or the ownership."
                       : "Add an acl for " + text_of(path_of(target)) + '.');
}

void creation(lint_document& in, const lac::object_view& object) {
  const lac::access_control_target level{object.id()};
  const bool is_governed = static_cast<bool>(in.granted().find(level));
  const auto targets = targets_of(in.granted());
  const bool by_instance = in.rules().creates_on_instance &&
                           std::any_of(targets.begin(), targets.end(), [&](const auto& each) {
                             return each.object() == object.id() && !each.is_object_level() &&
                                    anybody_has(in, each, lac::object_level_rights);
                           });
  if (anybody_has(in, level, lac::object_level_rights) || by_instance) return;
  if (!is_governed && !object.instances().empty()) return;
  in.found("nobody-creates", is_governed ? in.acl_at(level) : in.object_at(object.id()),
           "No account may Create an instance of /" + std::to_string(object.id().value()) +
               (is_governed ? "." : ", and there is none."),
           "Add `acl for /" + std::to_string(object.id().value()) +
               " owner bootstrap { SSID: C }`, unless the Client makes the instances.");
}

}  // namespace

void lint_whole(lint_document& in) {
  const std::size_t accounts = in.granted().account_count();
  if (in.granted().is_disabled())
    in.found("disabled", in.first_of(statement_kind::access_control),
             "Access control is disabled: every account has every right.",
             "Remove the line once the acls are there.");
  if (accounts == 1 && in.granted().access_control_count() != 0)
    in.found("single-account", in.first_of(statement_kind::servers),
             "With one Server Account, " + server_text(in.granted().accounts()[0]) +
                 " has every right, and no acl is looked at.",
             "Add the other accounts, if there are any.");
}

void lint_access_controls(lint_document& in) {
  faults(in);
  for (std::size_t k = 0; k < in.granted().access_control_count(); ++k) {
    const auto one = in.granted().access_control_at(k);
    owner(in, one);
    default_entry(in, one);
  }
}

void lint_entries(lint_document& in) {
  for (std::size_t k = 0; k < in.granted().access_control_count(); ++k) {
    const auto one = in.granted().access_control_at(k);
    for (const lac::acl_entry& each : entries_of(one)) entry(in, one, each);
  }
}

void lint_reach(lint_document& in) {
  for (std::size_t k = 0; k < in.granted().access_control_count(); ++k)
    support(in, in.granted().access_control_at(k));
  if (!in.looks_at_acls()) return;
  for (std::size_t k = 0; k < in.objects().object_count(); ++k) {
    const lac::object_view object = in.objects().object_at(k);
    if (is_restricted(in, object.id())) continue;
    for (const lac::object_instance_id id : object.instances())
      reach_of_instance(in, {object.id(), id});
    creation(in, object);
  }
}

}  // namespace program
