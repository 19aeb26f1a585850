#pragma once

#include <lwm2m/access/checksum.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

/// A policy as bytes, and back. Integers have their most significant byte first:
///
///     offset  size  what
///          0     4  "LWAC"
///          4     1  version of the layout: 1
///          5     1  edition: 1 draft, 2 1.0, 3 1.1, 4 1.2
///          6     1  1 when access control is disabled, else 0
///          7     1  0
///          8     4  length of the whole
///         12     2  number of Server Accounts, a
///         14     2  number of Access Control Object Instances, n
///         16   2*a  Short Server IDs, ascending
///                   n times, ascending by the Object Instance ID of Object 2:
///                2    that ID
///                2    Object ID of the target
///                2    Object Instance ID of the target; 65535 at Object level
///                2    Access Control Owner; 65535 is the Bootstrap interface
///                2    number of ACL entries, e
///              4*e    ID (0 is the default entry) and access right of each, ascending by ID
///                4  CRC-32 (IEEE 802.3) of everything before it
///
/// The checksum detects faults of storage and power. It is not a signature: whoever can write the
/// bytes can change the policy.
namespace lwm2m::access::inline v0 {

/// Why a snapshot was not written, or not taken.
enum class [[nodiscard]] snapshot_status : std::uint8_t {
  none = 0,  ///< never returned
  done,
  buffer_too_small,  ///< `save`: nothing is written
  edition_unknown,   ///< `save`: the policy has no edition; `restore`: an unknown edition
  too_short,         ///< fewer bytes than the smallest snapshot
  not_a_snapshot,    ///< it does not begin with "LWAC"
  version_unknown,
  length_differs,  ///< torn, truncated or with bytes after its end
  checksum_differs,
  edition_differs,   ///< the policy's type fixes another edition
  account_invalid,   ///< out of range, doubled or out of order
  instance_invalid,  ///< a value out of range, doubled or out of order (F9, F11, A11, A12)
  no_room            ///< it is sound, but does not fit
};
[[nodiscard]] constexpr snapshot_status last_of(snapshot_status) noexcept {
  return snapshot_status::no_room;
}

/// What `save` did: with `done`, how many bytes it wrote.
struct saved_snapshot {
  snapshot_status status;
  std::size_t size;
};

namespace detail {

inline constexpr std::uint32_t snapshot_magic = 0x4C574143;  // "LWAC"
inline constexpr std::uint8_t snapshot_version = 1;
inline constexpr std::size_t snapshot_header = 16;
inline constexpr std::size_t snapshot_checksum = 4;

/// Writes integers to a byte range that is large enough.
class byte_writer {
 public:
  constexpr explicit byte_writer(std::uint8_t* to) noexcept : to_{to} {}

  template <std::size_t Bytes>
  constexpr void put(std::uint32_t value) noexcept {
    for (std::size_t left = Bytes; left > 0; --left)
      to_[size_++] = static_cast<std::uint8_t>(value >> 8 * (left - 1));
  }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

 private:
  std::uint8_t* to_;
  std::size_t size_ = 0;
};

/// Reads integers from a byte range; 0 beyond its end, and then `is_sound` is false.
class byte_reader {
 public:
  constexpr explicit byte_reader(view<std::uint8_t> from) noexcept : from_{from} {}

  template <std::size_t Bytes>
  constexpr std::uint32_t take() noexcept {
    if (from_.size() - at_ < Bytes) sound_ = false;
    std::uint32_t value = 0;
    for (std::size_t i = 0; sound_ && i < Bytes; ++i) value = value << 8 | from_[at_++];
    return value;
  }

  /// Whether every read was within the range, and no byte is left.
  [[nodiscard]] constexpr bool is_used_up() const noexcept { return sound_ && at_ == from_.size(); }
  [[nodiscard]] constexpr bool is_sound() const noexcept { return sound_; }

