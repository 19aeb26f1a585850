#include "program/convert/cbor.hpp"
#include "program/convert/formats.hpp"

namespace program {

namespace {

/// Labels of SenML (RFC 8428, 6).
enum label : std::int64_t { base_name = -2, base_value = -5, name = 0, value = 2 };

/// What carries over from record to record.
struct base {
  std::string name{};
  std::int64_t value = 0;
};

/// One record: its name and its value, where it has them.
struct record {
  std::string name{};
  std::int64_t value = 0;
  bool has_value = false;
};

class record_reader {
 public:
  record_reader(cbor_reader& at, base& carried) : at_{at}, base_{carried} {}

  bool read(record& into) {
    cbor_head map;
    if (!at_.head(map) || map.kind != cbor_kind::map) return false;
    for (std::uint64_t left = map.value; map.is_endless() ? !at_.skip_break() : left-- > 0;)
      if (!pair(into)) return false;
    return true;
  }

 private:
  bool pair(record& into) {
    cbor_head key, item;
    std::int64_t label = 0;
    if (!at_.head(key)) return false;
    const bool is_number = integer_of(key, label);
    if (!is_number && !at_.skip(key)) return false;
    if (!at_.head(item)) return false;
    if (is_number && label == base_name) return at_.text(item, base_.name);
    if (is_number && label == name) return at_.text(item, into.name);
    if (is_number && label == base_value) return integer_of(item, base_.value);
    if (!is_number || label != value) return at_.skip(item);
    return into.has_value = integer_of(item, into.value);
  }

  cbor_reader& at_;
  base& base_;
};

/// The sum of a value and the base value; false when it does not fit.
bool sum(std::int64_t a, std::int64_t b, std::int64_t& into) {
  constexpr std::int64_t most = 1LL << 62;
  if (a > most || a < -most || b > most || b < -most) return false;
  into = a + b;
  return true;
}

}  // namespace

bool read_senml_cbor(const std::string& content, device_data& into, std::string& trouble) {
  cbor_reader at{content};
  cbor_head array;
  base carried;
  std::vector<access_control_leaf> leaves;
  trouble = "it is no array of SenML records in CBOR";
  if (!at.head(array) || array.kind != cbor_kind::array) return false;
  for (std::uint64_t left = array.value; array.is_endless() ? !at.skip_break() : left-- > 0;) {
    record one;
    const std::size_t offset = at.offset();
    if (!record_reader{at, carried}.read(one)) {
      trouble = "the SenML record at octet " + std::to_string(offset) + " is malformed";
      return false;
    }
    access_control_leaf leaf;
    if (!one.has_value || !leaf_of(carried.name + one.name, leaf)) continue;
    if (!sum(one.value, carried.value, leaf.value)) return false;
    leaves.push_back(leaf);
  }
  if (!at.is_at_end()) {
    trouble = "there are octets behind the records";
    return false;
  }
  return gather(leaves, into, trouble);
}

std::string write_senml_cbor(const device& from) {
  std::string octets;
  const auto leaves = leaves_of(from.policy);
  write_cbor(octets, cbor_kind::array, leaves.size());
  for (const access_control_leaf& each : leaves) {
    const bool is_first = &each == leaves.data();
    write_cbor(octets, cbor_kind::map, is_first ? 3 : 2);
    if (is_first) {
      write_cbor_integer(octets, base_name);
      write_cbor_text(octets, "/2/");
    }
    write_cbor_integer(octets, name);
    write_cbor_text(octets, std::to_string(each.instance) + '/' + std::to_string(each.resource) +
                                (each.entry >= 0 ? '/' + std::to_string(each.entry) : ""));
    write_cbor_integer(octets, value);
    write_cbor_integer(octets, each.value);
  }
  return octets;
}

}  // namespace program
