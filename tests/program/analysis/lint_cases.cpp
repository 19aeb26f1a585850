#include "program/analysis/lint_document.hpp"
#include "program/cases/words.hpp"

#include <algorithm>
#include <memory>

namespace program {

namespace {

/// The errors that some step of section C, or of section F, answers with.
constexpr unsigned errors[] = {400, 401, 404, 405, 500};

bool is_error(unsigned code) {
  return std::find(std::begin(errors), std::end(errors), code) != std::end(errors);
}

unsigned number_of(lac::coap code) {
  const auto raw = static_cast<unsigned>(code);
  return (raw >> 5) * 100 + (raw & 31U);
}

/// Whether an act of the Client's own can come to that (H2, H5, E3).
bool act_can_be(const lac::edition& rules, lac::operation op, const lac::case_expectation& is) {
  if (op != lac::operation::notify)
    return is.act == lac::verdict::send || is.act == lac::verdict::suppress;
  if (is.code != 0) return is.code == 404;
  if (is.act == lac::verdict::send) return true;
  return is.act == (rules.refused_notify_cancels ? lac::verdict::cancel : lac::verdict::suppress);
}

/// Whether any request of that operation can be answered so.
bool can_be(const lac::edition& rules, const lac::case_request& asked) {
  const lac::case_expectation& is = asked.expected;
  const lac::operation_facts& facts = lac::facts_of(asked.op);
  const bool is_own_act = facts.success == lac::coap::none;
  if (is_own_act) return act_can_be(rules, asked.op, is);
  if (is.code == 0) return false;
  const bool exists = rules.has_composites || !facts.is.lists();
  return is_error(is.code) || (exists && is.code == number_of(facts.success));
}

/// Reads the requests of a text, and counts those of each document.
class cases {
 public:
  cases(const loaded_text& text, lint_result& into)
      : text_{text},
        into_{into},
        reader_{std::make_unique<case_reader>(text.file.text(), client_->policy, client_->model,
                                              text.names->look_up())} {}

  void look() {
    for (;;) switch (reader_->next()) {
        case lac::case_statement::document:
          end_document();
          ++documents_;
          break;
        case lac::case_statement::request:
          request(reader_->request());
          break;
        case lac::case_statement::event:
          expectations_ += reader_->event().expected.is_stated ? 1U : 0U;
          break;
        case lac::case_statement::check:
          ++expectations_;
          break;
        case lac::case_statement::end:
        case lac::case_statement::mistake:
          return end_document();
        default:
          break;
      }
  }

 private:
  void request(const lac::case_request& asked) {
    if (requests_++ == 0) first_ = here();
    if (!asked.expected.is_stated) return;
    ++expectations_;
    if (can_be(client_->policy.rules(), asked)) return;
    found("never-met", here(), "No " + text_of(asked.op) + " is ever answered so, in this edition.",
          "Expect what the operation can be answered.");
  }

  void end_document() {
    if (requests_ != 0 && expectations_ == 0)
      found("tests-nothing", first_,
            "The document asks " + std::to_string(requests_) +
                " requests and expects nothing of any.",
            "Say with `->` what each is to get.");
    requests_ = expectations_ = 0;
  }

  [[nodiscard]] text_token here() const {
    const lac::view<char> at = reader_->statement();
    const auto begin = static_cast<std::size_t>(at.data() - text_.file.content.data());
    return {begin, begin + at.size(), {}};
  }

  void found(std::string_view id, const text_token& at, std::string sentence, std::string mend) {
    if (documents_ == 0 || text_.documents.empty()) return;
    const std::size_t k = std::min(documents_, text_.documents.size()) - 1;
    lint_document{text_, text_.documents[k], into_}.found(id, at, std::move(sentence),
                                                          std::move(mend));
  }

  const loaded_text& text_;
  lint_result& into_;
  std::unique_ptr<device> client_ = std::make_unique<device>();
  std::unique_ptr<case_reader> reader_;
  std::size_t documents_ = 0;
  std::size_t requests_ = 0;
  std::size_t expectations_ = 0;
  text_token first_{};
};

}  // namespace

void lint_cases(const loaded_text& text, lint_result& into) { cases{text, into}.look(); }

}  // namespace program
