#include "program/cli/papers.hpp"

#include "program/cli/application.hpp"
#include "program/cli/facts.hpp"

namespace program {

namespace {

/// Text as roff takes it.
std::string roff(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (c == '\\')
      made += "\\e";
    else if (c == '-')
      made += "\\-";
    else if (c == '\'' && made.empty())
      made += "\\(aq";
    else if (c == '.' && made.empty())
      made += "\\&.";
    else
      made += c;
  }
  return made;
}

std::vector<const CLI::App*> commands_of(const CLI::App& cli) {
  return cli.get_subcommands([](const CLI::App*) { return true; });
}

/// The options of a command by the names that are typed, `--json`; positional ones are left out.
std::vector<const CLI::Option*> options_of(const CLI::App& command) {
  std::vector<const CLI::Option*> options;
  for (const CLI::Option* each : command.get_options())
    if (!each->get_positional()) options.push_back(each);
  return options;
}

std::string synopsis(const CLI::App& command) {
  std::string text = command.get_name();
  for (const CLI::Option* each : options_of(command)) {
    if (each->get_name() == "--help" || each->get_name() == "--version" ||
        each->get_name() == "-h,--help")
      continue;
    text += " [" + each->get_name() + (each->get_items_expected_max() > 1 ? " A B" : "") + ']';
  }
  for (const CLI::Option* each : command.get_options())
    if (each->get_positional())
      text += ' ' + each->get_name(true) + (each->get_items_expected_max() > 1 ? "..." : "");
  return text;
}

std::string words_of(const std::vector<const CLI::Option*>& options) {
  std::string words;
  for (const CLI::Option* each : options)
    for (const std::string& name : each->get_lnames())
      words += (words.empty() ? "" : " ") + ("--" + name);
  return words;
}

std::string bash(const CLI::App& cli) {
  std::string names, cases;
  for (const CLI::App* each : commands_of(cli)) {
    names += (names.empty() ? "" : " ") + each->get_name();
    cases += "    " + each->get_name() + ") words='" + words_of(options_of(*each)) + "' ;;\n";
  }
  return "_lwm2m_access() {\n"
         "  local words word=${COMP_WORDS[COMP_CWORD]}\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         names +
         " --help --version' -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]} in\n" +
         cases +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"; compgen -f -- \"$word\"))\n"
         "}\n"
         "complete -o filenames -F _lwm2m_access lwm2m-access\n";
}

std::string zsh(const CLI::App& cli) {
  std::string names, cases;
  for (const CLI::App* each : commands_of(cli)) {
    names += "    '" + each->get_name() + ':' + each->get_description() + "'\n";
    cases += "    " + each->get_name() + ") compadd -- " + words_of(options_of(*each)) + " ;;\n";
  }
  return "#compdef lwm2m-access\n"
         "_lwm2m_access() {\n"
         "  local -a commands=(\n" +
         names +
         "  )\n"
         "  if (( CURRENT == 2 )); then\n"
         "    _describe command commands\n"
         "    return\n"
         "  fi\n"
         "  [[ $PREFIX == -* ]] && case ${words[2]} in\n" +
         cases +
         "  esac\n"
         "  _files\n"
         "}\n"
         "_lwm2m_access \"$@\"\n";
}

std::string fish(const CLI::App& cli) {
  std::string text;
  for (const CLI::App* each : commands_of(cli)) {
    text += "complete -c lwm2m-access -n __fish_use_subcommand -a " + each->get_name() + " -d '" +
            each->get_description() + "'\n";
    for (const CLI::Option* option : options_of(*each))
      for (const std::string& name : option->get_lnames())
        text += "complete -c lwm2m-access -n '__fish_seen_subcommand_from " + each->get_name() +
                "' -l " + name + " -d '" + option->get_description() + "'\n";
  }
  return text;
}

}  // namespace

std::string man_page(const CLI::App& cli) {
  std::string page = ".TH LWM2M\\-ACCESS 1 \"\" \"lwm2m\\-access " + version_text() +
                     "\"\n.SH NAME\n" + "lwm2m\\-access \\- " + roff(program_summary) +
                     "\n.SH SYNOPSIS\n";
  for (const CLI::App* each : commands_of(cli))
    page += ".B lwm2m\\-access\n" + roff(synopsis(*each)) + "\n.br\n";
  page += ".SH COMMANDS\n";
  for (const CLI::App* each : commands_of(cli)) {
    page += ".SS " + roff(synopsis(*each)) + '\n' + roff(each->get_description()) + ".\n" +
            roff(facts_of_command(each->get_name()).description) + '\n';
    for (const CLI::Option* option : each->get_options())
      page += ".TP\n.B " +
              roff(option->get_positional() ? option->get_name(true) : option->get_name()) + '\n' +
              roff(option->get_description()) + '\n';
  }
  page += ".SH EXIT STATUS\n";
  for (const exit_facts& each : exit_codes)
    page += ".TP\n.B " + std::to_string(each.code) + '\n' + roff(each.meaning) + '\n';
  return page + ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhen it is set, nothing is coloured.\n";
}

std::string completion(const CLI::App& cli, const std::string& shell) {
  if (shell == "bash") return bash(cli);
  return shell == "zsh" ? zsh(cli) : fish(cli);
}

}  // namespace program
