#include "program/convert/formats.hpp"

#include "program/cases/words.hpp"

#include <algorithm>

namespace program {

namespace {

std::string hexadecimal(const std::string& octets) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string text;
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    text += text.empty() ? "" : " ";
    text += digits[octet >> 4];
    text += digits[octet & 15U];
  }
  return text;
}

}  // namespace

const std::vector<format_row>& all_formats() {
  static const std::vector<format_row> formats{
      {"ddf", "OMA object definitions, XML", read_ddf, write_ddf},
      {"senml-json", "Object 2 in SenML JSON", read_senml_json, write_senml_json},
      {"senml-cbor", "Object 2 in SenML CBOR", read_senml_cbor, write_senml_cbor},
      {"tlv", "Object 2 in OMA TLV", read_tlv, write_tlv},
      {"lwm2m-json", "Object 2 in the JSON of LwM2M 1.0", read_lwm2m_json, write_lwm2m_json},
      {"bootstrap-json", "the acls of a bootstrap server's configuration", read_bootstrap_json,
       write_bootstrap_json},
      {"link-format", "the Objects and instances of a registration", read_link_format,
       write_link_format},
      {"bootstrap-writes", "a session of Bootstrap-Writes, with their TLV", nullptr,
       write_bootstrap_writes},
  };
  return formats;
}

const format_row* format_named(std::string_view name) {
  const auto& all = all_formats();
  const auto place =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
  return place == all.end() ? nullptr : &*place;
}

std::string write_bootstrap_writes(const device& from) {
  std::string text = "bootstrap begin\n";
  for (const access_control_data& one : data_of(from).access_controls) {
    const std::string at = "/2/" + std::to_string(one.id);
    text += "# PUT " + at + ", application/vnd.oma.lwm2m+tlv: " + hexadecimal(tlv_of(one)) + '\n';
    text += "bootstrap write " + at + " for /" + std::to_string(one.object);
    if (one.instance != 65535) text += '/' + std::to_string(one.instance);
    text += " = {";
    for (const auto& [who, rights] : one.entries)
      text += (text.back() == '{' ? " " : ", ") + (who == 0 ? "default" : std::to_string(who)) +
              ": " + text_of(lac::access_rights{static_cast<std::uint16_t>(rights)});
    text += " } owner " + std::to_string(one.owner) + " -> 2.04\n";
  }
  return text + "bootstrap finish -> 2.04\n";
}

}  // namespace program
