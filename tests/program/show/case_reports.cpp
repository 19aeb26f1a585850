#include "program/show/case_reports.hpp"

#include <nlohmann/json.hpp>

namespace program {

namespace {

std::string xml(const std::string& text) {
  std::string made;
  for (const char c : text) switch (c) {
      case '<':
        made += "&lt;";
        break;
      case '>':
        made += "&gt;";
        break;
      case '&':
        made += "&amp;";
        break;
      case '"':
        made += "&quot;";
        break;
      default:
        made += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  return made;
}

std::string statement_of(const row& of) {
  return of.who + ' ' + of.what + (of.on.empty() ? "" : ' ' + of.on);
}

std::string answer_of_row(const row& of) {
  return of.answer + (of.shown.empty() ? "" : ' ' + of.shown) + "  " + of.why;
}

}  // namespace

nlohmann::ordered_json cases_json(const std::string& file, const case_report& of) {
  nlohmann::ordered_json made{{"file", file},
                              {"requests", of.counted.requests},
                              {"expectations", of.counted.expectations},
                              {"differing", of.counted.differing},
                              {"statements", nlohmann::ordered_json::array()}};
  for (const row& each : of.rows.all()) {
    if (each.number == 0) continue;
    made["statements"].push_back({{"line", each.number},
                                  {"statement", statement_of(each)},
                                  {"answer", each.answer},
                                  {"why", each.why},
                                  {"shown", each.shown},
                                  {"isExpected", each.is_expected},
                                  {"differs", each.differs}});
  }
  return made;
}

std::string cases_junit(const std::string& file, const case_report& of) {
  std::string cases;
  std::size_t count = 0;
  for (const row& each : of.rows.all()) {
    if (each.number == 0 || (!each.is_expected && !each.differs)) continue;
    ++count;
    cases += "    <testcase classname=\"" + xml(file) + "\" name=\"" +
             xml(std::to_string(each.number) + ": " + statement_of(each)) + '"';
    cases += each.differs ? ">\n      <failure message=\"" + xml(answer_of_row(each)) +
                                "\"/>\n    </testcase>\n"
                          : "/>\n";
  }
  return "  <testsuite name=\"" + xml(file) + "\" tests=\"" + std::to_string(count) +
         "\" failures=\"" + std::to_string(of.counted.differing) + "\">\n" + cases +
         "  </testsuite>\n";
}

}  // namespace program
