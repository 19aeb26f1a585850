#include "program/analysis/difference.hpp"

#include "program/cases/words.hpp"

#include <algorithm>
#include <memory>

namespace program {

std::uint32_t change_mark::packed() const {
  const auto byte = [](auto value, unsigned at) { return static_cast<std::uint32_t>(value) << at; };
  if (effect != program::effect::other) return static_cast<std::uint32_t>(effect);
  return byte(effect, 0) | byte(before.code, 8) | byte(after.code, 16) | byte(before.verdict, 24) |
         byte(after.verdict, 28);
}

change_mark change_mark::unpacked(std::uint32_t mark) {
  return {static_cast<program::effect>(mark & 0xFFU),
          {static_cast<lac::coap>(mark >> 8 & 0xFFU), static_cast<lac::verdict>(mark >> 24 & 0xFU)},
          {static_cast<lac::coap>(mark >> 16 & 0xFFU), static_cast<lac::verdict>(mark >> 28)}};
}

change_mark change_mark::of(const answer& before, const answer& after) {
  if (before.allowed() == after.allowed()) return {effect::other, before, after};
  return {after.allowed() ? effect::gains : effect::loses, before, after};
}

bool difference::has(program::effect wanted) const {
  return std::any_of(lines.begin(), lines.end(), [wanted](const auto& each) {
    return change_mark::unpacked(each.mark).effect == wanted;
  });
}

difference difference_of(const device& before, const device& after) {
  return difference_over(before, after, space_of(before, after));
}

difference difference_over(const device& before, const device& after, space over) {
  difference found{std::move(over), {}, {}};
  const answers was{before, found.over};
  const answers is{after, found.over};
  const auto count = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  for (std::uint32_t path = 0; path < count(found.over.paths); ++path)
    for (std::uint32_t op = 0; op < count(found.over.operations); ++op)
      for (std::uint32_t server = 0; server < count(found.over.servers); ++server) {
        const answer one = was.at(server, op, path), other = is.at(server, op, path);
        if (one == other) continue;
        found.points.push_back({{server, op, path}, change_mark::of(one, other).packed()});
      }
  found.lines = fold(found.points);
  std::sort(found.lines.begin(), found.lines.end(), [](const auto& a, const auto& b) {
    return a.mark != b.mark ? (a.mark & 0xFFU) != (b.mark & 0xFFU)
                                  ? (a.mark & 0xFFU) < (b.mark & 0xFFU)
                                  : a.mark < b.mark
                            : a.sides < b.sides;
  });
  return found;
}

void complete(device& one, device& other) {
  const bool has_one = one.model.object_count() != 0, has_other = other.model.object_count() != 0;
  if (has_one && !has_other) other.model = one.model;
  if (has_other && !has_one) one.model = other.model;
  if (has_one || has_other) return;
  auto targets = targets_of(one.policy);
  for (const lac::access_control_target& each : targets_of(other.policy)) targets.push_back(each);
  add_stand_ins(one, targets);
  add_stand_ins(other, targets);
}

lac::edition edition_named(std::string_view word) {
  for (const auto& [name, rules] : {std::pair{std::string_view{"draft"}, lac::editions::draft},
                                    {"1.0", lac::editions::v1_0},
                                    {"1.1", lac::editions::v1_1},
                                    {"1.2", lac::editions::v1_2}})
    if (name == word) return rules;
  return {};
}

std::unique_ptr<device> under_edition(const device& one, const lac::edition& rules,
                                      std::vector<std::string>& lost) {
  auto made = std::make_unique<device>();
  made->model = one.model;
  made->policy = policy{rules};
  for (const lac::short_server_id server : one.policy.accounts())
    (void)made->policy.add_account(server);
  for (std::size_t k = 0; k < one.policy.access_control_count(); ++k) {
    const auto from = one.policy.access_control_at(k);
    std::vector<lac::acl_entry> entries = entries_of(from);
    for (lac::acl_entry& each : entries) {
      if (each.rights.raw() <= rules.highest_access_right) continue;
      lost.push_back("/2/" + std::to_string(from.id().value()) + "/2/" +
                     std::to_string(each.id.value()) +
                     ": reserved bits of the right are dropped; this edition takes 0..31 (A11).");
      each.rights = each.rights & lac::full_rights;
    }
    (void)made->policy.add(
        {from.id(), from.target(), from.owner(), lac::acl_view{entries.data(), entries.size()}});
  }
  if (one.policy.is_disabled() && made->policy.disable() != lac::status::done)
    lost.push_back("Access control is enabled: this edition cannot disable it (A8).");
  return made;
}

}  // namespace program
