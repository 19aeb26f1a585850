#include "words.hpp"

#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/text/print.hpp>

#include <utility>

namespace program {

std::string text_of(const lac::path& at) {
  std::string text;
  lac::print_path(at, [&](char c) { text += c; });
  return text;
}

std::string text_of(const std::vector<lac::path>& listed) {
  std::string text = "{ ";
  for (const lac::path& each : listed) text += text_of(each) + ' ';
  return text + '}';
}

std::string text_of(lac::access_rights rights) {
  if (rights.has_reserved()) return std::to_string(rights.raw());
  std::string text;
  for (const auto& [letter, right] : {std::pair{'R', lac::right::read},
                                      {'W', lac::right::write},
                                      {'E', lac::right::execute},
                                      {'D', lac::right::delete_},
                                      {'C', lac::right::create}})
    if (rights.has(right)) text += letter;
  return text.empty() ? "-" : text;
}

std::string text_of(lac::operation op) {
  std::string text;
  lac::print_operation(op, [&](char c) { text += c; });
  return text;
}

std::string code_of(unsigned code) {
  const unsigned detail = code & 31U;
  return std::to_string(code >> 5) + (detail < 10 ? ".0" : ".") + std::to_string(detail);
}

std::string answer_of(const lac::decision& taken) {
  switch (taken.verdict()) {
    case lac::verdict::send:
      return "send";
    case lac::verdict::suppress:
      return "suppress";
    case lac::verdict::cancel:
      return "cancel";
    default:
      return code_of(static_cast<unsigned>(taken.code()));
  }
}

std::string why(const lac::decision& taken, const lac::path& target, const lac::explanation& more) {
  std::string text = lac::sentence(taken.reason());
  const lac::path at = taken.first_bad_path();
  if (!at.is_none() && at != target) text.insert(text.size() - 1, ": " + text_of(at));
  if (more.hint == lac::hint::only_the_owner_writes)
    return text + " The Owner is " + std::to_string(more.owner.value()) + ".";
  if (more.hint != lac::hint::none) return text + ' ' + lac::sentence(more.hint);
  if (taken.determined_by() == lac::determined_by::nothing) return text;
  return text + ' ' + lac::sentence(taken.determined_by());
}

}  // namespace program
