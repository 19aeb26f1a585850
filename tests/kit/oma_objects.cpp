#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/oma_objects.hpp>

#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

// The OMA's Objects against their table of facts, which is read here once more and in another way
// than by the script that writes the header; and a few facts that the texts state in so many words.

namespace {

namespace lac = lwm2m::access;
namespace oma = lac::oma;
using namespace lac::literals;

struct version {
  const char* name;
  const char* number;
  lac::object_view object;
};

constexpr version versions[] = {
    {"security", "1.0", oma::security_1_0},
    {"security", "1.1", oma::security_1_1},
    {"security", "1.2", oma::security_1_2},
    {"server", "1.0", oma::server_1_0},
    {"server", "1.1", oma::server_1_1},
    {"server", "1.2", oma::server_1_2},
    {"access_control", "1.0", oma::access_control_1_0},
    {"access_control", "1.1", oma::access_control_1_1},
    {"device", "1.0", oma::device_1_0},
    {"device", "1.1", oma::device_1_1},
    {"device", "1.2", oma::device_1_2},
    {"connectivity_monitoring", "1.0", oma::connectivity_monitoring_1_0},
    {"connectivity_monitoring", "1.1", oma::connectivity_monitoring_1_1},
    {"connectivity_monitoring", "1.2", oma::connectivity_monitoring_1_2},
    {"connectivity_monitoring", "1.3", oma::connectivity_monitoring_1_3},
    {"firmware_update", "1.0", oma::firmware_update_1_0},
    {"firmware_update", "1.1", oma::firmware_update_1_1},
    {"firmware_update", "1.2", oma::firmware_update_1_2},
    {"location", "1.0", oma::location_1_0},
    {"connectivity_statistics", "1.0", oma::connectivity_statistics_1_0},
    {"software_management", "1.0", oma::software_management_1_0},
    {"oscore", "1.0", oma::oscore_1_0},
    {"oscore", "1.1", oma::oscore_1_1},
    {"oscore", "2.0", oma::oscore_2_0},
    {"virtual_observe_notify", "1.0", oma::virtual_observe_notify_1_0},
    {"virtual_observe_notify", "1.1", oma::virtual_observe_notify_1_1},
    {"cose", "1.0", oma::cose_1_0},
    {"mqtt_server", "1.0", oma::mqtt_server_1_0},
    {"gateway", "1.0", oma::gateway_1_0},
    {"gateway", "2.0", oma::gateway_2_0},
};

constexpr bool are_valid() {
  for (const version& each : versions)
    if (!each.object || !each.object.is_valid() || !each.object.instances().empty()) return false;
  return true;
}
static_assert(are_valid());

/// A version of an Object, as lines `resource operations multiple mandatory`.
std::string lines_of(const lac::object_view& object) {
  std::ostringstream out;
  for (const auto& each : object.resources()) {
    std::string operations;
    for (const auto& [type, letter] : {std::pair{0x80, 'R'}, {0x40, 'W'}, {0x20, 'E'}})
      if ((each.operations().raw() & type) != 0) operations += letter;
    out << each.id().value() << ' ' << (operations.empty() ? "-" : operations) << ' '
        << (each.is_multiple() ? "yes" : "no") << ' ' << (each.is_mandatory() ? "yes" : "no")
        << '\n';
  }
  return out.str();
}

struct table_row {
  std::vector<std::string> cells;
  const std::string& operator[](std::size_t k) const { return cells[k]; }
};

std::vector<table_row> table() {
  std::ifstream file{LWM2M_ACCESS_TEST_DATA "/oma_objects.csv"};
  std::vector<table_row> rows;
  std::string line, cell;
  for (std::getline(file, line); std::getline(file, line);) {
    std::istringstream cells{line};
    rows.emplace_back();
    while (std::getline(cells, cell, ',')) rows.back().cells.push_back(cell);
  }
  return rows;
}

bool has_word(const std::string& words, const std::string& word) {
  return (" " + words + " ").find(" " + word + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("every version of an OMA Object is what the table says", "[oma]") {
  const auto rows = table();
  REQUIRE(rows.size() > 100);
  std::size_t used = 0;
  for (const version& each : versions) {
    std::string expected;
    for (const table_row& row : rows) {
      if (row[1] != each.name || !has_word(row[7], each.number)) continue;
      expected += row[3] + ' ' + row[4] + ' ' + row[5] + ' ' + row[6] + '\n';
      CHECK(std::stoi(row[0]) == each.object.id().value());
      CHECK((row[2] == "single") == each.object.is_single());
      ++used;
    }
    CAPTURE(each.name, each.number);
    CHECK(lines_of(each.object) == expected);
  }
  std::size_t told = 0;
  for (const table_row& row : rows) {
    std::istringstream words{row[7]};
    for (std::string word; words >> word;) ++told;
  }
  CHECK(used == told);
}

TEST_CASE("Object 2 of the registry is the one that is built in", "[oma]") {
  for (const auto& each : {oma::access_control_1_0, oma::access_control_1_1})
    CHECK(lac::equal(each.resources(),
                     lac::view<lac::resource_definition>{lac::detail::access_control_definitions}));
}

TEST_CASE("what the texts say of some Resources", "[oma]") {
  const auto find = [](const lac::object_view& in, unsigned id) {
    for (const auto& each : in.resources())
      if (each.id().value() == id) return each;
    return lac::resource_definition{};
  };
  const auto execute = lac::access_type::of(lac::resource_operation::execute);
  CHECK(find(oma::device_1_2, 4) ==
        lac::resource_definition{lac::resource_id{4}, execute, false, true});
  CHECK(find(oma::firmware_update_1_0, 0).operations().raw() == 0x40);
  CHECK(find(oma::server_1_0, 8).operations() == execute);
  CHECK(find(oma::security_1_2, 5).operations().raw() == 0);
}

TEST_CASE("an object model takes every version of an OMA Object but Object 2", "[oma]") {
  for (const version& each : versions) {
    lac::object_model<1, 1, 40> model;
    const bool is_own = each.object.id() == lac::objects::access_control;
    CAPTURE(each.name, each.number);
    CHECK(model.add(each.object) == (is_own ? lac::status::object_invalid : lac::status::done));
    if (is_own) continue;
    CHECK(model.object_at(0) == each.object);
    CHECK(model.add_instance(each.object.id(), lac::object_instance_id{0}) == lac::status::done);
  }
}
