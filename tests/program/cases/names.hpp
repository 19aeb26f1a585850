#pragma once

#include <lwm2m/access/text/scanner.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// The names that a text gives to Servers, `server billing = 102`: each stands for its number
/// behind the place where it is said. It borrows the text.
class name_table {
 public:
  explicit name_table(std::string_view text);

  /// For a reader of that text, and of no other. It borrows this.
  [[nodiscard]] lwm2m::access::server_names look_up() const { return {find, this}; }

  /// The number that a part of the text stands for; 0 when it is no name there.
  [[nodiscard]] std::uint16_t number_of(std::string_view word) const;

  /// The statements that give the names, one a line.
  [[nodiscard]] std::string statements() const;

 private:
  struct row {
    std::string_view name;
    std::uint16_t number;
  };
  static std::uint16_t find(const void* context, lwm2m::access::view<char> word) noexcept;

  std::vector<row> rows_;
};

}  // namespace program
