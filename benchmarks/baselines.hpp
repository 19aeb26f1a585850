#pragma once

#include "workload.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <unordered_map>
#include <vector>

/// What the author of a stack would write instead of the engine: the same rules (edition 1.1) over
/// five kinds of storage. They find the Access Control Object Instance each in their way; the rest
/// is the same straight code, written for them and not shared with the engine.
namespace baseline {

using workload::question;
namespace lac = lwm2m::access;

struct entry {
  std::uint16_t server;
  std::uint16_t rights;
};

/// One Access Control Object Instance, packed: 24 bytes. Object ID and Object Instance ID are one
/// number, so that a scan compares once a record.
struct record {
  std::uint32_t target;
  std::uint16_t id, owner;
  entry acl[4];
};
static_assert(sizeof(record) == 24);

[[nodiscard]] inline std::uint32_t number_of(lac::access_control_target target) {
  return static_cast<std::uint32_t>(target.object().value()) << 16 | target.instance().value();
}
[[nodiscard]] inline record record_of(const lac::access_control_view& one) {
  record made{number_of(one.target()), one.id().value(), one.owner().value(), {}};
  for (std::size_t i = 0; i < 4; ++i)
    made.acl[i] = {one.entries()[i].id.value(), one.entries()[i].rights.raw()};
  return made;
}

[[nodiscard]] inline const entry* entry_of(const record& one, std::uint16_t server) {
  for (const entry& each : one.acl)
    if (each.server == server) return &each;
  return nullptr;
}

/// The right, and by which rule: what obtain_access_right answers.
struct answer {
  std::uint16_t rights;
  lac::determined_by by;
};

[[nodiscard]] inline answer right_in(const record* governing, std::uint16_t server) {
  if (governing == nullptr) return {0, lac::determined_by::no_access_control};
  if (const entry* own = entry_of(*governing, server))
    return {own->rights, lac::determined_by::own_entry};
  if (governing->owner == server) return {15, lac::determined_by::owner};
  if (const entry* any = entry_of(*governing, 0))
    return {any->rights, lac::determined_by::default_entry};
  return {0, lac::determined_by::no_entry};
}

/// Accounts, and a way to find a record.
template <class Storage>
class contender {
 public:
  explicit contender(std::size_t n) {
    for (std::size_t k = 0; k < n; ++k) storage_.add(record_of(workload::instance(k)));
  }

  [[nodiscard]] answer right(lac::short_server_id server, lac::access_control_target target) const {
    const std::uint16_t asks = server.value();
    if (std::find(std::begin(accounts_), std::end(accounts_), asks) == std::end(accounts_))
      return {0, lac::determined_by::no_account};
    return right_in(storage_.find(target), asks);
  }

 private:
  std::uint16_t accounts_[4] = {101, 102, 103, 104};
  Storage storage_;
};

template <class Records>
class scanned {
 public:
  void add(const record& one) { records_.push_back(one); }
  [[nodiscard]] const record* find(lac::access_control_target target) const {
    const std::uint32_t wanted = number_of(target);
    for (const record& each : records_)
      if (each.target == wanted) return &each;
    return nullptr;
  }

 private:
  Records records_;
};
using linear_scan = scanned<std::vector<record>>;
using linked_list = scanned<std::list<record>>;

template <class Map>
class mapped {
 public:
  void add(const record& one) { records_.emplace(one.target, one); }
  [[nodiscard]] const record* find(lac::access_control_target target) const {
    const auto found = records_.find(number_of(target));
    return found == records_.end() ? nullptr : &found->second;
  }

 private:
  Map records_;
};
using ordered_map = mapped<std::map<std::uint32_t, record>>;
using hash_map = mapped<std::unordered_map<std::uint32_t, record>>;

class sorted_vector {
 public:
  void add(const record& one) { records_.insert(place_of(one.target), one); }
  [[nodiscard]] const record* find(lac::access_control_target target) const {
    const auto found = place_of(number_of(target));
    return found == records_.end() || found->target != number_of(target) ? nullptr : &*found;
  }

 private:
  [[nodiscard]] std::vector<record>::const_iterator place_of(std::uint32_t key) const {
    return std::lower_bound(
        records_.begin(), records_.end(), key,
        [](const record& one, std::uint32_t than) { return one.target < than; });
  }

  std::vector<record> records_;
};

}  // namespace baseline
