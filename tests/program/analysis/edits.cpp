#include "program/analysis/edits.hpp"

#include "program/analysis/space.hpp"
#include "program/cases/words.hpp"

#include <algorithm>
#include <utility>

namespace program {

namespace {

constexpr lac::right every_right[] = {lac::right::read, lac::right::write, lac::right::execute,
                                      lac::right::delete_, lac::right::create};

class lister {
 public:
  lister(const policy& of, lac::short_server_id also) : of_{of}, entries_{ids(of, also)} {}

  std::vector<edit> list(lac::short_server_id also, lac::access_control_target governing) {
    for (std::size_t k = 0; k < of_.access_control_count(); ++k) {
      entries(k);
      owners(k);
    }
    if (governing.is_valid() && !of_.find(governing)) first_entries(governing);
    accounts(also);
    add({.kind = edit_kind::enabling, .is_on_after = of_.is_disabled()});
    return std::move(found_);
  }

 private:
  static std::vector<lac::acl_instance_id> ids(const policy& of, lac::short_server_id also) {
    std::vector<lac::acl_instance_id> all{lac::default_short_server_id{}};
    for (const lac::short_server_id server : of.accounts()) all.push_back(server);
    if (also.is_valid() && !of.has_account(also)) all.push_back(also);
    return all;
  }

  void add(const edit& one) { found_.push_back(one); }

  void entries(std::size_t k) {
    const auto one = of_.access_control_at(k);
    std::vector<lac::acl_instance_id> all = entries_;
    for (const lac::acl_entry each : one.entries())
      if (std::find(all.begin(), all.end(), each.id) == all.end()) all.push_back(each.id);
    for (const lac::acl_instance_id id : all) {
      edit base{.kind = edit_kind::entry, .at = one.id(), .target = one.target(), .entry = id};
      const lac::acl_right present = one.find(id);
      if (present) base.rights_before = present.rights();
      changed(base, present ? present.rights() : lac::access_rights{});
      base.rights_after = present ? std::nullopt : std::optional{lac::access_rights{}};
      add(base);
    }
  }

  /// One right more, one less.
  void changed(edit base, lac::access_rights from) {
    for (const lac::right each : every_right) {
      base.rights_after = from.has(each) ? from.without(each) : from.with(each);
      if (base.rights_before || !from.has(each)) add(base);
    }
  }

  void first_entries(lac::access_control_target governing) {
    for (const lac::acl_instance_id id : entries_)
      changed({.kind = edit_kind::first_entry,
               .at = of_.lowest_free_id(),
               .target = governing,
               .entry = id},
              {});
  }

  void owners(std::size_t k) {
    const auto one = of_.access_control_at(k);
    edit base{.kind = edit_kind::owner,
              .at = one.id(),
              .target = one.target(),
              .owner_before = one.owner()};
    for (const lac::acl_instance_id id : entries_) {
      base.owner_after = id.is_default() ? lac::access_control_owner{lac::bootstrap}
                                         : lac::access_control_owner{id.server()};
      if (!(base.owner_after == base.owner_before)) add(base);
    }
  }

  void accounts(lac::short_server_id also) {
    for (const lac::short_server_id server : of_.accounts())
      add({.kind = edit_kind::account, .server = server, .is_on_after = false});
    if (also.is_valid() && !of_.has_account(also))
      add({.kind = edit_kind::account, .server = also, .is_on_after = true});
  }

  const policy& of_;
  std::vector<lac::acl_instance_id> entries_;
  std::vector<edit> found_;
};

bool is_done(lac::status what) { return what == lac::status::done; }

bool set_entry(const edit& change, policy& to) {
  if (!change.rights_after) return is_done(to.erase_entry(change.at, change.entry));
  return is_done(to.set_entry(change.at, {change.entry, *change.rights_after}));
}

bool set_first_entry(const edit& change, policy& to) {
  if (!change.rights_after) return is_done(to.erase_id(change.at));
  const lac::acl_entry only{change.entry, *change.rights_after};
  return is_done(to.add(
      lac::access_control_view{change.at, change.target, lac::bootstrap, lac::acl_view{&only, 1}}));
}

std::string name_of(lac::acl_instance_id id) {
  return id.is_default() ? "default" : std::to_string(id.value());
}

std::string name_of(lac::access_control_owner owner) {
  return owner.is_bootstrap() ? "bootstrap" : std::to_string(owner.value());
}

std::string place_of(const edit& change) {
  return "/2/" + std::to_string(change.at.value()) + " (for " + text_of(path_of(change.target)) +
         ')';
}

std::string entry_sentence(const edit& change) {
  const std::string entry = name_of(change.entry) + ": ";
  if (!change.rights_before)
    return "Make the entry " + entry + text_of(*change.rights_after) + " in " + place_of(change);
  if (!change.rights_after)
    return "Remove the entry " + entry + text_of(*change.rights_before) + " from " +
           place_of(change);
  return "Change the entry " + entry + text_of(*change.rights_before) + " to " +
         text_of(*change.rights_after) + " in " + place_of(change);
}

}  // namespace

edit edit::inverse() const {
  edit back = *this;
  std::swap(back.rights_before, back.rights_after);
  std::swap(back.owner_before, back.owner_after);
  back.is_on_after = !is_on_after;
  return back;
}

bool apply(const edit& change, policy& to) {
  switch (change.kind) {
    case edit_kind::entry:
      return set_entry(change, to);
    case edit_kind::first_entry:
      return set_first_entry(change, to);
    case edit_kind::owner:
      return is_done(to.set_owner(change.at, change.owner_after));
    case edit_kind::account:
      return is_done(change.is_on_after ? to.add_account(change.server)
                                        : to.erase_account(change.server));
    case edit_kind::enabling:
      if (change.is_on_after != to.is_disabled()) return false;
      return is_done(change.is_on_after ? to.enable() : to.disable());
  }
  return false;
}

std::vector<edit> every_edit(const policy& of, lac::short_server_id also,
                             lac::access_control_target governing) {
  return lister{of, also}.list(also, governing);
}

std::string sentence_of(const edit& change) {
  switch (change.kind) {
    case edit_kind::entry:
      return entry_sentence(change) + '.';
    case edit_kind::first_entry:
      return "Make " + place_of(change) + ", owner bootstrap, with the entry " +
             name_of(change.entry) + ": " + text_of(*change.rights_after) + '.';
    case edit_kind::owner:
      return "Change the Owner of " + place_of(change) + " from " + name_of(change.owner_before) +
             " to " + name_of(change.owner_after) + '.';
    case edit_kind::account:
      return (change.is_on_after ? "Add" : "Remove") + std::string{" the Server Account "} +
             std::to_string(change.server.value()) + '.';
    case edit_kind::enabling:
      return change.is_on_after ? "Enable access control." : "Disable access control.";
  }
  return {};
}

}  // namespace program
