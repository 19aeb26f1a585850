#pragma once

#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/path.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace client {

namespace lac = lwm2m::access;

/// The value of a Resource.
using value = std::variant<std::int64_t, double, bool, std::string>;

/// A path, and what is said of it.
struct record {
  lac::path at;
  std::optional<value> said;
};
using records = std::vector<record>;

/// As it is written in text/plain.
[[nodiscard]] std::string text_of(const value& from);

/// What `text` says when a value of the kind of `like` is wanted; nothing when it is none.
[[nodiscard]] std::optional<value> value_of(std::string_view text, const value& like);

/// The same of a value that came with a kind of its own: a whole number may stand for a decimal.
[[nodiscard]] std::optional<value> as_kind_of(const value& like, const value& given);

/// What a Resource says when its instance is new. It keeps that kind.
[[nodiscard]] value first_value_of(lac::object_id object, lac::resource_id resource);

struct path_order {
  bool operator()(const lac::path& a, const lac::path& b) const;
};

/// The values of all Resources but those of Object 2, which the policy holds.
class values {
 public:
  /// Gives every Resource of the Object Instance that can be read or written its first value.
  void add_instance(const lac::object_view& object, lac::object_instance_id instance);
  void erase_instance(const lac::path& instance);

  /// Null when there is none.
  [[nodiscard]] const value* find(const lac::path& at) const;

  /// The kinds must be the same, and the Resource must be there.
  void set(const lac::path& at, const value& to) { held_.at(at) = to; }

 private:
  std::map<lac::path, value, path_order> held_;
};

}  // namespace client
