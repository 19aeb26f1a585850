#pragma once

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <ostream>
#include <string>
#include <vector>

namespace program {

/// What `decide` prints of one statement.
struct row {
  bool differs = false;     ///< from what is expected
  bool is_expected = true;  ///< there is an expectation
  std::size_t number = 0;   ///< of its line; 0 parts two documents
  std::string who;
  std::string what;
  std::string on;
  std::string answer;
  std::string why;
  std::string shown;
};

/// The rows of one file, with aligned columns.
class rows {
 public:
  row& add() { return rows_.emplace_back(); }

  /// A line between two documents.
  void part() {
    if (!rows_.empty()) rows_.emplace_back();
  }

  [[nodiscard]] const std::vector<row>& all() const { return rows_; }

  void print(std::ostream& to) const {
    const int who = width(&row::who);
    const int what = width(&row::what);
    const int on = width(&row::on);
    const int answer = width(&row::answer);
    for (const row& each : rows_) {
      if (each.number != 0)
        to << (each.differs ? "! " : "  ") << std::right << std::setw(5) << each.number << "  "
           << std::left << std::setw(who) << each.who << ' ' << std::setw(what) << each.what << ' '
           << std::setw(on) << each.on << "  " << std::setw(answer) << each.answer << "  "
           << each.why << (each.shown.empty() ? "" : " " + each.shown);
      to << '\n';
    }
  }

 private:
  /// How wide a column is; what is wider than most makes only its own row wider.
  [[nodiscard]] int width(std::string row::* column) const {
    std::size_t widest = 0;
    for (const row& each : rows_) widest = std::max(widest, (each.*column).size());
    return static_cast<int>(std::min<std::size_t>(widest, 48));
  }

  std::vector<row> rows_;
};

}  // namespace program
