#include "program/show/lists.hpp"

#include "program/cases/words.hpp"

#include <algorithm>
#include <map>

namespace program {

namespace {

/// What the right to Read gives (section B), as far as nothing else is asked for.
constexpr lac::operation reading[] = {lac::operation::read,
                                      lac::operation::observe,
                                      lac::operation::notify,
                                      lac::operation::read_composite,
                                      lac::operation::observe_composite,
                                      lac::operation::send,
                                      lac::operation::write_attributes};

std::string run_text(std::uint32_t first, std::uint32_t last) {
  const std::string begin = std::to_string(first);
  return first == last ? begin : begin + (last == first + 1 ? ',' : '-') + std::to_string(last);
}

std::size_t ids_of(const lac::path& at, std::array<std::uint32_t, 4>& into) {
  const std::uint32_t ids[] = {at.object().value(), at.object_instance().value(),
                               at.resource().value(), at.resource_instance().value()};
  const auto depth =
      static_cast<std::size_t>(at.level()) - static_cast<std::size_t>(lac::level::root);
  for (std::size_t k = 0; k < depth; ++k) into[k] = ids[k];
  return depth;
}

template <class Value>
std::vector<Value> picked(const std::vector<Value>& from, const number_set& which) {
  std::vector<Value> found;
  for (const std::uint32_t k : which) found.push_back(from[k]);
  return found;
}

}  // namespace

std::string numbers_text(const number_set& numbers) {
  if (numbers.size() == 1) return std::to_string(numbers[0]);
  std::string text = "{";
  for (std::size_t first = 0, k = 0; first < numbers.size(); first = k) {
    while (++k < numbers.size() && numbers[k] == numbers[k - 1] + 1) {
    }
    text += (first == 0 ? "" : ",") + run_text(numbers[first], numbers[k - 1]);
  }
  return text + '}';
}

std::string paths_text(const std::vector<lac::path>& paths) {
  std::map<std::pair<bool, std::size_t>, std::vector<point<4>>> parts;  // Object 2 last
  for (const lac::path& each : paths) {
    point<4> one;
    const std::size_t depth = ids_of(each, one.at);
    parts[{each.object() == lac::objects::access_control, depth}].push_back(one);
  }
  std::string text;
  for (const auto& [part, points] : parts) {
    const std::size_t depth = part.second;
    auto patterns = fold(points);
    std::sort(patterns.begin(), patterns.end(),
              [](const auto& a, const auto& b) { return a.sides < b.sides; });
    for (const box<4>& each : patterns) {
      if (!text.empty()) text += ' ';
      if (depth == 0) text += '/';
      for (std::size_t k = 0; k < depth; ++k) text += '/' + numbers_text(each.sides[k]);
    }
  }
  return text;
}

std::string operations_text(const std::vector<lac::operation>& operations) {
  const auto has = [&](lac::operation op) {
    return std::find(operations.begin(), operations.end(), op) != operations.end();
  };
  const bool reads = std::all_of(std::begin(reading), std::end(reading), has);
  std::string text = reads ? "reading" : "";
  for (const lac::operation each : operations) {
    const bool is_said =
        reads && std::find(std::begin(reading), std::end(reading), each) != std::end(reading);
    if (!is_said) text += (text.empty() ? "" : " ") + text_of(each);
  }
  return text;
}

std::string reading_text() {
  std::string text;
  for (const lac::operation each : reading) text += (text.empty() ? "" : ", ") + text_of(each);
  return text;
}

std::vector<lac::short_server_id> servers_of(const space& over, const box<3>& line) {
  return picked(over.servers, line.sides[0]);
}
std::vector<lac::operation> operations_of(const space& over, const box<3>& line) {
  return picked(over.operations, line.sides[1]);
}
std::vector<lac::path> paths_of(const space& over, const box<3>& line) {
  return picked(over.paths, line.sides[2]);
}

std::string servers_text(const std::vector<lac::short_server_id>& servers) {
  std::string text;
  for (const lac::short_server_id each : servers)
    text += (text.empty() ? "" : " ") + std::to_string(each.value());
  return text;
}

std::string text_table::text(const std::string& indent) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_)
    for (std::size_t k = 0; k + 1 < row.size(); ++k) {
      if (widths.size() <= k) widths.push_back(0);
      widths[k] = std::max(widths[k], row[k].size());
    }
  std::string text;
  for (const auto& row : rows_) {
    std::string line = indent;
    for (std::size_t k = 0; k < row.size(); ++k) {
      line += row[k];
      if (k + 1 < row.size()) line += std::string(widths[k] - row[k].size() + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

}  // namespace program
