#include "program/cli/application.hpp"

#include "program/cli/facts.hpp"
#include "program/cli/papers.hpp"
#include "program/convert/formats.hpp"

#include <lwm2m/access/version.hpp>

#include <ostream>

namespace program {

std::string version_text() {
  return std::to_string(LWM2M_ACCESS_VERSION_MAJOR) + '.' +
         std::to_string(LWM2M_ACCESS_VERSION_MINOR) + '.' +
         std::to_string(LWM2M_ACCESS_VERSION_PATCH);
}

application::application()
    : cli_{std::make_unique<CLI::App>(std::string{program_summary}, "lwm2m-access")} {
  cli_->set_version_flag("--version", "lwm2m-access " + version_text(), "Prints the version.");
  cli_->require_subcommand(1);
  cli_->get_formatter()->column_width(32);
  std::string footer = "A file named - is standard input. Exit codes:\n";
  for (const exit_facts& each : exit_codes)
    footer += "  " + std::to_string(each.code) + "  " + std::string{each.meaning} + '\n';
  cli_->footer(footer);
  add_analyses();
  add_cases();
  add_papers();
}

CLI::App* application::add(std::string_view name, std::function<int(streams&)> run) {
  const command_facts& facts = facts_of_command(name);
  CLI::App* const made = cli_->add_subcommand(std::string{name}, std::string{facts.summary});
  made->footer(std::string{facts.description});
  made->set_version_flag("--version", "lwm2m-access " + version_text(), "Prints the version.");
  made->callback([this, run = std::move(run)] { chosen_ = run; });
  return made;
}

void application::add_analyses() {
  CLI::App* at = add("check", [this](streams& io) { return check(check_, io); });
  at->add_option("POLICY", check_.files, "Policy texts and case files.")->required();
  CLI::Option* json = at->add_flag("--json", check_.json, "Prints the findings as JSON.");
  at->add_flag("--sarif", check_.sarif, "Prints them as SARIF 2.1.0, for code review.")
      ->excludes(json);
  at->add_flag("--strict", check_.strict, "Warnings make the exit code 1, too.");

  at = add("matrix", [this](streams& io) { return matrix(matrix_, io); });
  at->add_option("POLICY", matrix_.file, "A policy text.")->required();
  at->add_flag("--resources", matrix_.resources, "Adds a row for each Resource.");
  CLI::Option* markdown = at->add_flag("--markdown", matrix_.markdown, "Prints a Markdown table.");
  json = at->add_flag("--json", matrix_.json, "Prints JSON.")->excludes(markdown);
  at->add_flag("--svg", matrix_.svg, "Prints a picture.")->excludes(markdown)->excludes(json);

  at = add("explain", [this](streams& io) { return explain(explain_, io); });
  at->add_option("POLICY", explain_.file, "A policy text.")->required();
  at->add_option("REQUEST", explain_.request, "A request, as in a case file.")->required();
  at->add_flag("--json", explain_.json, "Prints JSON.");

  at = add("diff", [this](streams& io) { return diff(diff_, io); });
  at->add_option("POLICY", diff_.files, "The old and the new policy text.")->required();
  at->add_option("--edition", diff_.editions, "Compares one policy under two editions.")
      ->expected(2)
      ->check(CLI::IsMember({"draft", "1.0", "1.1", "1.2"}));
  at->add_flag("--gains", diff_.gains, "The exit code is 1 when anybody gains anything.");
  at->add_flag("--json", diff_.json, "Prints JSON.");

  at = add("query", [this](streams& io) { return query(query_, io); });
  at->add_option("POLICY", query_.file, "A policy text.")->required();
  at->add_option("QUESTION", query_.words, "A question, in words.")->required();
  at->add_flag("--json", query_.json, "Prints JSON.");
}

void application::add_cases() {
  CLI::App* at = add("decide", [this](streams& io) { return decide(decide_, io); });
  at->add_option("FILE", decide_.files, "Case files, or a policy and files of requests.")
      ->required();
  CLI::Option* json = at->add_flag("--json", decide_.json, "Prints JSON.");
  at->add_flag("--junit", decide_.junit, "Prints JUnit's XML, for build servers.")->excludes(json);
  at->add_flag("--strict", decide_.strict,
               "A request without expectation fails, and a run without any.");

  at = add("format", [this](streams& io) { return format(format_, io); });
  at->add_option("FILE", format_.files, "Policy texts and case files.")->required();

  at->add_flag("-w,--write", format_.write, "Writes each file anew instead of printing it.");
  at->add_flag("--check", format_.check, "Prints nothing; exit code 1 when a file would change.");
  at->add_flag("--diff", format_.diff, "Prints the lines that would change.");
  at->add_flag("--canonical", format_.canonical,
               "Sorts the declarations and leaves comments out, as the library prints a policy.");

  at = add("coverage", [this](streams& io) { return coverage(coverage_, io); });
  at->add_option("FILE", coverage_.files, "A policy, and files of requests.")->required();
  at->add_flag("--json", coverage_.json, "Prints JSON.");

  add_convert();

  at = add("snapshot", [this](streams& io) { return snapshot(snapshot_, io); });
  at->add_option("FILE", snapshot_.from, "A policy text.")->required();
  at->add_option("OUT", snapshot_.to, "The file to write.")->required();

  at = add("restore", [this](streams& io) { return restore(restore_, io); });
  at->add_option("FILE", restore_.from, "A snapshot.")->required();
}

void application::add_convert() {
  std::vector<std::string> readable, writable;
  for (const format_row& each : all_formats()) {
    if (each.read != nullptr) readable.emplace_back(each.name);
    writable.emplace_back(each.name);
  }
  CLI::App* at = add("convert", [this](streams& io) { return convert(convert_, io); });
  at->add_option("FILE", convert_.files, "What is converted; of DDF also a registry's folder.")
      ->required();
  at->add_option("--from", convert_.from, "The format that policy text is made from.")
      ->check(CLI::IsMember(readable));
  at->add_option("--to", convert_.to, "The format that policy text is made into.")
      ->check(CLI::IsMember(writable));
  at->add_option("--edition", convert_.edition, "The edition of the policy text.")
      ->check(CLI::IsMember({"draft", "1.0", "1.1", "1.2"}));
  at->add_option("--servers", convert_.servers, "Server Accounts beyond those that are named.")
      ->expected(1, 65534);
  at->add_option("--ddf", convert_.definitions,
                 "Object definitions, for what link-format leaves out.");
}

void application::add_papers() {
  CLI::App* at = add("man", [this](streams& io) {
    io.out << man_page(*cli_);
    return 0;
  });
  at = add("completion", [this](streams& io) {
    io.out << completion(*cli_, shell_);
    return 0;
  });
  at->add_option("SHELL", shell_, "bash, zsh or fish.")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

namespace {

/// A word where a command should be, and no command.
bool is_mistyped(const CLI::App& cli, int count, const char* const* arguments) {
  if (count < 2 || arguments[1][0] == '-') return false;
  try {
    (void)cli.get_subcommand(std::string{arguments[1]});
    return false;
  } catch (const CLI::OptionNotFound&) {
    return true;
  }
}

int mistyped(const std::string& word, streams& io) {
  const std::string_view nearest = nearest_command(word);
  io.errors << "lwm2m-access: there is no command '" << word << '\'';
  if (!nearest.empty()) io.errors << "; did you mean '" << nearest << "'?";
  io.errors << '\n';
  return 2;
}

}  // namespace

int run(int count, const char* const* arguments, streams& io) {
  application made;
  CLI::App& cli = made.cli();
  if (count < 2) {
    io.errors << cli.help();
    return 2;
  }
  if (is_mistyped(cli, count, arguments)) return mistyped(arguments[1], io);
  int code = 0;
  try {
    cli.parse(count, arguments);
    code = made.run(io);
  } catch (const CLI::CallForHelp&) {
    io.out << cli.help();
  } catch (const CLI::CallForVersion& version) {
    io.out << version.what() << '\n';
  } catch (const CLI::ParseError& error) {
    io.errors << "lwm2m-access: " << error.what() << '\n';
    return 2;
  }
  if (io.out.flush()) return code;
  io.errors << "lwm2m-access: standard output cannot be written\n";
  return 2;
}

}  // namespace program
