// Every request of case files, decided over a stack's own linked lists as well: the same decision,
// the same paths shown. What a request changes is done by the ready-made policy, and then written
// into the lists, as the stack would have done it.

#include "own_storage.hpp"
#include "own_storage_mirror.hpp"
#include "program/cases/case_runner.hpp"
#include "program/cases/files.hpp"
#include "program/cases/wire.hpp"

#include <lwm2m/access.hpp>
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/visible.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace lac = lwm2m::access;
using own_storage::all_of;
using own_storage::are_the_same;

namespace {

struct counts {
  unsigned requests = 0;
  unsigned expectations = 0;
  unsigned differing = 0;
};

class walk {
 public:
  walk(const program::text_file& file, counts& counted)
      : reader_{std::make_unique<program::case_reader>(file.text(), runner_.client().policy,
                                                       runner_.client().model)},
        counted_{counted} {}

  void go() {
    for (;;) switch (reader_->next()) {
        case lac::case_statement::document:
          runner_.begin_document();
          break;
        case lac::case_statement::request:
          request(reader_->request());
          break;
        case lac::case_statement::event:
          (void)runner_.event(reader_->event());
          break;
        case lac::case_statement::check:
          break;
        default:
          return;
      }
  }

 private:
  void request(const lac::case_request& asked) {
    const program::device& on = runner_.asked_device(asked);
    const program::wire_request wire{asked, on.model};
    std::vector<lac::path> payload = all_of(wire.request().payload);
    for (const lac::assignment& value : wire.values()) payload.push_back(value.at);
    lac::request whole = wire.request();
    whole.payload = payload;
    // The stack's Objects have no exceptions. Only paths are looked at: not what a Write conveys
    // for Object 2, nor a session.
    const bool is_plain = wire.values().empty() &&
                          whole.target.object() != lac::objects::access_control &&
                          !runner_.is_session_open();
    if (on.model.exceptions().empty()) compare(asked, on, whole, is_plain);
    (void)runner_.request(asked);
  }

  void compare(const lac::case_request& asked, const program::device& on, const lac::request& whole,
               bool is_plain) {
    const own_storage::mirror lists{on.policy, on.model};
    const own_storage::policy policy{lists.client(), on.policy.rules()};
    const own_storage::objects objects{lists.client()};
    const lac::decision own = lac::authorize(policy, objects, whole);
    const lac::decision ready = lac::authorize(on.policy, on.model, whole);
    const bool same = own.at_generation(0) == ready.at_generation(0) &&
                      are_the_same(all_of(lac::visible(policy, objects, whole)),
                                   all_of(lac::visible(on.policy, on.model, whole))) &&
                      are_the_same(all_of(lac::affected(policy, objects, whole)),
                                   all_of(lac::affected(on.policy, on.model, whole)));
    const bool met = !is_plain || asked.expected.is_met_by(own);
    ++counted_.requests;
    if (is_plain && asked.expected.is_stated) ++counted_.expectations;
    if (same && met) return;
    ++counted_.differing;
    const lac::view<char> statement = reader_->statement();
    std::printf("%.*s: %s\n", static_cast<int>(statement.size()), statement.data(),
                same ? "not as expected" : "decided otherwise");
  }

  program::case_runner runner_{};
  std::unique_ptr<program::case_reader> reader_;
  counts& counted_;
};

}  // namespace

int main(int argc, char** argv) {
  const auto files = program::read_files(std::vector<std::string>(argv + 1, argv + argc));
  if (!files || !program::are_right(*files)) return 2;
  counts counted;
  for (const program::text_file& file : *files) walk{file, counted}.go();
  std::printf("figure: cases over a stack's own storage: %u requests, %u expectations, %u differ\n",
              counted.requests, counted.expectations, counted.differing);
  return counted.differing == 0 && counted.requests > 0 ? 0 : 1;
}
