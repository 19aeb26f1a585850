// format keeps what people wrote, and what it means.
#include "program/text/format.hpp"

#include "program/text/excerpt.hpp"
#include "program/text/load.hpp"

#include <filesystem>
#include <iostream>

#include "support/catch.hpp"

using namespace program;

TEST_CASE("comments, blank lines and the order of statements stay") {
  const std::string before =
      "# head\n\nEDITION 1.1   # which\nservers 2 1\n\n\nobject /3 single instances 0 {0:r,13 :wr\n"
      "multiple # of many\n}\nacl for /3/0 owner 1{ 2:rw , default:- } 1 read /3/0->2.05 {/3/0/0}\n"
      "# tail";
  const std::string after =
      "# head\n\nEDITION 1.1  # which\nservers 2 1\n\n\nobject /3 single instances 0 { 0: R, 13: "
      "RW\n"
      "  multiple  # of many\n}\nacl for /3/0 owner 1 { 2: RW, default: - }\n"
      "1 read /3/0 -> 2.05 { /3/0/0 }\n# tail\n";
  CHECK(formatted_text(before) == after);
  CHECK(formatted_text(after) == after);
}

TEST_CASE("every case file is the same after format, and format of it is itself") {
  std::size_t files = 0;
  for (const auto& each : std::filesystem::directory_iterator{LWM2M_ACCESS_CASES}) {
    if (each.path().extension() != ".acl") continue;
    const auto file = read_file(each.path().string(), std::cin, std::cerr);
    REQUIRE(file);
    const std::string once = formatted_text(file->content);
    CAPTURE(file->name);
    CHECK(formatted_text(once) == once);
    CHECK(canonical_text({file->name, once}) == canonical_text(*file));
    ++files;
  }
  CHECK(files >= 5);
}

TEST_CASE("a mistake in a long line is shown in a window, control characters escaped") {
  std::string line(200, 'a');
  line.append(" \x1B[31m ").append(200, 'b');
  const std::string shown = excerpt(line, 203, 3);
  CHECK(shown.find("\\x1B[31m") != std::string::npos);
  CHECK(shown.find("...a") != std::string::npos);
  CHECK(shown.size() < 250);
  CHECK(excerpt("ab\ncd", 3, 2) == "  cd\n  ^^\n");
  CHECK(excerpt("", 0, 0) == "  \n  ^\n");
  CHECK(printable("\xC3\xA4\xFF") == "\xC3\xA4\\xFF");
}

TEST_CASE("lines that change are told") {
  CHECK(changed_lines("f", "a\nb\nc\n", "a\nB\nc\n") == "f\n- b\n+ B\n");
  CHECK(changed_lines("f", "a\n", "a\n").empty());
}