 private:
  view<std::uint8_t> from_;
  std::size_t at_ = 0;
  bool sound_ = true;
};

constexpr snapshot_status snapshot_error(status why, snapshot_status otherwise) noexcept {
  if (why == status::done) return snapshot_status::done;
  return why == status::no_room ? snapshot_status::no_room : otherwise;
}

/// The checks that need no policy: length, magic number, version, checksum.
constexpr snapshot_status check_frame(view<std::uint8_t> bytes) noexcept {
  if (bytes.size() < snapshot_header + snapshot_checksum) return snapshot_status::too_short;
  byte_reader head{bytes};
  if (head.take<4>() != snapshot_magic) return snapshot_status::not_a_snapshot;
  if (head.take<1>() != snapshot_version) return snapshot_status::version_unknown;
  (void)head.take<3>();
  if (head.take<4>() != bytes.size()) return snapshot_status::length_differs;
  const std::size_t covered = bytes.size() - snapshot_checksum;
  byte_reader tail{{bytes.data() + covered, snapshot_checksum}};
  return tail.take<4>() == crc32(bytes.data(), covered) ? snapshot_status::done
                                                        : snapshot_status::checksum_differs;
}

template <editable_policy Policy>
constexpr snapshot_status take_accounts(byte_reader& from, Policy& into,
                                        std::uint32_t count) noexcept {
  std::uint32_t last = 0;
  for (std::uint32_t k = 0; k < count; ++k) {
    const std::uint32_t server = from.take<2>();
    if (server <= last) return snapshot_status::account_invalid;
    last = server;
    const status added = into.add_account(short_server_id{server});
    if (added != status::done) return snapshot_error(added, snapshot_status::account_invalid);
  }
  return snapshot_status::done;
}

/// The entries of one ACL, added one by one so that none needs a buffer.
template <editable_policy Policy>
constexpr snapshot_status take_entries(byte_reader& from, Policy& into,
                                       object_instance_id id) noexcept {
  const std::uint32_t count = from.take<2>();
  std::uint32_t next = 0;
  for (std::uint32_t k = 0; k < count; ++k) {
    const std::uint32_t entry = from.take<2>();
    const access_rights rights{static_cast<std::uint16_t>(from.take<2>())};
    if (!from.is_sound() || entry < next) return snapshot_status::instance_invalid;
    next = entry + 1;
    const status set = into.set_entry(id, {acl_instance_id{resource_instance_id{entry}}, rights});
    if (set != status::done) return snapshot_error(set, snapshot_status::instance_invalid);
  }
  return snapshot_status::done;
}

template <editable_policy Policy>
constexpr snapshot_status take_instances(byte_reader& from, Policy& into,
                                         std::uint32_t count) noexcept {
  std::uint32_t next = 0;
  for (std::uint32_t k = 0; k < count; ++k) {
    const std::uint32_t id = from.take<2>();
    const std::uint32_t object = from.take<2>();
    const auto target = access_control_target::from_wire(object_id{object}, from.take<2>());
    const access_control_owner owner = access_control_owner::from_wire(from.take<2>());
    if (!from.is_sound() || id < next) return snapshot_status::instance_invalid;
    next = id + 1;
    const status added =
        into.add(access_control_view{object_instance_id{id}, target, owner, acl_view{}});
    if (added != status::done) return snapshot_error(added, snapshot_status::instance_invalid);
    const snapshot_status entries = take_entries(from, into, object_instance_id{id});
    if (entries != snapshot_status::done) return entries;
  }
  return snapshot_status::done;
}

}  // namespace detail

/// How many bytes `save` writes for `policy`.
template <editable_policy Policy>
[[nodiscard]] constexpr std::size_t snapshot_size(const Policy& policy) noexcept {
  std::size_t size = detail::snapshot_header + detail::snapshot_checksum;
  size += 2 * policy.account_count();
  for (std::size_t k = 0; k < policy.access_control_count(); ++k)
    size += 10 + 4 * policy.access_control_at(k).entries().size();
  return size;
}

/// Writes `policy` to the `capacity` bytes at `to`. `buffer_too_small` or `edition_unknown`:
/// nothing is written.
template <editable_policy Policy>
constexpr saved_snapshot save(const Policy& policy, std::uint8_t* to,
                              std::size_t capacity) noexcept {
  const std::size_t size = snapshot_size(policy);
  if (!policy.rules().is_valid()) return {snapshot_status::edition_unknown, 0};
  if (size > capacity) return {snapshot_status::buffer_too_small, 0};
  detail::byte_writer out{to};
  out.put<4>(detail::snapshot_magic);
  out.put<1>(detail::snapshot_version);
  out.put<1>(static_cast<std::uint32_t>(policy.rules().name));
  out.put<1>(policy.is_disabled() ? 1 : 0);
  out.put<1>(0);
  out.put<4>(static_cast<std::uint32_t>(size));
  out.put<2>(static_cast<std::uint32_t>(policy.account_count()));
  out.put<2>(static_cast<std::uint32_t>(policy.access_control_count()));
  for (const short_server_id server : view<short_server_id>{policy.accounts()})
    out.put<2>(server.value());
  for (std::size_t k = 0; k < policy.access_control_count(); ++k) {
    const auto one = policy.access_control_at(k);
    out.put<2>(one.id().value());
    out.put<2>(one.target().object().value());
    out.put<2>(one.target().instance().value());
    out.put<2>(one.owner().value());
    out.put<2>(static_cast<std::uint32_t>(one.entries().size()));
    for (const acl_entry entry : one.entries()) {
      out.put<2>(entry.id.value());
      out.put<2>(entry.rights.raw());
    }
  }
  out.put<4>(detail::crc32(to, out.size()));
  return {snapshot_status::done, size};
}

namespace detail {

/// Replaces the contents of `into` by those of the snapshot. On any status but `done` the contents
/// of `into` are lost.
template <editable_policy Policy>
constexpr snapshot_status read_snapshot(view<std::uint8_t> bytes, Policy& into) noexcept {
  if (const snapshot_status frame = check_frame(bytes); frame != snapshot_status::done)
    return frame;
  byte_reader in{{bytes.data(), bytes.size() - snapshot_checksum}};
  (void)in.take<4>();
  (void)in.take<1>();
  const edition rules = edition_of(static_cast<edition_name>(in.take<1>()));
  const std::uint32_t disabled = in.take<1>();
  const std::uint32_t reserved = in.take<1>();
  (void)in.take<4>();
  const std::uint32_t accounts = in.take<2>();
  const std::uint32_t instances = in.take<2>();
  if (!rules.is_valid()) return snapshot_status::edition_unknown;
  (void)into.clear();
  (void)into.start(rules);
  if (!(into.rules() == rules)) return snapshot_status::edition_differs;
  if (disabled > 1 || reserved != 0) return snapshot_status::instance_invalid;
  if (const auto taken = take_accounts(in, into, accounts); taken != snapshot_status::done)
    return taken;
  if (const auto taken = take_instances(in, into, instances); taken != snapshot_status::done)
    return taken;
  if (!in.is_used_up()) return snapshot_status::instance_invalid;
  if (disabled == 1 && into.disable() != status::done) return snapshot_status::instance_invalid;
  return snapshot_status::done;
}

}  // namespace detail

/// Replaces the contents of `policy` by those of the snapshot. It is read into `staged` first,
/// memory of the caller whose contents are lost: any status but `done` leaves `policy` as it was.
template <editable_policy Policy>
constexpr snapshot_status restore(view<std::uint8_t> bytes, Policy& policy,
                                  Policy& staged) noexcept {
  const snapshot_status read = detail::read_snapshot(bytes, staged);
  if (read == snapshot_status::done) policy.become(staged);
  return read;
}

}  // namespace lwm2m::access::inline v0
