// Bytes that say they are a snapshot: what is taken is what `save` writes, byte for byte; what is
// refused changes nothing. Each input is tried as it is, and with a frame that fits.

#include <lwm2m/access/checksum.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/snapshot.hpp>

#include <algorithm>
#include <vector>

#include "input.hpp"

namespace {

namespace lac = lwm2m::access;
using fuzz::must;
using lac::snapshot_status;
using octets = std::vector<std::uint8_t>;

using policy = lac::policy<16, 48, 6>;
using small_policy = lac::policy<3, 5, 2>;

void put(octets& into, std::size_t at, std::uint32_t value) {
  for (std::size_t k = 0; k < 4; ++k)
    into[at + k] = static_cast<std::uint8_t>(value >> (24 - 8 * k));
}

/// With the first five octets, the length and the checksum of a snapshot.
octets framed(octets bytes) {
  constexpr std::uint8_t begin[] = {'L', 'W', 'A', 'C', 1};
  bytes.resize(std::max<std::size_t>(bytes.size(), 20));
  std::copy(std::begin(begin), std::end(begin), bytes.begin());
  put(bytes, 8, static_cast<std::uint32_t>(bytes.size()));
  put(bytes, bytes.size() - 4, lac::detail::crc32(bytes.data(), bytes.size() - 4));
  return bytes;
}

void is_whole(const policy& taken) {
  for (std::size_t k = 0; k < taken.access_control_count(); ++k) {
    const auto one = taken.access_control_at(k);
    must(taken.find(one.target()) == one, "an instance is found by its target");
    must(taken.find_id(one.id()) == one, "an instance is found by its ID");
    must(one.owner().is_valid() && lac::detail::is_acl(one.entries()), "an instance is valid");
    must(!one.target().is_object_level() || one.owner().is_bootstrap(),
         "an Object-level instance is the Bootstrap interface's");
  }
}

void restore(const octets& bytes) {
  policy into{lac::editions::v1_2};
  small_policy small{lac::editions::v1_2};
  const policy before = into;
  policy memory;
  small_policy small_memory;
  const auto given = lac::restore({bytes.data(), bytes.size()}, into, memory);
  const auto given_small = lac::restore({bytes.data(), bytes.size()}, small, small_memory);
  if (given != snapshot_status::done) {
    must(into == before && into.generation() == before.generation(), "a refusal changes nothing");
    must(given_small != snapshot_status::done, "less room takes no more");
    return;
  }
  is_whole(into);
  octets saved(bytes.size());
  const lac::saved_snapshot again = lac::save(into, saved.data(), saved.size());
  must(again.status == snapshot_status::done && again.size == bytes.size() && saved == bytes,
       "what was taken is what is written");
  if (given_small == snapshot_status::done)
    must(policy{small} == into, "a smaller policy takes the same");
  else
    must(given_small == snapshot_status::no_room && small == small_policy{lac::editions::v1_2} &&
             small.generation() == 1,
         "a smaller policy takes all or nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const octets bytes(data, data + size);
  restore(bytes);
  restore(framed(bytes));
  return 0;
}
