// check over a fleet of policies with planted mistakes: each is found, and nothing else is.
#include "program/analysis/lint.hpp"
#include "program/cases/files.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <tuple>

#include "support/catch.hpp"

using namespace program;

namespace {

/// A file, the line that the finding is in, and the rule.
using found_at = std::tuple<std::string, std::size_t, std::string>;

/// `# planted: ID` says what stands on the line after it.
void read_planted(const text_file& file, std::set<found_at>& into) {
  std::istringstream lines{file.content};
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number)
    if (const std::string mark = "# planted: "; line.rfind(mark, 0) == 0)
      into.emplace(file.name, number + 1, line.substr(mark.size()));
}

std::vector<text_file> files_in(const std::string& folder) {
  std::vector<text_file> files;
  for (const auto& each : std::filesystem::directory_iterator{folder})
    if (each.path().extension() == ".acl") {
      auto file = read_file(each.path().string(), std::cin, std::cerr);
      REQUIRE(file);
      file->name = each.path().filename().string();
      files.push_back(std::move(*file));
    }
  return files;
}

void show(const char* what, const std::set<found_at>& of, const std::set<found_at>& than) {
  for (const auto& each : of)
    if (than.count(each) == 0)
      std::cout << what << ' ' << std::get<0>(each) << ':' << std::get<1>(each) << ' '
                << std::get<2>(each) << '\n';
}

lint_result found_in(const std::string& content) {
  const loaded_text text = load({"text", content});
  REQUIRE(text.mistakes.empty());
  return lint(text);
}

}  // namespace

TEST_CASE("check finds what is planted in a fleet, and nothing else") {
  std::set<found_at> planted, found;
  const auto files = files_in(LWM2M_ACCESS_FLEET);
  for (const text_file& file : files) {
    read_planted(file, planted);
    const loaded_text text = load(file);
    REQUIRE(text.mistakes.empty());
    for (const lint_finding& each : lint(text).findings)
      found.emplace(file.name, place_at(file.content, each.offset).line,
                    std::string{each.rule->id});
  }
  show("not found:", planted, found);
  show("not planted:", found, planted);
  std::cout << "figure: check over " << files.size() << " policies: " << planted.size()
            << " mistakes planted, " << found.size() << " found, "
            << (planted == found ? "the same" : "not the same") << '\n';
  CHECK(files.size() == 10);
  CHECK(planted == found);
}

TEST_CASE("every rule of check is planted in the fleet") {
  std::set<found_at> planted;
  for (const text_file& file : files_in(LWM2M_ACCESS_FLEET)) read_planted(file, planted);
  for (const lint_rule& rule : lint_rules()) {
    std::size_t count = 0;
    for (const auto& each : planted) count += std::get<2>(each) == rule.id ? 1U : 0U;
    INFO(rule.id);
    CHECK(count > 0);
  }
}

TEST_CASE("a finding is silenced by its ID on the line above, and by no other") {
  const std::string head = "edition 1.1 servers 1 2\n";
  const std::string acl = "acl for /9/0 owner 1 { 3: R }\n";
  CHECK(found_in(head + acl).count(severity::warning) == 1);
  const lint_result silenced = found_in(head + "# allow: entry-without-account\n" + acl);
  CHECK(silenced.findings.empty());
  CHECK(silenced.silenced == 1);
  CHECK(found_in(head + "# allow: draft-owner, entry-without-account\n" + acl).findings.empty());
  CHECK(found_in(head + "# allow: entry-without\n" + acl).findings.size() == 1);
  CHECK(found_in(head + "# entry-without-account\n" + acl).findings.size() == 1);
}

TEST_CASE("without objects, what needs them is skipped and said to be") {
  const lint_result found = found_in("edition 1.1 servers 1 2 acl for /9/0 owner 1 { }");
  CHECK(found.findings.empty());
  CHECK(found.skipped_objects);
}

TEST_CASE("every mistake of a text is told, each in its place") {
  const loaded_text text = load({"text",
                                 "edition 1.3\nservers 1 0 2\nacl for /3/0 owner 1 { 1: X }\n"
                                 "acl for /4/0 owner 1 { 1: R }\nacl for /4/0 owner 2 { }\n"
                                 "1 reed /3/0\n"});
  std::vector<std::size_t> lines;
  for (const mistake& each : text.mistakes)
    lines.push_back(place_at(text.file.content, each.offset).line);
  CHECK(lines == std::vector<std::size_t>{1, 2, 3, 5, 6});
  CHECK(text.documents.empty());
}
