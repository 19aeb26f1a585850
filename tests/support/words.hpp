#pragma once

// Worlds, questions and answers in words: those of policy text.

#include <sstream>
#include <string>
#include <vector>

#include "support/reference.hpp"

namespace reference {

inline std::string words(const path& p) {
  if (p.is_none()) return "(no path)";
  if (p.level() == level::root) return "/";
  std::string all = '/' + std::to_string(object_of(p));
  if (p.level() >= level::object_instance) all += '/' + std::to_string(instance_of(p));
  if (p.level() >= level::resource) all += '/' + std::to_string(resource_of(p));
  if (p.level() >= level::resource_instance) all += '/' + std::to_string(entry_of(p));
  return all;
}

inline std::string words(const std::vector<path>& paths) {
  std::string all = "{";
  for (const path& each : paths) all += ' ' + words(each);
  return all + " }";
}

inline std::string words(const lwm2m::access::assignment& one) {
  if (one.kind == lwm2m::access::value_kind::nothing) return "nothing";
  return one.kind == lwm2m::access::value_kind::integer ? std::to_string(one.value)
                                                        : "what is no integer";
}

inline std::string words(operation op) {
  static const char* const names[] = {"(0)",
                                      "read",
                                      "write",
                                      "update",
                                      "execute",
                                      "create",
                                      "delete",
                                      "discover",
                                      "write-attributes",
                                      "observe",
                                      "cancel-observation",
                                      "notify",
                                      "send",
                                      "read-composite",
                                      "observe-composite",
                                      "write-composite"};
  const auto number = static_cast<std::size_t>(op);
  return number < std::size(names) ? names[number] : "(operation " + std::to_string(number) + ')';
}

inline std::string words(coap code, verdict act) {
  if (act == verdict::send) return "send";
  if (act == verdict::suppress) return "suppress";
  if (act == verdict::cancel) return "cancel";
  if (act == verdict::gone) return "4.04, and the observation ends";
  const auto number = static_cast<unsigned>(code);
  const std::string detail = std::to_string(number & 31U);
  return std::to_string(number >> 5U) + (detail.size() == 1 ? ".0" : ".") + detail +
         (act == verdict::allowed ? "" : " denied");
}

inline std::string words(edition_name edition) {
  static const char* const names[] = {"(unknown)", "draft", "1.0", "1.1", "1.2"};
  return names[static_cast<std::size_t>(edition)];
}

inline std::string words(determined_by by) {
  static const char* const names[] = {
      "nothing",           "no_account", "single_account", "access_control_disabled",
      "own_entry",         "owner",      "default_entry",  "no_entry",
      "no_access_control", "bootstrap",  "any_account"};
  const auto number = static_cast<std::size_t>(by);
  return number < std::size(names) ? names[number] : "(determined by " + std::to_string(number);
}

inline std::string words(reasons all) {
  std::string told;
  for (unsigned each = 0; each < 64; ++each)
    if (all.contains(static_cast<reason>(each))) told += ' ' + std::to_string(each);
  return told;
}

inline std::string words(const answer& given) {
  return words(given.code, given.act) + ", determined by " +
         (given.by ? words(*given.by) : "whatever") + ", reason" + words(given.why) + ", step " +
         std::to_string(static_cast<unsigned>(given.at)) + ", at " +
         (given.where ? words(*given.where) : "whatever");
}

inline std::string words(const lwm2m::access::decision& given) {
  return words(given.code(), given.verdict()) + ", determined by " + words(given.determined_by()) +
         ", reason " + std::to_string(static_cast<unsigned>(given.reason())) + ", step " +
         std::to_string(static_cast<unsigned>(given.step())) + ", at " +
         words(given.first_bad_path());
}

inline std::string letters(unsigned bits, const std::vector<std::pair<unsigned, char>>& names) {
  std::string all;
  for (const auto& [bit, name] : names)
    if ((bits & bit) != 0) all += name;
  return all.empty() ? "-" : all;
}

inline std::string rights_in_words(unsigned right) {
  if (right > 31) return std::to_string(right);
  return letters(right, {{R, 'R'}, {W, 'W'}, {E, 'E'}, {D, 'D'}, {C, 'C'}});
}

inline void tell(std::ostream& to, unsigned id, const object& each) {
  to << "object /" << id << (each.single ? " single" : " multiple") << " instances";
  for (const unsigned i : each.instances) to << ' ' << i;
  for (const unsigned i : each.kept) to << " kept " << i;
  const char* separator = " { ";
  for (const auto& [r, defined] : each.resources) {
    to << separator << r << ": "
       << letters(defined.access_type, {{type_R, 'R'}, {type_W, 'W'}, {type_E, 'E'}})
       << (defined.multiple ? " multiple" : "") << (defined.mandatory ? " mandatory" : "");
    separator = ", ";
  }
  to << " }\n";
}

inline void tell(std::ostream& to, target governed, const access_control& each) {
  to << "acl /2/" << each.n << " for /" << governed.first;
  if (governed.second != 65535) to << '/' << governed.second;
  to << " owner ";
  if (each.owner == 65535)
    to << "bootstrap {";
  else
    to << each.owner << " {";
  const char* separator = " ";
  for (const auto& [who, right] : each.entries) {
    to << separator << (who == 0 ? "default" : std::to_string(who)) << ": "
       << rights_in_words(right);
    separator = ", ";
  }
  to << " }\n";
}

/// The situation as policy text, with the paths of a payload in full.
inline std::string words(const world& w, const question& q) {
  std::ostringstream to;
  to << "edition " << words(w.edition) << "\nservers";
  for (const unsigned each : w.accounts) to << ' ' << each;
  to << (w.disabled ? "\naccess-control disabled\n" : "\n");
  for (const auto& [id, each] : w.objects) tell(to, id, each);
  for (const path& each : w.gone) to << "# " << words(each) << " is not there\n";
  for (const auto& [governed, each] : w.acls) tell(to, governed, each);
  to << (q.bootstrap ? "bootstrap" : std::to_string(q.server)) << ' ' << words(q.op) << ' '
     << words(q.uri) << ' ' << words(q.payload);
  return to.str();
}

}  // namespace reference
