#include "program/show/coverage.hpp"

#include "program/analysis/space.hpp"
#include "program/cases/words.hpp"

#include <nlohmann/json.hpp>

namespace program {

namespace {

std::string name_of(const covered_entry& of) {
  const std::string who = of.entry.is_default() ? "default" : std::to_string(of.entry.value());
  return "/2/" + std::to_string(of.at.value()) + " (for " + text_of(path_of(of.target)) + "), " +
         (of.is_owner ? "the Owner " : "the entry ") + who + ": " + text_of(of.rights);
}

lac::access_rights spare(const covered_entry& of) {
  return lac::access_rights{
      static_cast<std::uint16_t>((of.rights & lac::full_rights).raw() & ~of.needed.raw())};
}

bool is_spare(const covered_entry& of) { return !(spare(of) == lac::access_rights{}); }

}  // namespace

std::string coverage_text(const coverage_of_cases& of) {
  std::string unused, partly;
  std::size_t decided = 0;
  for (const covered_entry& each : of.entries()) {
    decided += each.has_decided ? 1U : 0U;
    if (!each.has_decided)
      unused += "  " + name_of(each) + '\n';
    else if (is_spare(each))
      partly += "  " + name_of(each) + "; not needed: " + text_of(spare(each)) + '\n';
  }
  std::string text = std::to_string(of.requests()) + " requests; " + std::to_string(decided) +
                     " of " + std::to_string(of.entries().size()) + " entries decided one\n";
  if (!unused.empty()) text += "Entries that decided nothing\n" + unused;
  if (!partly.empty()) text += "Rights that no request needed\n" + partly;
  const auto rules = of.rules_not_reached();
  if (!rules.empty()) text += "Rules that decided nothing\n";
  for (const std::string& each : rules) text += "  " + each + '\n';
  return text;
}

nlohmann::ordered_json coverage_json(const coverage_of_cases& of) {
  nlohmann::ordered_json made{{"requests", of.requests()},
                              {"entries", nlohmann::ordered_json::array()},
                              {"rulesNotReached", of.rules_not_reached()}};
  for (const covered_entry& each : of.entries())
    made["entries"].push_back({{"acl", "/2/" + std::to_string(each.at.value())},
                               {"for", text_of(path_of(each.target))},
                               {"server", each.entry.value()},
                               {"isOwner", each.is_owner},
                               {"rights", text_of(each.rights)},
                               {"needed", text_of(each.needed)},
                               {"hasDecided", each.has_decided}});
  return made;
}

}  // namespace program
