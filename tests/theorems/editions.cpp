// Editions differ where the tables of the rules do, and nowhere else.

#include <map>

#include "theorems/administered.hpp"
#include "theorems/check.hpp"

namespace theorems {
namespace {

using lac::edition_name;

/// A trial, and its world under the next edition.
template <class World>
struct comparison {
  const World& before;
  const World& after;
  const lac::request& q;
  const values& conveyed;

  /// Whether a request names something in this Object.
  [[nodiscard]] constexpr bool names(lac::object_id object) const {
    return any_path(q, [&](const path& each) {
      return each.object() == object || (lists(q) && each.level() == level::root);
    });
  }
};

/// A difference that the tables have: between `from` and the next edition, where `may_differ`.
struct row {
  const char* rule;
  edition_name from;
};

// clang-format off
constexpr row rows[] = {
    {"A4: the Owner without an own entry has the full right",     edition_name::draft},
    {"D4: the Device instance is never deleted",                  edition_name::draft},
    {"D5: Create on an Object Instance",                          edition_name::draft},
    {"D6: a conveyed Resource that does not support Write",       edition_name::draft},
    {"G1: the creator gets an entry",                             edition_name::draft},
    {"H2: a Notify that is not sent ends the observation",        edition_name::draft},
    {"C1: Object 21 is restricted",                               edition_name::v1_0},
    {"E: composite operations and Send",                          edition_name::v1_0},
    {"K4: Bootstrap reads Object 2",                              edition_name::v1_0},
    {"A8: disabled access control",                               edition_name::v1_1},
    {"K4: Bootstrap reads Object 1",                              edition_name::v1_1},
    {"A11: the highest access right",                             edition_name::v1_1},
    {"B: Delete of a Resource Instance",                          edition_name::v1_1}};
// clang-format on
constexpr std::size_t row_count = sizeof rows / sizeof rows[0];

constexpr bool owns_without_entry(const auto& c) {
  bool any = false;
  const lac::short_server_id who = c.q.who.server();
  for_each_access_control(c.before.policy, [&](const auto& each) {
    any = any || (each.owner().is(who) && !each.find(who) && c.names(each.target().object()));
  });
  return any;
}

constexpr bool conveys_read_only(const auto& c) {
  return c.q.op == operation::create && any_path(c.q, [&](const path& each) {
           const auto object = c.before.objects.find_object(each.object());
           if (each.level() < level::resource || !object) return false;
           const lac::resource_definition resource = object.definition(each.resource());
           return resource &&
                  !resource.supports(lac::access_type::of(lac::resource_operation::write));
         });
}

constexpr bool conveys_reserved_bits(const auto& c) {
  for (std::size_t k = 0; k < c.conveyed.size(); ++k)
    if (c.conveyed.all[k].value > 31) return true;
  return false;
}

/// Whether the row says that the editions may differ on this trial.
constexpr bool may_differ(std::size_t row, const auto& c) {
  const lac::request& q = c.q;
  const bool boots_and_reads = q.who.is_bootstrap() && q.op == operation::read;
  switch (row) {
    case 0:
      return owns_without_entry(c);
    case 1:
      return q.op == operation::delete_ && q.target.contains(device_instance);
    case 2:
      return q.op == operation::create && q.target.level() > level::object;
    case 3:
      return conveys_read_only(c);
    case 4:
      return q.op == operation::create && decide(c.before, q).allowed();
    case 5:
      return q.op == operation::notify && !decide(c.before, q).allowed();
    case 6:
      return c.names(lac::objects::oscore);
    case 7:
      return lists(q);
    case 8:
      return boots_and_reads && q.target.object() == lac::objects::access_control;
    case 9:
      return c.before.policy.is_disabled() != c.after.policy.is_disabled();
    case 10:
      return boots_and_reads && q.target.object() == lac::objects::server;
    case 11:
      return is_write(q) && conveys_reserved_bits(c);
    case 12:
      return q.op == operation::delete_ && q.target.level() == level::resource_instance;
    default:
      return false;
  }
}

constexpr lac::edition_name next(lac::edition_name edition) {
  return static_cast<lac::edition_name>(static_cast<unsigned>(edition) + 1);
}

/// What can be told from outside: the answer, and what the policy says then.
template <class World>
constexpr bool differ(const World& before, const World& after, const lac::request& q,
                      std::size_t choice) {
  if (!answer_the_same(decide(before, q), decide(after, q))) return true;
  if (!is_write(q) && q.op != operation::create && q.op != operation::delete_) return false;
  World a = before, b = after;
  const lac::decision in_a = change(a, q, choice), in_b = change(b, q, choice);
  const lac::edition& rules = b.policy.rules();
  return !answer_the_same(in_a, in_b) || !(under(a, rules).policy == under(b, rules).policy);
}

/// Calls `act` with what differs between the edition of the world and the next one, and whether.
template <class World>
constexpr bool compare(const World& w, const lac::request& q, std::size_t choice, const auto& act) {
  const edition_name edition = edition_of(w);
  if (choice != 1 && !is_write(q)) return false;
  if (edition == edition_name::v1_2 && !w.policy.is_disabled()) return false;
  const edition_name from = edition == edition_name::v1_2 ? edition_name::v1_1 : edition;
  const World before = under(w, lac::edition_of(from));
  const World after = under(w, lac::edition_of(next(from)));
  const values conveyed = values_of(q, choice);
  act(from, comparison<World>{before, after, q, conveyed}, differ(before, after, q, choice));
  return true;
}

struct editions_differ_by_table {
  static constexpr std::size_t choices(const auto&) { return 2; }
  static constexpr std::size_t value(std::size_t choice) { return choice == 0 ? 1 : 4; }

  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    bool explained = true;
    const bool met =
        compare(w, q, value(choice), [&](edition_name from, const auto& c, bool differs) {
          for (std::size_t k = 0; differs && k < row_count; ++k)
            if (rows[k].from == from && may_differ(k, c)) return;
          explained = !differs;
        });
    return met ? holds_if(explained) : outcome::not_met;
  }
};
THEOREM("an edition differs from the next one only where the tables of the rules do",
        "[A4][A8][K4][A11][B][C1][D4][D5][D6][E1][G1][H2]", editions_differ_by_table);

}  // namespace

TEST_CASE("each difference of the tables is one that is seen, and that no other explains",
          "[A4][A8][K4][A11][B][C1][D4][D5][D6][E1][G1][H2]") {
  std::map<std::size_t, std::size_t> seen;
  const std::vector<small::question> all = small::questions();
  small::for_each_variant([&](const small::variant& v) {
    if (v.owner != 101) return;
    const small::world w = small::world_of(v);
    for (const small::question& each : all)
      for (const std::size_t choice : {1U, 4U})
        compare(w, each.asked(), choice, [&](edition_name from, const auto& c, bool differs) {
          std::size_t rows_that_may = 0, last = 0;
          for (std::size_t k = 0; differs && k < row_count; ++k)
            if (rows[k].from == from && may_differ(k, c)) ++rows_that_may, last = k;
          if (rows_that_may == 1) ++seen[last];
        });
  });
  for (std::size_t k = 0; k < row_count; ++k) {
    INFO(rows[k].rule);
    CHECK(seen[k] > 0);
    std::cout << "figure: editions differ, " << seen[k] << " cases by this alone: " << rows[k].rule
              << std::endl;
  }
}

}  // namespace theorems
