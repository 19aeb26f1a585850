#include "program/analysis/lint.hpp"

#include "program/analysis/lint_document.hpp"

#include <algorithm>

namespace program {

namespace {

using enum severity;

/// Where the line before the one of `offset` begins and ends; empty before the first.
std::string_view line_before(std::string_view text, std::size_t offset) {
  const std::size_t begin = text.substr(0, offset).rfind('\n') + 1;
  if (begin == 0) return {};
  const std::size_t last = text.substr(0, begin - 1).rfind('\n') + 1;
  return text.substr(last, begin - 1 - last);
}

/// Whether a line is a comment that allows a rule: `# allow: ID, ID`.
bool allows(std::string_view line, std::string_view id) {
  const std::size_t sign = line.find_first_not_of(" \t");
  if (sign == std::string_view::npos || line[sign] != '#') return false;
  const std::size_t word = line.find_first_not_of(" \t", sign + 1);
  if (word == std::string_view::npos || line.substr(word, 6) != "allow:") return false;
  for (std::size_t at = line.find(id, word); at != std::string_view::npos;
       at = line.find(id, at + 1)) {
    const auto parts = [&](std::size_t k) {
      return k >= line.size() || line[k] == ' ' || line[k] == ',' || line[k] == ':' ||
             line[k] == '\r' || line[k] == '\t';
    };
    if (parts(at - 1) && parts(at + id.size())) return true;
  }
  return false;
}

/// On the line above the place, or above the statement that it is in.
bool is_silenced(const loaded_text& text, const lint_finding& found) {
  const std::string_view content = text.file.content;
  const statement* const in = text.source->statement_at(found.offset);
  return allows(line_before(content, found.offset), found.rule->id) ||
         (in != nullptr && allows(line_before(content, in->begin()), found.rule->id));
}

}  // namespace

const std::vector<lint_rule>& lint_rules() {
  static const std::vector<lint_rule> rules{
      {"target-missing", error, "An ACL governs an Object Instance that does not exist (G6).",
       true},
      {"owner-without-account", error, "An Owner has no Server Account (G6).", false},
      {"never-met", error, "An expectation that no operation of that kind can answer.", false},
      {"nobody-reaches", warning, "No account has any right on an Object Instance.", true},
      {"owner-locked-out", warning, "The Owner's own entry takes all its rights away (A3).", false},
      {"default-opens-more", warning,
       "The default entry gives strangers a right that a Server with an own entry lacks (A5).",
       false},
      {"create-that-never-counts", warning,
       "A Create right where none is looked for: in an instance's ACL, or by default (A10).",
       false},
      {"entry-without-account", warning, "An entry is for a Server that has no account.", false},
      {"single-account", warning, "With one account no ACL is looked at (A2).", false},
      {"draft-owner", warning, "In this edition an Owner without an entry has no right (A4).",
       false},
      {"reserved-bits", warning, "A right has reserved bits, which mean nothing (A11).", false},
      {"tests-nothing", warning, "Requests of which none has an expectation.", false},
      {"nobody-creates", note, "Nobody may Create instances of an Object that needs it.", true},
      {"right-without-support", note, "A right that nothing of the instance supports (C7).", true},
      {"delete-of-the-device", note, "A right to Delete the Device instance, which stays (D4).",
       false},
      {"disabled", note, "Access control is disabled: every account has every right (A8).", false},
      {"redundant-entry", note, "An entry that changes nothing.", false},
  };
  return rules;
}

std::size_t lint_result::count(severity of) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [of](const lint_finding& each) { return each.rule->severity == of; }));
}

lint_result lint(const loaded_text& text) {
  lint_result result;
  for (const document& each : text.documents) {
    lint_document looked_at{text, each, result};
    lint_whole(looked_at);
    lint_access_controls(looked_at);
    lint_entries(looked_at);
    if (each.declares_objects())
      lint_reach(looked_at);
    else
      result.skipped_objects = true;
  }
  lint_cases(text, result);
  const auto is_allowed = [&](const lint_finding& each) { return is_silenced(text, each); };
  const auto left = std::remove_if(result.findings.begin(), result.findings.end(), is_allowed);
  result.silenced = static_cast<std::size_t>(result.findings.end() - left);
  result.findings.erase(left, result.findings.end());
  std::stable_sort(result.findings.begin(), result.findings.end(),
                   [](const auto& a, const auto& b) { return a.offset < b.offset; });
  return result;
}

}  // namespace program
