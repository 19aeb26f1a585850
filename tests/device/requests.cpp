// Every request of the case files goes to the live device, over coaps from a client that is not
// ours. Case file, reference and device must say the same.

#include <support/catch.hpp>

#include <filesystem>
#include <memory>
#include <set>

#include "support/coap_client.hpp"
#include "support/expected_device.hpp"

namespace {

namespace lac = lwm2m::access;

const credentials& identity_of(const lac::requester& who) {
  return who.server().value() == 101 ? server_101 : server_102;
}

std::string expected_code(const lac::case_request& asked) {
  const unsigned code = asked.expected.code;
  return std::to_string(code / 100) + '.' + std::to_string(code % 100 / 10) +
         std::to_string(code % 10);
}

/// Goes through a case file of one document.
class walk {
 public:
  walk(const std::string& name, const std::string& device, const std::string& client)
      : text_{content_of(test_file(name))}, device_{device, declarations()}, client_{client} {}

  void go() {
    for (;;) switch (reader_->next()) {
        case lac::case_statement::document:
          expected_ = expected_device{here_->policy, here_->model};
          break;
        case lac::case_statement::request:
          ask(reader_->request());
          break;
        case lac::case_statement::end:
          return;
        default:
          FAIL("a case file for the device holds declarations and requests");
      }
  }

  std::size_t asked() const { return asked_; }
  std::set<unsigned> servers() const { return servers_; }

 private:
  /// The policy text that the case file begins with.
  std::string declarations() const {
    const std::size_t end = text_.find("\n# requests");
    REQUIRE(end != std::string::npos);
    return text_.substr(0, end);
  }

  void ask(const lac::case_request& request) {
    const lac::view<char> statement = reader_->statement();
    INFO(std::string(statement.begin(), statement.end()));
    REQUIRE(request.expected.is_stated);
    const program::wire_request wire = expected_.wire(request);
    const coap_answer given = ask_with_coap_client(client_, device_.uri(), identity_of(request.who),
                                                   coap_request_of(wire));
    INFO(given.log);
    CHECK(given.code == expected_code(request));
    CHECK(expected_.answer(wire) == expected_code(request));
    ++asked_;
    servers_.insert(request.who.server().value());
  }

  std::string text_;
  listening_device device_;
  std::string client_;
  std::unique_ptr<program::device> here_ = std::make_unique<program::device>();
  std::unique_ptr<program::case_reader> reader_ = std::make_unique<program::case_reader>(
      lac::view<char>{text_.data(), text_.size()}, here_->policy, here_->model);
  expected_device expected_{};
  std::size_t asked_ = 0;
  std::set<unsigned> servers_{};
};

void check_case_file(const std::string& name, std::size_t at_least) {
  for (const std::string& device : devices)
    for (const std::string& client : libraries) {
      INFO(client << " asks " << device);
      walk all{name, device, client};
      all.go();
      CHECK(all.asked() >= at_least);
      CHECK(all.servers() == std::set<unsigned>{101, 102});
    }
}

}  // namespace

TEST_CASE("requests of two Servers under edition 1.1", "[device]") {
  check_case_file("cases/requests.1.1.acl", 60);
}

TEST_CASE("requests of two Servers under edition draft", "[device]") {
  check_case_file("cases/requests.draft.acl", 20);
}

TEST_CASE("requests of two Servers under edition 1.2", "[device]") {
  check_case_file("cases/requests.1.2.acl", 15);
}
