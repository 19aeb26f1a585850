#pragma once

// The engine and the reference, asked the same. What differs is told as policy text, twice for each
// operation and edition.

#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/readable.hpp>
#include <lwm2m/access/visible.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/reference.hpp"
#include "support/world.hpp"

namespace exhaustive {

using reference::answer;
using reference::question;
using reference::world;

/// What is asked of one policy and one object model, in both forms.
struct asked {
  std::vector<question> questions;
  std::vector<lwm2m::access::request> requests;  // they borrow from `questions`

  explicit asked(std::vector<question> all) : questions{std::move(all)} {
    for (const question& each : questions) requests.push_back(stack::request_from(each));
  }
  asked(const asked&) = delete;
  asked& operator=(const asked&) = delete;
};

class comparison {
 public:
  explicit comparison(std::string name) : name_{std::move(name)} {}
  comparison(const comparison&) = delete;
  comparison& operator=(const comparison&) = delete;
  ~comparison() {
    std::cout << "figure: decisions compared with the reference, " << name_ << ": " << decisions_
              << std::endl;
  }

  /// Code, verdict, reason, step, the first bad path, and where the reference says it, what
  /// determined them.
  template <class Policy, class Objects>
  void decisions(const world& w, const Policy& policy, const Objects& objects, const asked& all) {
    for (std::size_t k = 0; k < all.questions.size(); ++k) {
      const answer wanted = reference::decide(w, all.questions[k]);
      const auto given = lwm2m::access::authorize(policy, objects, all.requests[k]);
      ++decisions_;
      if (!stack::is_as(wanted, given))
        report(w, all.questions[k], "decision", reference::words(wanted), reference::words(given));
      const auto& [who, op, target, payload] = all.requests[k];
      if (payload.empty() && given != lwm2m::access::authorize(policy, objects, who, op, target))
        report(w, all.questions[k], "the decision on its path alone", "the same",
               reference::words(given));
    }
  }

  /// What stays visible, what may be read, and what is named as refused or ignored; in whatever
  /// order.
  template <class Policy, class Objects>
  void ranges(const world& w, const Policy& policy, const Objects& objects, const asked& all) {
    for (std::size_t k = 0; k < all.questions.size(); ++k) {
      const question& q = all.questions[k];
      const auto& request = all.requests[k];
      ++decisions_;
      namespace lac = lwm2m::access;
      compare(w, q, "visible", reference::visible(w, q), lac::visible(policy, objects, request));
      compare(w, q, "readable", reference::readable(w, q), lac::readable(policy, objects, request));
      compare(w, q, "affected", reference::affected(w, q), lac::affected(policy, objects, request));
      rights(w, q,
             lac::explain(policy, objects, request, lac::authorize(policy, objects, request)));
    }
  }

  [[nodiscard]] std::size_t decisions() const { return decisions_; }
  [[nodiscard]] std::size_t differences() const { return differences_; }

 private:
  /// The right that was needed and the one that was found (B, A).
  void rights(const world& w, const question& q, const lwm2m::access::explanation& given) {
    const answer wanted = reference::decide(w, q);
    if (!wanted.needed || !wanted.found) return;
    const unsigned needed = given.needed.raw(), held = given.held.raw() & 31U;
    if (needed == *wanted.needed && held == *wanted.found) return;
    report(w, q, "the right",
           reference::rights_in_words(*wanted.needed) + " of " +
               reference::rights_in_words(*wanted.found),
           reference::rights_in_words(needed) + " of " + reference::rights_in_words(held));
  }

  void compare(const world& w, const question& q, const char* what,
               const std::vector<reference::path>& wanted, const auto& range) {
    std::vector<reference::path> given;
    for (const reference::path& each : range) given.push_back(each);
    if (!std::is_permutation(given.begin(), given.end(), wanted.begin(), wanted.end()))
      report(w, q, what, reference::words(wanted), reference::words(given));
  }

  void report(const world& w, const question& q, const std::string& what, const std::string& wanted,
              const std::string& given) {
    ++differences_;
    if (told_[reference::words(q.op) + what +
              (q.bootstrap ? "bootstrap" : reference::words(w.edition))]++ < 2)
      std::cout << "--- " << name_ << ": " << what << " differs\n"
                << reference::words(w, q) << "\n  reference: " << wanted
                << "\n  engine:    " << given << std::endl;
  }

  std::string name_;
  std::size_t decisions_ = 0;
  std::size_t differences_ = 0;
  std::map<std::string, int> told_;
};

// ------------------------------------------------------------------ the dimensions

using reference::edition_name;
using reference::operation;
using reference::path;

inline constexpr edition_name editions[] = {edition_name::draft, edition_name::v1_0,
                                            edition_name::v1_1, edition_name::v1_2};

/// All operations, and three values that are none.
inline std::vector<operation> operations() {
  std::vector<operation> all{operation{0}};
  for (int each = 1; each <= 16; ++each) all.push_back(operation(each));
  all.push_back(operation(255));
  return all;
}

/// The path of these numbers, which may be reserved ones.
inline path at(unsigned o) { return path{lwm2m::access::object_id{o}}; }
inline path at(unsigned o, unsigned i) {
  return {lwm2m::access::object_id{o}, lwm2m::access::object_instance_id{i}};
}
inline path at(unsigned o, unsigned i, unsigned r) {
  return {lwm2m::access::object_id{o}, lwm2m::access::object_instance_id{i},
          lwm2m::access::resource_id{r}};
}
inline path at(unsigned o, unsigned i, unsigned r, unsigned n) {
  return {lwm2m::access::object_id{o}, lwm2m::access::object_instance_id{i},
          lwm2m::access::resource_id{r}, lwm2m::access::resource_instance_id{n}};
}

inline bool takes_a_list(operation op) {
  return op == operation::read_composite || op == operation::observe_composite ||
         op == operation::write_composite || op == operation::send;
}

/// The question about one path: as Uri-Path, or as the list of a composite.
inline question about(unsigned server, operation op, const path& p) {
  if (takes_a_list(op)) return {false, server, op, {}, {p}};
  return {false, server, op, p, {}};
}

/// An Object with every Access Type twice: Resources 0..7, and 8..15 that are multiple.
inline reference::object every_access_type(bool single, std::set<unsigned> instances) {
  reference::object made{single, std::move(instances), {}};
  for (unsigned type = 0; type < 8; ++type) {
    made.resources[type] = {type << 5U, false, false};
    made.resources[8 + type] = {type << 5U, true, false};
  }
  return made;
}

}  // namespace exhaustive
