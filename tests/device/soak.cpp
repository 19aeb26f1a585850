// Mixed requests of two Servers, one after the other, with what no Server of good will sends in
// between. The code of every answer is the reference's, and the device, which runs under the
// address and undefined behaviour sanitizers, ends well and leaks nothing.

#include <support/catch.hpp>

#include <cstdlib>
#include <iostream>

#include "support/expected_device.hpp"
#include "support/hostile_peer.hpp"
#include "support/lwm2m_server.hpp"
#include "support/random_requests.hpp"

namespace {

namespace lac = lwm2m::access;
using std::chrono::seconds;
using clock_type = std::chrono::steady_clock;

const credentials server_103{103, "server-103", "secret of 103..."};

unsigned setting(const char* name, unsigned otherwise) {
  const char* const set = std::getenv(name);
  return set == nullptr ? otherwise : static_cast<unsigned>(std::stoul(set));
}

constexpr std::size_t kept_output = 4000;

struct counts {
  int runs = 0, sessions = 0, requests = 0, good = 0;
  int messages = 0, datagrams = 0, handshakes = 0;
};

/// What the device begins with: 103 has no rights, but for what everybody has.
std::string policy(const std::string& edition) {
  return "edition " + edition + R"(
servers 101 102 103
object /1 multiple instances 0 1 { 0: R mandatory, 1: RW mandatory, 6: RW mandatory, 8: E }
object /3 single instances 0 { 0: R, 1: R, 4: E mandatory, 9: R, 13: RW, 14: RW, 16: R mandatory }
object /4 single instances 0 { 0: R mandatory, 2: R mandatory, 4: R mandatory }
object /5 single { 1: RW mandatory, 2: E mandatory, 3: R mandatory, 5: R mandatory }
object /3303 multiple instances 0 { 5601: R, 5602: R, 5605: E, 5700: R mandatory, 5701: R,
  5750: RW }
acl /2/0 for /1/0 owner 101 { 101: RWED }
acl /2/1 for /1/1 owner 102 { 102: RWED }
acl /2/2 for /3/0 owner 101 { 101: RWED, 102: R }
acl /2/3 for /4/0 owner 101 { default: R, 101: R }
acl /2/4 for /5 owner bootstrap { 101: C }
acl /2/5 for /3303/0 owner 102 { 101: R, 102: RWED }
acl /2/6 for /3303 owner bootstrap { 101: C, 102: C }
)";
}

/// One device, from its start to its end.
class run {
 public:
  run(const std::string& device, const std::string& edition, std::mt19937& random, counts& counted)
      : random_{random},
        counted_{counted},
        declarations_{policy(edition)},
        rights_{declarations_},
        known_{psk_line(server_101) + psk_line(server_102) + psk_line(server_103)},
        device_{device + "-sanitized", rights_.name(), known_.name(), {"--listen", free_uri}} {
    REQUIRE(device_.says("listening on "));
    REQUIRE(device_.says("\n"));
    uri_ = device_.behind("listening on ");
    read_declarations();
  }

  void go(clock_type::time_point until) {
    hostile_peer hostile{random_, uri_, server_103};
    random_requests requests{random_, expected_.world()};
    for (lwm2m_server* each : {&first_, &second_}) REQUIRE(each->connect(uri_));
    for (int k = 0; clock_type::now() < until; ++k) {
      ask(requests.next(k % 2 == 0 ? 101 : 102), k % 2 == 0 ? first_ : second_);
      if (k % 5 == 0) hostile.send_message();
      if (clock_type::now() >= next_hostile_) molest(hostile);
      if (k % 1000 == 999) reconnect();
      device_.drain(kept_output);
    }
    counted_.datagrams += hostile.datagrams();
    counted_.messages += hostile.messages();
    counted_.handshakes += hostile.handshakes();
    ++counted_.runs;
    device_.interrupt();
    const int code = device_.wait();
    INFO(device_.output());
    REQUIRE(code == 0);
  }

 private:
  /// Rarely enough for the sessions of unfinished handshakes, which are kept for 30 seconds.
  void molest(hostile_peer& hostile) {
    next_hostile_ = clock_type::now() + std::chrono::milliseconds{50};
    if (random_() % 4 == 0)
      hostile.break_off_handshake();
    else
      hostile.send_datagram();
  }

  /// From a port on which an unfinished handshake began before, a new one is taken for its replay.
  void reconnect() {
    bool is_answered = false;
    for (int tries = 0; tries < 5 && !is_answered; ++tries)
      is_answered = first_.connect(uri_) && first_.ask({"get", "/"}, seconds{2}).code == "4.05";
    REQUIRE(is_answered);
    ++counted_.sessions;
  }

  void read_declarations() {
    program::case_reader reader{text_of(declarations_), here_->policy, here_->model};
    REQUIRE(reader.next() == lac::case_statement::document);
    expected_ = expected_device{here_->policy, here_->model};
  }

  static lac::view<char> text_of(const std::string& text) { return {text.data(), text.size()}; }

  void ask(const std::string& line, lwm2m_server& who) {
    const std::string text = "edition 1.1\n" + line;
    program::case_reader reader{text_of(text), here_->policy, here_->model};
    INFO(line);
    REQUIRE(reader.next() == lac::case_statement::document);
    REQUIRE(reader.next() == lac::case_statement::request);
    const program::wire_request wire = expected_.wire(reader.request());
    const std::string given = who.ask(coap_request_of(wire)).code;
    const std::string expected = expected_.answer(wire);
    if (given != expected) {
      device_.drain(kept_output);
      FAIL("expected " << expected << ", got " << given << "; the device wrote last:\n"
                       << device_.output());
    }
    ++counted_.requests;
    counted_.good += given[0] == '2';
  }

  std::mt19937& random_;
  counts& counted_;
  clock_type::time_point next_hostile_{};
  std::string declarations_;
  scratch_file rights_, known_;
  live_device device_;
  std::string uri_;
  lwm2m_server first_{server_101}, second_{server_102};
  std::unique_ptr<program::device> here_ = std::make_unique<program::device>();
  expected_device expected_{};
};

}  // namespace

TEST_CASE("soak of the live device", "[device]") {
  const seconds all{setting("LWM2M_ACCESS_SOAK_SECONDS", 60)};
  const unsigned seed = setting("LWM2M_ACCESS_SOAK_SEED", 20131210);
  INFO("LWM2M_ACCESS_SOAK_SEED=" << seed);
  std::mt19937 random{seed};
  counts counted;
  const auto begin = clock_type::now();
  const std::vector<std::string> editions{"1.1", "draft", "1.2", "1.0"};
  for (std::size_t k = 0; clock_type::now() < begin + all; ++k) {
    const std::string& device = devices[k % 4];
    const std::string& edition = editions[k / 4 % 4];
    INFO(device << ", edition " << edition);
    run{device, edition, random, counted}.go(
        std::min(begin + all, clock_type::now() + std::chrono::milliseconds{all} / 16));
  }
  CHECK(counted.requests > 1000);
  CHECK(counted.good > counted.requests / 10);
  CHECK(counted.sessions > 1);
  CHECK(counted.messages > 100);
  CHECK(counted.datagrams > 100);
  CHECK(counted.handshakes > 10);
  std::cout << "figure: soak of the live device: " << counted.requests << " requests ("
            << counted.good << " successes) in " << counted.runs << " runs and "
            << 2 * counted.runs + counted.sessions << " sessions, " << counted.messages
            << " malformed messages, " << counted.datagrams << " malformed datagrams, "
            << counted.handshakes
            << " aborted handshakes: every code as the reference says, no leak, no crash\n";
}
