// lwm2m-access: decides the requests of case files, prints policy text, keeps it as bytes.
#include "program/cases/commands.hpp"
#include "program/cases/files.hpp"

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct command {
  std::string_view name;
  std::string_view arguments;
  std::string_view does;
  std::size_t least;
  std::size_t most;
  int (*run)(const std::vector<std::string>& arguments);
};

constexpr std::size_t any_number = 1'000'000;
constexpr command commands[] = {
    {"decide", "FILE...", "answers every request of case files", 1, any_number, program::decide},
    {"format", "FILE...", "prints policy text and case files canonically", 1, any_number,
     program::format},
    {"snapshot", "FILE OUT", "writes the policy of a text as bytes", 2, 2, program::snapshot},
    {"restore", "FILE", "prints the policy of such bytes as text", 1, 1, program::restore},
};

int usage(std::ostream& to) {
  to << "usage: lwm2m-access COMMAND ARGUMENTS; a file named - is standard input\n";
  for (const command& each : commands)
    to << "  " << each.name << ' ' << each.arguments << ": " << each.does << '\n';
  to << "exit code: 0 when all expectations hold, 1 when some differ, 2 when a text is wrong\n";
  return program::wrong;
}

}  // namespace

int main(int argc, char* argv[]) {
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  if (arguments.empty()) return usage(std::cerr);
  if (arguments[0] == "--help") return usage(std::cout) - program::wrong;
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  for (const command& each : commands)
    if (arguments[0] == each.name && rest.size() >= each.least && rest.size() <= each.most)
      return each.run(rest);
  return usage(std::cerr);
}
