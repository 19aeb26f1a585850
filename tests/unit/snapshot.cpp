// A policy as bytes and back; what is torn, cut short or altered is refused and changes nothing.
#include <lwm2m/access.hpp>
#include <lwm2m/access/snapshot.hpp>

#include <vector>

#include "support/catch.hpp"

namespace lac = lwm2m::access;
using namespace lac::literals;

namespace {

using policy = lac::policy<24, 64, 8>;

policy sample() {
  policy made{lac::editions::v1_1};
  for (const unsigned each : {101U, 102U, 65534U})
    (void)made.add_account(lac::short_server_id{each});
  for (unsigned k = 0; k < 12; ++k) {
    const lac::acl_entry entries[] = {{lac::default_short_server_id{}, lac::access_rights{1}},
                                      {101_server, lac::access_rights{0xFFE0}},
                                      {102_server, lac::access_rights{15}}};
    const lac::access_control_target target{lac::object_id{3300 + k}, lac::object_instance_id{k}};
    (void)made.add({lac::object_instance_id{2 * k}, target, 101_server, entries});
  }
  const lac::acl_entry create{101_server, lac::access_rights{16}};
  (void)made.add({lac::object_instance_id{1}, lac::access_control_target{lac::object_id{5}},
                  lac::bootstrap, lac::acl_view{&create, 1}});
  return made;
}

std::vector<std::uint8_t> bytes_of(const policy& from) {
  std::vector<std::uint8_t> bytes(lac::snapshot_size(from));
  const lac::saved_snapshot saved = lac::save(from, bytes.data(), bytes.size());
  REQUIRE((saved.status == lac::snapshot_status::done && saved.size == bytes.size()));
  return bytes;
}

bool is_refused(const std::vector<std::uint8_t>& bytes, std::size_t size, policy& kept) {
  const policy before = kept;
  policy memory;
  const auto given = lac::restore({bytes.data(), size}, kept, memory);
  return given != lac::snapshot_status::done && kept == before &&
         kept.generation() == before.generation();
}

}  // namespace

TEST_CASE("a snapshot gives the same policy, into more and into just enough room") {
  const policy from = sample();
  const auto bytes = bytes_of(from);
  policy same;
  lac::policy<13, 37, 3> tight;
  lac::policy<12, 37, 3> small;
  const auto restored_into = [&bytes](auto& into) {
    auto memory = into;
    return lac::restore({bytes.data(), bytes.size()}, into, memory);
  };
  CHECK((restored_into(same) == lac::snapshot_status::done));
  CHECK(same == from);
  CHECK((restored_into(tight) == lac::snapshot_status::done));
  CHECK(tight == from);
  CHECK((restored_into(small) == lac::snapshot_status::no_room));
  CHECK(small == lac::policy<12, 37, 3>{});
}

TEST_CASE("every truncation and every single-bit flip of a snapshot is refused") {
  auto bytes = bytes_of(sample());
  policy kept{lac::editions::v1_2};
  std::size_t refused = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) refused += is_refused(bytes, size, kept);
  CHECK(refused == bytes.size());
  refused = 0;
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    const auto mask = static_cast<std::uint8_t>(1U << bit % 8);
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ mask);
    refused += is_refused(bytes, bytes.size(), kept);
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ mask);
  }
  CHECK(refused == 8 * bytes.size());
}

namespace {

/// The same bytes with the checksum that belongs to them.
std::vector<std::uint8_t> sealed(std::vector<std::uint8_t> bytes) {
  const std::size_t covered = bytes.size() - 4;
  const std::uint32_t sum = lac::detail::crc32(bytes.data(), covered);
  for (unsigned k = 0; k < 4; ++k)
    bytes[covered + k] = static_cast<std::uint8_t>(sum >> (24 - 8 * k));
  return bytes;
}

lac::snapshot_status status_of(const std::vector<std::uint8_t>& bytes) {
  policy into, memory;
  return lac::restore({bytes.data(), bytes.size()}, into, memory);
}

}  // namespace

TEST_CASE("a snapshot with the right checksum and the wrong content is refused for that") {
  policy one{lac::editions::v1_1};
  const lac::short_server_id server{101u};
  REQUIRE(one.add_account(server) == lac::status::done);
  const lac::acl_entry entries[] = {{lac::default_short_server_id{}, lac::access_rights{1}},
                                    {lac::acl_instance_id{server}, lac::access_rights{2}}};
  REQUIRE(one.add({lac::object_instance_id{0u},
                   {lac::object_id{3u}, lac::object_instance_id{0u}},
                   server,
                   entries}) == lac::status::done);
  const auto bytes = bytes_of(one);
  REQUIRE((status_of(sealed(bytes)) == lac::snapshot_status::done));

  auto longer = bytes;
  ++longer[11];  // the last octet of the length
  CHECK((status_of(sealed(longer)) == lac::snapshot_status::length_differs));

  // Behind 16 octets of header, 2 of an account and 10 of the instance: entry 0, its right, 101.
  auto doubled = bytes;
  REQUIRE(doubled[33] == 101);
  doubled[33] = 0;
  CHECK((status_of(sealed(doubled)) == lac::snapshot_status::instance_invalid));
}
