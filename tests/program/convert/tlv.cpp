#include "program/convert/formats.hpp"

namespace program {

namespace {

/// The kinds of TLV, by the two highest bits of the first octet.
enum class tlv_kind : std::uint8_t { object_instance = 0, resource_instance, multiple, resource };

struct tlv {
  tlv_kind kind{};
  unsigned id = 0;
  std::string_view value{};
};

/// Reads one after the other; false at the end, and when one is malformed.
class tlv_reader {
 public:
  explicit tlv_reader(std::string_view octets) : left_{octets} {}

  [[nodiscard]] bool is_at_end() const { return left_.empty(); }

  bool next(tlv& into) {
    std::uint64_t type = 0, id = 0, length = 0;
    if (!number(1, type)) return false;
    into.kind = static_cast<tlv_kind>(type >> 6);
    if (!number((type & 0x20U) != 0 ? 2 : 1, id)) return false;
    const std::size_t length_size = type >> 3 & 3U;
    length = type & 7U;
    if (length_size != 0 && !number(length_size, length)) return false;
    if (length > left_.size()) return false;
    into.id = static_cast<unsigned>(id);
    into.value = left_.substr(0, static_cast<std::size_t>(length));
    left_.remove_prefix(static_cast<std::size_t>(length));
    return true;
  }

 private:
  bool number(std::size_t size, std::uint64_t& into) {
    if (left_.size() < size) return false;
    into = 0;
    for (std::size_t k = 0; k < size; ++k) into = into << 8 | static_cast<unsigned char>(left_[k]);
    left_.remove_prefix(size);
    return true;
  }

  std::string_view left_;
};

/// An integer of 1, 2, 4 or 8 octets, with a sign.
bool integer_of(std::string_view octets, std::int64_t& into) {
  const std::size_t size = octets.size();
  if (size != 1 && size != 2 && size != 4 && size != 8) return false;
  std::uint64_t value =
      (static_cast<unsigned char>(octets[0]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const char c : octets) value = value << 8 | static_cast<unsigned char>(c);
  into = static_cast<std::int64_t>(value);
  return true;
}

using leaves = std::vector<access_control_leaf>;

bool read_entries(std::int64_t instance, std::string_view octets, leaves& into) {
  tlv one;
  for (tlv_reader at{octets}; !at.is_at_end();) {
    access_control_leaf leaf{instance, 2, 0, 0};
    if (!at.next(one) || one.kind != tlv_kind::resource_instance ||
        !integer_of(one.value, leaf.value))
      return false;
    leaf.entry = one.id;
    into.push_back(leaf);
  }
  return true;
}

bool read_instance(std::int64_t instance, std::string_view octets, leaves& into) {
  tlv one;
  for (tlv_reader at{octets}; !at.is_at_end();) {
    access_control_leaf leaf{instance, 0, -1, 0};
    if (!at.next(one)) return false;
    leaf.resource = one.id;
    const bool is_list = one.kind == tlv_kind::multiple;
    if (one.id > 3) continue;
    if (is_list != (one.id == 2)) return false;
    if (is_list && !read_entries(instance, one.value, into)) return false;
    if (is_list) continue;
    if (one.kind != tlv_kind::resource || !integer_of(one.value, leaf.value)) return false;
    into.push_back(leaf);
  }
  return true;
}

void write(std::string& to, tlv_kind kind, unsigned id, std::string_view value) {
  const std::size_t length = value.size();
  const unsigned length_size = length < 8 ? 0 : length <= 0xFF ? 1 : length <= 0xFFFF ? 2 : 3;
  unsigned type = static_cast<unsigned>(kind) << 6 | length_size << 3;
  if (id > 0xFF) type |= 0x20U;
  if (length_size == 0) type |= static_cast<unsigned>(length);
  to += static_cast<char>(type);
  if (id > 0xFF) to += static_cast<char>(id >> 8);
  to += static_cast<char>(id);
  for (unsigned k = length_size; k-- > 0;) to += static_cast<char>(length >> (8 * k));
  to += value;
}

std::string octets_of(std::int64_t value) {
  const unsigned size = value < 0x80 ? 1 : value < 0x8000 ? 2 : value < 0x80000000LL ? 4 : 8;
  std::string octets;
  for (unsigned k = size; k-- > 0;) octets += static_cast<char>(value >> (8 * k));
  return octets;
}

}  // namespace

bool read_tlv(const std::string& content, device_data& into, std::string& trouble) {
  leaves found;
  trouble = "it is no TLV of instances of Object 2";
  tlv one;
  for (tlv_reader at{content}; !at.is_at_end();)
    if (!at.next(one) || one.kind != tlv_kind::object_instance ||
        !read_instance(one.id, one.value, found))
      return false;
  return gather(found, into, trouble);
}

std::string tlv_of(const access_control_data& one) {
  std::string octets, entries;
  for (const auto& [who, rights] : one.entries)
    write(entries, tlv_kind::resource_instance, static_cast<unsigned>(who), octets_of(rights));
  write(octets, tlv_kind::resource, 0, octets_of(one.object));
  write(octets, tlv_kind::resource, 1, octets_of(one.instance));
  write(octets, tlv_kind::multiple, 2, entries);
  write(octets, tlv_kind::resource, 3, octets_of(one.owner));
  return octets;
}

std::string write_tlv(const device& from) {
  std::string octets;
  for (const access_control_data& one : data_of(from).access_controls)
    write(octets, tlv_kind::object_instance, static_cast<unsigned>(one.id), tlv_of(one));
  return octets;
}

}  // namespace program
