#pragma once

// A device under administration: it is asked, and what is answered, told and left behind is
// checked.

#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/incoming_request.hpp>

#include <cstddef>
#include <sstream>
#include <string>

#include "support/administered_world.hpp"
#include "support/catch.hpp"

namespace administration {

/// A device that is asked, and checked: what is answered, told, and left behind.
template <class Policy = lac::policy<8, 24, 4>>
class device {
 public:
  explicit device(const world& w) : world_{w}, policy_{policy_of<Policy>(w)} {}

  Policy& policy() { return policy_; }
  world& expected() { return world_; }

  /// The request is refused and leaves everything as it was.
  void refuses(unsigned who, operation what, const path& uri, const values& conveyed, reason why,
               coap code, const paths& payload = {}) {
    const bytes_of before{policy_};
    const lac::decision given = ask(who, what, uri, conveyed, payload);
    INFO(described(who, what, uri, conveyed, payload));
    CHECK(static_cast<int>(given.reason()) == static_cast<int>(why));
    CHECK(answer(given) == reference::words(code, lac::verdict::denied));
    CHECK(words(told_) == "");
    CHECK(before.are_still_those_of(policy_));
    is_as_expected();
  }

  /// The request is performed and tells `told`; `expected()` says what is then.
  void performs(unsigned who, operation what, const path& uri, const values& conveyed, coap code,
                const changes& told, const paths& payload = {}) {
    const lac::decision given = ask(who, what, uri, conveyed, payload);
    INFO(described(who, what, uri, conveyed, payload));
    CHECK(static_cast<int>(given.reason()) == static_cast<int>(reason::allowed));
    CHECK(answer(given) == reference::words(code, lac::verdict::allowed));
    CHECK(words(told_) == words(told));
    CHECK(told_count_ == told.size());
    CHECK(lac::still_valid(policy_, given));
    is_as_expected();
  }

  /// What is told as it happens; a test of an event clears it first.
  auto tell() {
    told_.clear();
    told_count_ = 0;
    return [this](const lac::access_control_change& each) {
      told_.insert(told_change(each));
      ++told_count_;
    };
  }
  const changes& told() const { return told_; }

  void is_as_expected() const { CHECK(words(world_of(policy_)) == words(world_)); }

  /// Whether the policy grants this to a Server.
  lac::decision decide(unsigned who, operation what, const path& uri) const {
    const lac::request asked{lac::short_server_id{who}, what, uri};
    return lac::authorize(policy_, stack::objects_from(world_), asked);
  }

 private:
  static std::string answer(const lac::decision& given) {
    return reference::words(given.code(), given.verdict());
  }

  lac::decision ask(unsigned who, operation what, const path& uri, const values& conveyed,
                    const paths& payload) {
    const question q{who == by_bootstrap, who, what, uri, payload};
    Policy other = policy_;
    const lac::decision by_record = record_by_record(other, q, conveyed);
    const lac::decision given = lac::administer(policy_, stack::objects_from(world_),
                                                stack::request_from(q), conveyed, tell());
    INFO("record by record");
    CHECK(by_record.at_generation(0) == given.at_generation(0));
    CHECK(words(world_of(other)) == words(world_of(policy_)));
    return given;
  }

  /// The same for a stack that decodes a payload record by record.
  lac::decision record_by_record(Policy& policy, const question& q, const values& conveyed) const {
    const auto objects = stack::objects_from(world_);
    std::vector<lac::assignment> room(q.payload.size() + conveyed.size());
    lac::request asked = stack::request_from(q);
    asked.payload = {};
    lac::incoming_request incoming{policy, objects, asked, {room.data(), room.size()}};
    for (const path& each : q.payload) incoming.add(each);
    for (const assignment& each : conveyed) incoming.add(each);
    auto work = incoming.decide();
    return work.allowed() ? work.commit() : work.decision();
  }

  std::string described(unsigned who, operation what, const path& uri, const values& conveyed,
                        const paths& payload) const {
    std::ostringstream to;
    to << reference::words(world_, {who == by_bootstrap, who, what, uri, payload}) << " conveying";
    for (const assignment& each : conveyed)
      to << ' ' << reference::words(each.at) << " = " << reference::words(each);
    return to.str();
  }

  world world_;
  Policy policy_;
  changes told_{};
  std::size_t told_count_ = 0;
};

}  // namespace administration
