// diff and explain against brute force: everything is asked one by one, without the tables and the
// folding of the program, over random policies.
#include "program/analysis/difference.hpp"
#include "program/analysis/explain.hpp"
#include "program/cases/words.hpp"
#include "program/show/lists.hpp"
#include "program/suite/patterns.hpp"
#include "program/suite/random_device.hpp"

#include <lwm2m/access/access_right.hpp>

#include <bit>
#include <iostream>
#include <map>
#include <set>
#include <tuple>

#include "support/catch.hpp"

using namespace program;

namespace {

/// One request and what it got before and after, in words.
using cell = std::tuple<unsigned, std::string, std::string>;
struct two_answers {
  std::string before, after;
  bool was_allowed, is_allowed;
  friend bool operator==(const two_answers&, const two_answers&) = default;
};
using cells = std::map<cell, two_answers>;

/// The request that the space stands for, made here anew.
lac::decision asked_one_by_one(const device& of, lac::short_server_id who, lac::operation op,
                               const lac::path& at) {
  const bool lists = op == lac::operation::send || op == lac::operation::read_composite ||
                     op == lac::operation::observe_composite ||
                     op == lac::operation::write_composite;
  if (lists) return lac::authorize(of.policy, of.model, {who, op, {}, {&at, 1}});
  std::vector<lac::path> payload;
  const lac::object_view object = [&] {
    for (std::size_t k = 0; k < of.model.object_count(); ++k)
      if (of.model.object(k) == at.object()) return of.model.object_at(k);
    return lac::object_view{};
  }();
  if (op == lac::operation::create && at.level() >= lac::level::object && object) {
    unsigned free = 0;
    for (const auto id : object.instances()) free += id.value() == free ? 1U : 0U;
    const lac::object_instance_id in =
        at.level() == lac::level::object ? lac::object_instance_id{free} : at.object_instance();
    for (const auto& each : object.resources())
      if (each.is_mandatory() && (each.operations().raw() & 0x40) != 0)
        payload.push_back({at.object(), in, each.id()});
  }
  return lac::authorize(of.policy, of.model, {who, op, at, payload});
}

cells brute_force(const device& before, const device& after, const space& over) {
  cells found;
  for (const auto server : over.servers)
    for (const auto op : over.operations)
      for (const auto& at : over.paths) {
        const lac::decision was = asked_one_by_one(before, server, op, at);
        const lac::decision is = asked_one_by_one(after, server, op, at);
        if (answer_of(was) != answer_of(is))
          found[{server.value(), text_of(op), text_of(at)}] = {answer_of(was), answer_of(is),
                                                               was.allowed(), is.allowed()};
      }
  return found;
}

/// The lines as they are printed, expanded again from their text.
std::map<cell, effect> expanded(const difference& of, std::size_t& doubled) {
  std::map<cell, effect> found;
  for (const box<3>& line : of.lines)
    for (const auto server : servers_of(of.over, line))
      for (const auto op : operations_of(of.over, line))
        for (const std::string& at : expanded_paths(paths_text(paths_of(of.over, line))))
          doubled += found.emplace(cell{server.value(), text_of(op), at},
                                   change_mark::unpacked(line.mark).effect)
                             .second
                         ? 0U
                         : 1U;
  return found;
}

bool agree(const cells& brute, const std::map<cell, effect>& folded) {
  if (brute.size() != folded.size()) return false;
  for (const auto& [at, answers] : brute) {
    const auto place = folded.find(at);
    const effect right = answers.was_allowed == answers.is_allowed ? effect::other
                         : answers.is_allowed                      ? effect::gains
                                                                   : effect::loses;
    if (place == folded.end() || place->second != right) return false;
  }
  return true;
}

std::unique_ptr<device> copy_of(const device& one) { return std::make_unique<device>(one); }

constexpr unsigned policies = 1000;

}  // namespace

