#pragma once

#include <lwm2m/access/path.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values.hpp"

namespace client {

/// The content formats that the device speaks (CoAP Content-Formats).
enum class format : std::uint16_t {
  text = 0,
  link = 40,
  senml_json = 110,
  none = 65535  ///< not said
};

/// The format of a number; nothing when the device does not speak it.
[[nodiscard]] std::optional<format> format_of(unsigned number);

/// The records of a SenML JSON pack (RFC 8428); nothing when it is none. A name that does not begin
/// with a slash lies in `base`: a Create without an Object Instance ID has such names.
[[nodiscard]] std::optional<records> read_senml(std::string_view payload, const lac::path& base);

[[nodiscard]] std::string write_senml(const records& from);

/// A link (RFC 6690) with its attributes, such as `pmin=5`.
[[nodiscard]] std::string link_of(const lac::path& at,
                                  const std::vector<std::string>& attributes = {});

/// Appends `more` to a list of links.
void append(std::string& links, std::string_view more);

}  // namespace client
