#include "values.hpp"

#include <charconv>
#include <tuple>

namespace client {

namespace {

struct first_value {
  unsigned object;
  unsigned resource;
  value is;
};

const first_value first_values[] = {
    {1, 0, std::int64_t{0}},      // Short Server ID
    {1, 1, std::int64_t{86400}},  // Lifetime
    {1, 2, std::int64_t{0}},      // Default Minimum Period
    {1, 3, std::int64_t{60}},     // Default Maximum Period
    {1, 5, std::int64_t{86400}},  // Disable Timeout
    {1, 6, true},                 // Notification Storing
    {1, 7, std::string{"U"}},     // Binding
    {3, 0, std::string{"Example"}},
    {3, 1, std::string{"lwm2m-device"}},
    {3, 2, std::string{"1"}},
    {3, 3, std::string{"1.0"}},
    {3, 9, std::int64_t{100}},            // Battery Level
    {3, 13, std::int64_t{0}},             // Current Time
    {3, 14, std::string{"+00:00"}},       // UTC Offset
    {3, 16, std::string{"U"}},            // Supported Binding and Modes
    {4, 0, std::int64_t{41}},             // Network Bearer
    {4, 2, std::int64_t{-60}},            // Radio Signal Strength
    {4, 4, std::string{"127.0.0.1"}},     // IP Addresses
    {5, 1, std::string{}},                // Package URI
    {5, 3, std::int64_t{0}},              // State
    {5, 5, std::int64_t{0}},              // Update Result
    {3303, 5601, 21.0},                   // Min Measured Value
    {3303, 5602, 21.0},                   // Max Measured Value
    {3303, 5700, 21.0},                   // Sensor Value
    {3303, 5701, std::string{"Cel"}},     // Sensor Units
    {3303, 5750, std::string{"sensor"}},  // Application Type
};

template <class Number>
std::optional<value> number_of(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return number;
}

}  // namespace

value first_value_of(lac::object_id object, lac::resource_id resource) {
  for (const first_value& each : first_values)
    if (each.object == object.value() && each.resource == resource.value()) return each.is;
  return std::string{};
}

std::string text_of(const value& from) {
  if (const auto* text = std::get_if<std::string>(&from)) return *text;
  if (const auto* flag = std::get_if<bool>(&from)) return *flag ? "1" : "0";
  if (const auto* whole = std::get_if<std::int64_t>(&from)) return std::to_string(*whole);
  char digits[32];
  const auto written = std::to_chars(digits, digits + sizeof digits, std::get<double>(from));
  return {digits, written.ptr};
}

std::optional<value> value_of(std::string_view text, const value& like) {
  if (std::holds_alternative<std::string>(like)) return std::string{text};
  if (std::holds_alternative<std::int64_t>(like)) return number_of<std::int64_t>(text);
  if (std::holds_alternative<double>(like)) return number_of<double>(text);
  if (text != "0" && text != "1") return std::nullopt;
  return text == "1";
}

std::optional<value> as_kind_of(const value& like, const value& given) {
  if (given.index() == like.index()) return given;
  const auto* whole = std::get_if<std::int64_t>(&given);
  if (whole == nullptr || !std::holds_alternative<double>(like)) return std::nullopt;
  return static_cast<double>(*whole);
}

bool path_order::operator()(const lac::path& a, const lac::path& b) const {
  const auto numbers = [](const lac::path& p) {
    return std::tuple{p.object().value(), p.object_instance().value(), p.resource().value(),
                      p.level()};
  };
  return numbers(a) < numbers(b);
}

void values::add_instance(const lac::object_view& object, lac::object_instance_id instance) {
  for (const lac::resource_definition& each : object.resources()) {
    const bool is_shown = each.operations().has(lac::resource_operation::read) ||
                          each.operations().has(lac::resource_operation::write);
    if (is_shown)
      held_[{object.id(), instance, each.id()}] = first_value_of(object.id(), each.id());
  }
}

void values::erase_instance(const lac::path& instance) {
  std::erase_if(held_, [&](const auto& each) { return instance.contains(each.first); });
}

const value* values::find(const lac::path& at) const {
  const auto found = held_.find(at);
  return found == held_.end() ? nullptr : &found->second;
}

}  // namespace client
