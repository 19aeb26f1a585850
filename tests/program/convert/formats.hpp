#pragma once

#include "program/convert/data.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace program {

/// A format that policy text is made from, or made into. A reader takes the whole content; what is
/// malformed makes it return false, say why in `trouble`, and be used no further.
struct format_row {
  std::string_view name;
  std::string_view says;
  bool (*read)(const std::string& content, device_data& into, std::string& trouble);
  std::string (*write)(const device& from);
};

/// All of them.
[[nodiscard]] const std::vector<format_row>& all_formats();
[[nodiscard]] const format_row* format_named(std::string_view name);

// Object 2 as a device answers a Read of /2

bool read_senml_json(const std::string& content, device_data& into, std::string& trouble);
bool read_senml_cbor(const std::string& content, device_data& into, std::string& trouble);
bool read_lwm2m_json(const std::string& content, device_data& into, std::string& trouble);
bool read_tlv(const std::string& content, device_data& into, std::string& trouble);
std::string write_senml_json(const device& from);
std::string write_senml_cbor(const device& from);
std::string write_lwm2m_json(const device& from);
std::string write_tlv(const device& from);

/// The Resources of one Access Control Object Instance in TLV, as a Bootstrap-Write of it carries.
std::string tlv_of(const access_control_data& one);

// What servers and registries keep

bool read_bootstrap_json(const std::string& content, device_data& into, std::string& trouble);
bool read_link_format(const std::string& content, device_data& into, std::string& trouble);
bool read_ddf(const std::string& content, device_data& into, std::string& trouble);
std::string write_bootstrap_json(const device& from);
std::string write_link_format(const device& from);
std::string write_ddf(const device& from);

/// A session of Bootstrap-Writes, as a case file says it, each with its TLV payload in a comment.
std::string write_bootstrap_writes(const device& from);

}  // namespace program
