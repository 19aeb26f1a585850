// Searches for a decision that is said to be still valid and does not hold any more: over changes,
// assignments, transactions beside and within each other.
#include <rapidcheck.h>

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/transaction.hpp>

#include <memory>
#include <vector>

#include "support/administered.hpp"

namespace {

using namespace administration;
using policy = lac::policy<2, 8, 3>;
using transaction = lac::transaction<policy>;

const lac::object_instance_id governing{0};

policy at_first() {
  policy made{lac::editions::v1_1};
  for (const unsigned id : {101U, 102U}) (void)made.add_account(lac::short_server_id{id});
  (void)made.add({governing, stack::target_of({3, 0}), lac::short_server_id{101}, {}});
  return made;
}

/// May 102 read or write the Device instance?
lac::decision decide(const policy& on, operation what) {
  static const auto objects = stack::objects_from(home(edition_name::v1_1));
  return lac::authorize(on, objects, {lac::short_server_id{102}, what, at(3, 0)});
}

/// A policy; copies of it made by hand, and others, to be assigned to it; transactions, each of the
/// policy or of another one's copy; the decisions taken on the policy and on those copies.
class history {
 public:
  void step() {
    switch (*rc::gen::inRange(0, 9)) {
      case 0:
      case 1:
        return change(any());
      case 2:
        return copies_.push_back(any());
      case 3:
        return assign(any());
      case 4:
        memory_.push_back(std::make_unique<policy>());
        return void(open_.push_back(std::make_unique<transaction>(any(), *memory_.back())));
      case 5:
        return commit();
      case 6:
        return drop();
      default:
        return take(any());
    }
  }

  /// Whoever is asked, what is still valid holds.
  void check() {
    for (const taken& each : taken_) {
      holds(policy_, each);
      for (const auto& one : open_) holds(one->edit(), each);
    }
  }

  [[nodiscard]] std::size_t passed() const { return passed_; }

 private:
  struct taken {
    operation what;
    lac::decision decision;
  };

  policy& any() {
    const auto k = *rc::gen::inRange<std::size_t>(0, open_.size() + 1);
    return k == open_.size() ? policy_ : open_[k]->edit();
  }

  static void change(policy& to) {
    const auto rights = static_cast<std::uint16_t>(*rc::gen::inRange(0, 4));
    const lac::acl_entry entry{lac::short_server_id{102}, lac::access_rights{rights}};
    RC_ASSERT(to.set_entry(governing, entry) == status::done);
  }

  void assign(policy& to) {
    policy other = at_first();
    for (int left = *rc::gen::inRange(0, 4); left > 0; --left) change(other);
    const auto k = *rc::gen::inRange<std::size_t>(0, copies_.size() + 1);
    to = k == copies_.size() ? other : copies_[k];
  }

  /// Any of them, which stays open.
  void commit() {
    if (!open_.empty()) open_[*rc::gen::inRange<std::size_t>(0, open_.size())]->commit();
  }
  void drop() {
    if (!open_.empty()) open_.pop_back();
  }

  void take(const policy& on) {
    for (const operation what : {op::read, op::write}) taken_.push_back({what, decide(on, what)});
  }

  void holds(const policy& on, const taken& each) {
    if (!lac::still_valid(on, each.decision)) return;
    ++passed_;
    RC_ASSERT((decide(on, each.what) == each.decision));
  }

  policy policy_ = at_first();
  std::vector<policy> copies_;
  std::vector<std::unique_ptr<policy>> memory_;     // of the transactions
  std::vector<std::unique_ptr<transaction>> open_;  // a later one may be of an earlier one's copy
  std::vector<taken> taken_;
  std::size_t passed_ = 0;
};

}  // namespace

TEST_CASE("what is still valid holds", "[F10]") {
  std::size_t passed = 0;
  CHECK(rc::check("changes, assignments, transactions", [&passed] {
    for (int histories = 0; histories < 20; ++histories) {
      history w;
      for (int left = *rc::gen::inRange(1, 60); left > 0; --left) {
        w.step();
        w.check();
      }
      passed += w.passed();
    }
  }));
  CHECK(passed > 1000);
}
