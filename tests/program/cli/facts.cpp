#include "program/cli/facts.hpp"

#include <algorithm>
#include <numeric>

namespace program {

namespace {

/// How many letters have to be typed, left out or changed.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
    }
  }
  return row.back();
}

}  // namespace

const std::vector<command_facts>& all_commands() {
  static const std::vector<command_facts> commands{
      {"check", "finds mistakes that a well-formed policy can have",
       "Looks for what is wrong by the rules (errors), takes something from somebody or gives more "
       "than it seems (warnings), or is worth a look (notes). A line `# allow: ID` above silences "
       "the rule of that ID."},
      {"matrix", "shows who may do what",
       "A row for each Object and Object Instance, a column for each Server. Every letter is the "
       "engine's decision. Rights that nothing supports are told apart from rights that work."},
      {"explain", "says why a request is answered as it is, and what would turn the answer",
       "Shows the steps of the decision, the Access Control Object Instance and entry behind it, "
       "and every single change of the policy that would turn the answer, the smallest first. The "
       "request is written as in a case file: 102 write /3/0/13."},
      {"diff", "shows what changes for whom between two policies, or two editions",
       "Compares every Server, operation and path, and folds what differs into few lines: gains, "
       "losses, other answers. A composite operation is asked with one path, a Create with what it "
       "must convey."},
      {"query", "answers who may, what may, over what may, can-reach",
       "Questions: who may OPERATION PATH; what may SERVER do; over what may anybody|SERVER... "
       "[but SERVER...] OPERATION; can-reach [SERVER], which tells what a Server can make possible "
       "for itself or others by up to three requests of its own."},
      {"decide", "answers every request of case files",
       "A file holds a policy and requests, or requests alone: those are asked of the policy that "
       "was named before."},
      {"format", "prints policy text in order",
       "One statement a line, one space between tokens; comments, blank lines and the order of "
       "statements stay."},
      {"coverage", "shows what of a policy no request of the tests needed",
       "Answers the requests of case files, and lists the entries, the rights of entries and the "
       "rules that decided none of them."},
      {"convert", "makes policy text from other formats, and other formats from policy text",
       "Formats: ddf (OMA object definitions), senml-json, senml-cbor, tlv and lwm2m-json (the "
       "answer to a Read of /2), bootstrap-json (a bootstrap server's configuration), link-format "
       "(a registration); and out only, bootstrap-writes."},
      {"snapshot", "writes the policy of a text as bytes", "What the library's restore() reads."},
      {"restore", "prints the policy of such bytes as text", "What the library's save() wrote."},
      {"man", "prints the manual page", "In the language of man(7)."},
      {"completion", "prints what makes a shell complete commands and options",
       "For bash, zsh or fish."},
  };
  return commands;
}

const command_facts& facts_of_command(std::string_view name) {
  const auto& all = all_commands();
  return *std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
}

std::string_view nearest_command(std::string_view word) {
  std::string_view nearest;
  std::size_t least = 3;
  for (const command_facts& each : all_commands())
    if (const std::size_t d = distance(word, each.name); d < least) {
      least = d;
      nearest = each.name;
    }
  return nearest;
}

}  // namespace program
