#include "log.hpp"

#include <lwm2m/access/channel/sentences.hpp>

#include <iostream>

#include "../../program/cases/words.hpp"

namespace client {

namespace {

std::string words_of(const std::vector<lac::path>& paths) {
  std::string all;
  for (const lac::path& each : paths) all += ' ' + program::text_of(each);
  return all;
}

std::string words_of(lac::short_server_id who) {
  return who.is_valid() ? std::to_string(who.value()) : "nobody";
}

std::string words_of(lac::short_server_id who, const incoming& asked) {
  return words_of(who) + ' ' + program::text_of(asked.op) +
         words_of(is_composite(asked.op) ? asked.paths() : std::vector{asked.target});
}

}  // namespace

void log(const std::string& line) { std::cout << line << std::endl; }

void log_decision(lac::short_server_id who, const incoming& asked, const lac::decision& taken) {
  log(words_of(who, asked) + " -> " + program::answer_of(taken) + ": " +
      program::why(taken, asked.target));
}

void log_unanswered(const incoming& asked) { log(words_of({}, asked) + " -> no answer"); }

void log_fault(lac::short_server_id who, const incoming& asked, unsigned code) {
  log(words_of(who, asked) + " -> " + program::code_of(code) + ": It cannot be performed.");
}

void log_observation(lac::short_server_id who, const std::vector<lac::path>& observed,
                     const std::string& state) {
  log(words_of(who) + " observes" + words_of(observed) + ": " + state);
}

void log_refusals(lac::channel::refusals why) {
  std::string line = "not admitted:";
  why.for_each(
      [&](lac::channel::refusal each) { line += std::string{" "} + lac::channel::sentence(each); });
  log(line);
}

}  // namespace client
