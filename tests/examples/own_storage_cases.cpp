// Every request of case files, decided over a stack's own linked lists as well: the same decision,
// the same paths shown. What a request changes is done by the ready-made policy, and then written
// into the lists, as the stack would have done it.

#include "own_storage.hpp"
#include "own_storage_mirror.hpp"
#include "program/cases/files.hpp"
#include "program/cases/wire.hpp"

#include <lwm2m/access.hpp>

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
      : reader_{std::make_unique<program::case_reader>(file.text(), client_->policy,
                                                       client_->model)},
        counted_{counted} {}

  void go() {
    for (;;) switch (reader_->next()) {
        case lac::case_statement::request:
          request(reader_->request());
          break;
        case lac::case_statement::event:
          event(reader_->event());
          break;
        case lac::case_statement::check:
        case lac::case_statement::document:
          break;
        default:
          return;
      }
  }

 private:
  void request(const lac::case_request& asked) {
    const program::wire_request wire{asked, client_->model};
    std::vector<lac::path> payload = all_of(wire.request().payload);
    for (const lac::assignment& value : wire.values()) payload.push_back(value.at);
    lac::request whole = wire.request();
    whole.payload = payload;
    compare(asked, whole, wire.values().empty());

    const lac::path made = lac::created_instance(client_->model, wire.request());
    const bool done =
        lac::administer(client_->policy, client_->model, wire.request(), wire.values()).allowed();
    if (done && asked.op == lac::operation::create)
      (void)client_->model.add_instance(made.object(), made.object_instance());
    if (done && asked.op == lac::operation::delete_)
      (void)client_->model.erase_instance(whole.target.object(), whole.target.object_instance());
  }

  void compare(const lac::case_request& asked, const lac::request& whole, bool without_values) {
    const own_storage::mirror lists{client_->policy, client_->model};
    const own_storage::policy policy{lists.client(), client_->policy.rules()};
    const own_storage::objects objects{lists.client()};
    const lac::decision own = lac::authorize(policy, objects, whole);
    const lac::decision ready = lac::authorize(client_->policy, client_->model, whole);
    const bool same = own.at_generation(0) == ready.at_generation(0) &&
                      are_the_same(all_of(lac::visible(policy, objects, whole)),
                                   all_of(lac::visible(client_->policy, client_->model, whole))) &&
                      are_the_same(all_of(lac::affected(policy, objects, whole)),
                                   all_of(lac::affected(client_->policy, client_->model, whole)));
    const bool met = !without_values || asked.expected.is_met_by(own);
    ++counted_.requests;
    if (without_values && asked.expected.is_stated) ++counted_.expectations;
    if (same && met) return;
    ++counted_.differing;
    const lac::view<char> statement = reader_->statement();
    std::printf("%.*s: %s\n", static_cast<int>(statement.size()), statement.data(),
                same ? "not as expected" : "decided otherwise");
  }

  void event(const lac::case_event& what) {
    const auto deleted = [this](const lac::path& at) {
      (void)client_->model.erase_instance(at.object(), at.object_instance());
    };
    if (what.kind == lac::case_event_kind::account_added)
      (void)lac::account_added(client_->policy, what.server);
    else if (what.kind == lac::case_event_kind::account_removed)
      (void)lac::account_removed(client_->policy, what.server, deleted, lac::ignore_all{});
  }

  std::unique_ptr<program::device> client_ = std::make_unique<program::device>();
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
