// Policy text is read into, and printed from, whatever meets the concepts: here objects of a stack
// that keeps them in lists of its own, in the order in which they came.
#include <lwm2m/access/text.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::status;

struct own_object {
  lac::object_id id;
  lac::multiplicity how;
  std::vector<lac::object_instance_id> instances{};
  std::vector<lac::resource_definition> resources{};
};

class own_objects {
 public:
  class handle {
   public:
    handle(const own_objects& all, const own_object* one) : all_{&all}, one_{one} {}
    explicit operator bool() const noexcept { return one_ != nullptr; }
    bool is_single() const noexcept { return one_->how == lac::multiplicity::single; }
    bool has_instance(lac::object_instance_id id) const noexcept {
      return std::ranges::find(one_->instances, id) != one_->instances.end();
    }
    std::size_t instance_count() const noexcept { return one_->instances.size(); }
    lac::object_instance_id instance(std::size_t k) const noexcept { return one_->instances[k]; }
    lac::resource_definition definition(lac::resource_id id) const noexcept {
      for (const lac::resource_definition& each : one_->resources)
        if (each.id() == id) return each;
      return {};
    }
    std::size_t definition_count() const noexcept { return one_->resources.size(); }
    lac::resource_definition definition_at(std::size_t k) const noexcept {
      return one_->resources[k];
    }
    bool has_resource(lac::object_instance_id in, lac::resource_id id) const noexcept {
      return definition(id) && !all_->has(lac::object_exception::absent({one_->id, in, id}));
    }
    bool has_resource_instance(lac::object_instance_id, lac::resource_id id,
                               lac::resource_instance_id) const noexcept {
      return definition(id).is_multiple();
    }
    bool is_kept(lac::object_instance_id in) const noexcept {
      return all_->has(lac::object_exception::kept(one_->id, in));
    }

   private:
    const own_objects* all_;
    const own_object* one_;
  };

  handle find_object(lac::object_id id) const noexcept {
    for (const own_object& each : objects_)
      if (each.id == id) return {*this, &each};
    return {*this, nullptr};
  }
  std::size_t object_count() const noexcept { return objects_.size(); }
  lac::object_id object(std::size_t k) const noexcept { return objects_[k].id; }

  void clear() noexcept {
    objects_.clear();
    exceptions_.clear();
  }
  status add_object(lac::object_id id, lac::multiplicity how) noexcept {
    if (find_object(id)) return status::object_doubled;
    objects_.push_back({id, how});
    return status::done;
  }
  status add_instance(lac::object_id id, lac::object_instance_id added) noexcept {
    if (find_object(id).has_instance(added)) return status::instance_doubled;
    one(id).instances.push_back(added);
    return status::done;
  }
  status add_resource(lac::object_id id, const lac::resource_definition& added) noexcept {
    if (find_object(id).definition(added.id())) return status::resource_doubled;
    one(id).resources.push_back(added);
    return status::done;
  }
  /// This stack knows no lists of Resource Instances.
  status add_exception(const lac::object_exception& added) noexcept {
    if (has(added)) return status::instance_doubled;
    if (added.is_listed() || added.resource_instance().is_valid()) return status::no_room;
    exceptions_.push_back(added);
    return status::done;
  }

 private:
  own_object& one(lac::object_id id) {
    return *std::ranges::find(objects_, id, [](const own_object& each) { return each.id; });
  }
  bool has(const lac::object_exception& like) const {
    return std::ranges::find(exceptions_, like) != exceptions_.end();
  }

  std::vector<own_object> objects_{};
  std::vector<lac::object_exception> exceptions_{};
};
static_assert(lac::object_source<own_objects> && lac::editable_objects<own_objects>);

/// A policy of a stack's own: it knows when it was replaced.
class own_policy : public lac::policy<4, 8> {
 public:
  using lac::policy<4, 8>::policy;
  static own_policy under(const lac::edition& rules) noexcept { return own_policy{rules}; }
};
static_assert(lac::editable_policy<own_policy> && lac::readable_policy<own_policy>);

constexpr lac::view<char> untidy =
    "edition 1.1 servers 3 1 absent /9/4/1 object /9 multiple instances 4 0 7 kept 7 4 "
    "{ 3: RW, 1: R mandatory } object /3 single { } acl /2/3 for /9 owner bootstrap { 3: C } "
    "acl for /9/0 owner 1 { 3: R, default: W }";
constexpr lac::view<char> tidy =
    "edition 1.1\nservers 1 3\nobject /3 single { }\n"
    "object /9 multiple instances 0 4 7 kept 4 7 { 1: R mandatory, 3: RW }\nabsent /9/4/1\n"
    "acl /2/0 for /9/0 owner 1 { default: W, 3: R }\nacl /2/3 for /9 owner bootstrap { 3: C }\n";

std::string printed(const auto&... from) {
  std::string text;
  lac::print_policy(from..., [&](char c) { text += c; });
  return text;
}
std::string text_of(lac::view<char> from) { return {from.begin(), from.end() - 1}; }

}  // namespace

TEST_CASE("text: read into and printed from types of a stack's own") {
  own_policy policy;
  own_objects objects;
  REQUIRE(lac::parse_policy(untidy, policy, objects).is_none());
  CHECK(printed(policy, objects) == text_of(tidy));
  const lac::object_id nine{9};
  CHECK(objects.find_object(nine).is_kept(lac::object_instance_id{7}));
  CHECK_FALSE(
      objects.find_object(nine).has_resource(lac::object_instance_id{4}, lac::resource_id{1}));

  own_policy other;
  own_objects others;
  own_policy staged;
  own_objects staged_objects;
  REQUIRE(lac::parse_policy(tidy, other, others, staged, staged_objects).is_none());
  CHECK(printed(other, others) == text_of(tidy));
  CHECK(other == policy);
}

TEST_CASE("text: what a stack's own type refuses is a mistake, and leaves it empty") {
  own_policy policy;
  own_objects objects;
  const lac::text_mistake mistake =
      lac::parse_policy("edition 1.1 object /9 multiple { 0: R multiple { 1 } }", policy, objects);
  CHECK(mistake.expected() == lac::text_expectation::room_for_an_exception);
  CHECK(mistake.column() == 48);
  CHECK(objects.object_count() == 0);
  CHECK(printed(policy, objects).empty());
}
