#pragma once

#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/text/declarations.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// How much a text declares: all that the type of a `policy_text` knows of it.
struct text_sizes {
  std::size_t accounts = 0;
  std::size_t objects = 0;
  std::size_t instances = 0;  ///< Object Instances, of all Objects
  std::size_t resources = 0;  ///< likewise
  std::size_t access_controls = 0;
  std::size_t entries = 0;     ///< ACL entries, of all of them, as `policy` counts its room
  std::size_t exceptions = 0;  ///< of instances, as `object_model` counts them
};

namespace detail {

/// Stands in for a policy where a text is read only to count what it declares: takes everything.
class counting_policy {
 public:
  constexpr explicit counting_policy(text_sizes& sizes) noexcept : sizes_{sizes} {}

  [[nodiscard]] constexpr const edition& rules() const noexcept { return rules_; }
  [[nodiscard]] static constexpr access_control_view find_id(object_instance_id) noexcept {
    return {};
  }
  [[nodiscard]] static constexpr object_instance_id lowest_free_id() noexcept { return {}; }

  constexpr status start(const edition& rules) noexcept {
    rules_ = rules;
    return status::done;
  }
  static constexpr status disable() noexcept { return status::done; }
  constexpr status add_account(short_server_id) noexcept { return counted(sizes_.accounts); }
  constexpr status add(const access_control_view&) noexcept {
    entries_ = 0;
    sizes_.entries += ready::entry_room_of(0);
    return counted(sizes_.access_controls);
  }
  constexpr status set_entries(object_instance_id, acl_view entries) noexcept {
    sizes_.entries -= ready::entry_room_of(entries_);
    entries_ = entries.size();
    sizes_.entries += ready::entry_room_of(entries_);
    return status::done;
  }
  constexpr status set_entry(object_instance_id id, acl_entry) noexcept {
    return set_entries(id, acl_view{nullptr, entries_ + 1});
  }

 private:
  using ready = policy<0, 0>;

  static constexpr status counted(std::size_t& count) noexcept {
    ++count;
    return status::done;
  }

  text_sizes& sizes_;
  edition rules_{};
  std::size_t entries_ = 0;  // of the acl that was added last
};

/// The same for objects.
class counting_objects {
 public:
  constexpr explicit counting_objects(text_sizes& sizes) noexcept : sizes_{sizes} {}

  struct handle {
    [[nodiscard]] static constexpr bool has_instance(object_instance_id) noexcept { return true; }
  };
  [[nodiscard]] static constexpr handle find_object(object_id) noexcept { return {}; }

  constexpr status add_object(object_id, multiplicity) noexcept { return counted(sizes_.objects); }
  constexpr status add_instance(object_id, object_instance_id) noexcept {
    return counted(sizes_.instances);
  }
  constexpr status add_resource(object_id, const resource_definition&) noexcept {
    return counted(sizes_.resources);
  }
  constexpr status add_exception(const object_exception&) noexcept {
    return counted(sizes_.exceptions);
  }

 private:
  static constexpr status counted(std::size_t& count) noexcept {
    ++count;
    return status::done;
  }

  text_sizes& sizes_;
};

/// What a text declares; of one with a mistake, what it declares before it.
[[nodiscard]] constexpr text_sizes sizes_of(view<char> text) noexcept {
  text_sizes sizes;
  counting_policy policy{sizes};
  counting_objects objects{sizes};
  (void)declaration_reader{text, policy, objects}.read_all();
  return sizes;
}

}  // namespace detail

}  // namespace lwm2m::access::inline v0
