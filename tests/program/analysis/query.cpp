#include "program/analysis/query.hpp"

#include "program/cases/words.hpp"

#include <algorithm>

namespace program {

namespace {

/// Walks over the words of a question.
class word_reader {
 public:
  explicit word_reader(const std::vector<std::string>& words) : words_{words} {}

  bool skip(std::string_view word) {
    if (at_ == words_.size() || words_[at_] != word) return false;
    ++at_;
    return true;
  }
  bool is_done() const { return at_ == words_.size(); }

  bool server(std::vector<lac::short_server_id>& into) {
    if (is_done() || words_[at_].empty() || words_[at_].size() > 5) return false;
    unsigned number = 0;
    for (const char c : words_[at_]) {
      if (c < '0' || c > '9') return false;
      number = number * 10 + static_cast<unsigned>(c - '0');
    }
    const lac::short_server_id read{number};
    if (!read.is_valid()) return false;
    into.push_back(read);
    ++at_;
    return true;
  }
  bool servers(std::vector<lac::short_server_id>& into) {
    const std::size_t before = into.size();
    while (server(into)) (void)skip("and");
    return into.size() > before;
  }

  bool operation(std::vector<lac::operation>& into) {
    for (const lac::operation each : all_operations()) {
      if (!skip(text_of(each))) continue;
      into.push_back(each);
      return true;
    }
    return false;
  }
  bool path(std::vector<lac::path>& into) {
    if (is_done()) return false;
    const lac::path read = lac::path::parse(words_[at_].data(), words_[at_].size());
    if (read.is_none()) return false;
    into.push_back(read);
    ++at_;
    return true;
  }

 private:
  const std::vector<std::string>& words_;
  std::size_t at_ = 0;
};

bool who(word_reader& words, question& into) {
  return words.skip("who") && words.skip("may") && words.operation(into.operations) &&
         words.path(into.paths);
}

bool what(word_reader& words, question& into) {
  return words.skip("what") && words.skip("may") && words.servers(into.servers) && words.skip("do");
}

bool over_what(word_reader& words, question& into) {
  if (!words.skip("over") || !words.skip("what") || !words.skip("may")) return false;
  if (!words.skip("anybody") && !words.servers(into.servers)) return false;
  if (words.skip("but") && !words.servers(into.but)) return false;
  return words.operation(into.operations);
}

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

std::optional<question> question_of(const std::vector<std::string>& words) {
  for (const auto form : {who, what, over_what}) {
    question read;
    word_reader at{words};
    if (form(at, read) && at.is_done()) return read;
  }
  return std::nullopt;
}

std::optional<lac::short_server_id> can_reach_of(const std::vector<std::string>& words) {
  word_reader at{words};
  std::vector<lac::short_server_id> whose;
  if (!at.skip("can-reach") || (!at.is_done() && !(at.server(whose) && at.is_done())))
    return std::nullopt;
  return whose.empty() ? lac::short_server_id{} : whose.front();
}

query_answer answer_to(const question& asked, const device& of) {
  query_answer found{space_of(of), {}};
  space& over = found.over;
  const auto keep = [](auto& list, const auto& wanted) {
    if (!wanted.empty()) list = wanted;
  };
  keep(over.servers, asked.servers);
  keep(over.operations, asked.operations);
  keep(over.paths, asked.paths);
  over.servers.erase(std::remove_if(over.servers.begin(), over.servers.end(),
                                    [&](const auto& each) { return holds(asked.but, each); }),
                     over.servers.end());
  const answers is{of, over};
  std::vector<point<3>> allowed;
  for (std::uint32_t path = 0; path < over.paths.size(); ++path)
    for (std::uint32_t op = 0; op < over.operations.size(); ++op)
      for (std::uint32_t server = 0; server < over.servers.size(); ++server)
        if (is.at(server, op, path).allowed()) allowed.push_back({{server, op, path}, 1});
  found.lines = fold(allowed);
  std::sort(found.lines.begin(), found.lines.end(),
            [](const auto& a, const auto& b) { return a.sides < b.sides; });
  return found;
}

}  // namespace program