TEST_CASE("diff tells exactly what differs") {
  random_devices random{20131210};
  std::size_t differ = 0, doubled = 0, points = 0, lines = 0;
  for (unsigned k = 0; k < policies; ++k) {
    const auto before = random.next();
    const auto after = k % 2 == 0 ? random.next() : copy_of(*before);
    for (unsigned n = 0; k % 2 != 0 && n < 3; ++n) random.change(after->policy);
    const difference found = difference_of(*before, *after);
    const cells brute = brute_force(*before, *after, space_of(*before, *after));
    differ += agree(brute, expanded(found, doubled)) ? 0U : 1U;
    points += found.points.size();
    lines += found.lines.size();
  }
  std::cout << "figure: diff against brute force: " << policies << " policies, " << points
            << " decisions differ, told in " << lines << " lines, which expanded differ for "
            << differ << '\n';
  CHECK(points > 100'000);
  CHECK(differ == 0);
  CHECK(doubled == 0);
}

TEST_CASE("a difference of nothing is nothing") {
  random_devices random{7};
  for (unsigned k = 0; k < 50; ++k) {
    const auto one = random.next();
    CHECK(difference_of(*one, *copy_of(*one)).lines.empty());
  }
}

namespace {

/// Every policy that one change away, made from the parts of the first: not with the program's
/// edits, but by building each anew.
struct neighbour {
  std::string name;
  policy made;
};

struct parts {
  lac::edition rules{};
  std::set<unsigned> accounts{};
  bool disabled = false;
  struct one {
    lac::access_control_target target{};
    unsigned owner = 0;
    std::map<unsigned, unsigned> entries{};
  };
  std::map<unsigned, one> acls{};
};

parts parts_of(const policy& of) {
  parts found{of.rules(), {}, of.is_disabled(), {}};
  for (const auto server : of.accounts()) found.accounts.insert(server.value());
  for (std::size_t k = 0; k < of.access_control_count(); ++k) {
    const auto one = of.access_control_at(k);
    auto& into = found.acls[one.id().value()];
    into.target = one.target();
    into.owner = one.owner().value();
    for (const lac::acl_entry each : one.entries())
      into.entries[each.id.value()] = each.rights.raw();
  }
  return found;
}

/// The policy of these parts; nothing when they make none.
bool build(const parts& from, policy& into) {
  into = policy{from.rules};
  for (const unsigned each : from.accounts) (void)into.add_account(lac::short_server_id{each});
  for (const auto& [id, one] : from.acls) {
    std::vector<lac::acl_entry> entries;
    for (const auto& [who, rights] : one.entries)
      entries.push_back({lac::acl_instance_id{lac::resource_instance_id{who}},
                         lac::access_rights{static_cast<std::uint16_t>(rights)}});
    if (into.add({lac::object_instance_id{id}, one.target,
                  lac::access_control_owner::from_wire(one.owner),
                  lac::acl_view{entries.data(), entries.size()}}) != lac::status::done)
      return false;
  }
  return !from.disabled || into.disable() == lac::status::done;
}

/// Whether each neighbour turns the answer, and how far it is from the first: by name.
class neighbours {
 public:
  neighbours(const device& of, unsigned who, const wire_request& asked)
      : of_{of},
        asked_{asked},
        from_{parts_of(of.policy)},
        allowed_{decide_wire(of, asked).allowed()} {
    ids_ = from_.accounts;
    ids_.insert(who);
    ids_.insert(0);
  }

  std::multiset<std::pair<std::size_t, std::size_t>> turning() {
    for (const auto& [id, one] : from_.acls) {
      entries(id);
      owners(id);
    }
    const auto governing = target_of_request();
    bool is_governed = !governing.is_valid();
    for (const auto& [id, one] : from_.acls) is_governed = is_governed || one.target == governing;
    if (!is_governed) first_entries(governing);
    for (const unsigned each : from_.accounts) with([&](parts& p) { p.accounts.erase(each); });
    const unsigned who = asked_.request().who.server().value();
    if (from_.accounts.count(who) == 0) with([&](parts& p) { p.accounts.insert(who); });
    with([&](parts& p) { p.disabled = !p.disabled; });
    return std::move(found_);
  }

 private:
  template <class Change>
  void with(const Change& change) {
    parts changed = from_;
    change(changed);
    if (!build(changed, made_->policy)) return;
    if (decide_wire(*made_, asked_).allowed() == allowed_) return;
    const rights_distance d = distance_of(of_, *made_);
    found_.emplace(d.rights, d.servers);
  }

  void entries(unsigned id) {
    std::set<unsigned> all = ids_;
    for (const auto& each : from_.acls[id].entries) all.insert(each.first);
    for (const unsigned who : all) {
      const bool is_there = from_.acls[id].entries.count(who) != 0;
      if (is_there)
        with([&](parts& p) { p.acls[id].entries.erase(who); });
      else
        with([&](parts& p) { p.acls[id].entries[who] = 0; });
      for (unsigned bit = 1; bit <= 16; bit *= 2)
        with([&](parts& p) { p.acls[id].entries[who] ^= bit; });
    }
  }

  void owners(unsigned id) {
    for (const unsigned who : ids_) {
      const unsigned owner = who == 0 ? 65535 : who;
      if (owner != from_.acls[id].owner) with([&](parts& p) { p.acls[id].owner = owner; });
    }
  }

  void first_entries(lac::access_control_target target) {
    unsigned free = 0;
    while (from_.acls.count(free) != 0) ++free;
    for (const unsigned who : ids_)
      for (unsigned bit = 1; bit <= 16; bit *= 2)
        with([&](parts& p) {
          p.acls[free] = {target, 65535, {{who, bit}}};
          p.disabled = false;
        });
  }

  lac::access_control_target target_of_request() const {
    const lac::request asked = asked_.request();
    const lac::path at = asked.target;
    const bool creates = asked.op == lac::operation::create;
    if (creates && !(from_.rules.creates_on_instance && at.level() > lac::level::object))
      return lac::access_control_target{at.object()};
    return at.level() > lac::level::object
               ? lac::access_control_target{at.object(), at.object_instance()}
               : lac::access_control_target{};
  }

  const device& of_;
  const wire_request& asked_;
  std::unique_ptr<device> made_ = copy_of(of_);
  parts from_;
  bool allowed_;
  std::set<unsigned> ids_;
  std::multiset<std::pair<std::size_t, std::size_t>> found_;
};

}  // namespace

namespace {

/// A request, of those that come as far as the right where one is found.
std::string request_at_a_right(const device& of, const space& over, random_devices& random) {
  constexpr lac::operation operations[] = {lac::operation::read, lac::operation::write,
                                           lac::operation::execute, lac::operation::create,
                                           lac::operation::delete_};
  std::string text = "1 read /3";
  for (unsigned tries = 0; tries < 40; ++tries) {
    const auto server = random.server();
    const auto op = operations[random.below(5)];
    const auto at = over.paths[random.below(static_cast<std::uint32_t>(over.paths.size()))];
    if (at.object() == lac::objects::access_control) continue;
    const auto step = asked_one_by_one(of, server, op, at).step();
    text = std::to_string(server.value()) + ' ' + text_of(op) + ' ' + text_of(at);
    if (step == lac::step::access_right || step == lac::step::passed) break;
  }
  return text;
}

}  // namespace

TEST_CASE("explain finds every single change that turns the answer, the smallest first") {
  random_devices random{4711};
  std::size_t differ = 0, turning = 0, out_of_order = 0;
  for (unsigned k = 0; k < policies; ++k) {
    const auto one = random.next();
    const space over = space_of(*one);
    const std::string text = request_at_a_right(*one, over, random);
    const lac::view<char> whole{text.data(), text.size()};
    const std::string document = "edition 1.1 " + text;
    const auto ignored = std::make_unique<device>();
    const auto reader = std::make_unique<case_reader>(
        lac::view<char>{document.data(), document.size()}, ignored->policy, ignored->model);
    REQUIRE(reader->next() == lac::case_statement::document);
    REQUIRE(reader->next() == lac::case_statement::request);
    const wire_request asked{reader->request(), one->model};
    const explanation found = explain_request(*one, asked);
    std::multiset<std::pair<std::size_t, std::size_t>> told;
    std::pair<std::size_t, std::size_t> last{};
    for (const turning_edit& each : found.turning) {
      const std::pair now{each.rights, each.servers};
      out_of_order += now < last ? 1U : 0U;
      told.insert(last = now);
    }
    turning += told.size();
    const auto brute = neighbours{*one, asked.request().who.server().value(), asked}.turning();
    differ += told == brute ? 0U : 1U;
    if (told != brute && differ < 4)
      UNSCOPED_INFO(text << ": " << told.size() << " told, " << brute.size());
  }
  std::cout << "figure: explain against brute force: " << policies << " policies, " << turning
            << " single changes turn the answer, " << differ << " differ\n";
  CHECK(turning > 1000);
  CHECK(out_of_order == 0);
  CHECK(differ == 0);
}
