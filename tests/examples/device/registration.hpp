#pragma once

#include <chrono>
#include <list>
#include <string>

#include "endpoint.hpp"

namespace client {

/// The device's registrations: connects to each Server that has a URI, registers there, updates
/// before the lifetime is over, tries again after a failure, and deregisters at the end.
class registrations {
 public:
  registrations(endpoint& over, const device& of, const own_credentials& own, std::string name,
                std::chrono::seconds lifetime);

  /// Registers with those of the list that have a URI and are not registered with yet.
  void add(const servers& all);
  void remove(const server_security& one);

  /// Does what is due.
  void step();

  /// Registration Update Trigger (Object 1, Resource 8).
  void update_now();
  void session_ended(coap_session_t* session);

  /// Deregisters everywhere, and waits for at most two seconds.
  void end();

 private:
  using clock = std::chrono::steady_clock;
  enum class state { apart, connecting, registering, registered };
  struct registration {
    const server_security* server = nullptr;
    coap_session_t* session = nullptr;
    state is = state::apart;
    clock::time_point due{};
    std::vector<std::string> location{};
  };

  void step(registration& one);
  void connect(registration& one);
  void enroll(registration& one);
  void update(registration& one);
  void fail(registration& one, const std::string& why);
  coap_pdu_t* request(const registration& one, coap_pdu_code_t method) const;

  endpoint& over_;
  const device& device_;
  const own_credentials& own_;
  std::string name_;
  std::chrono::seconds lifetime_;
  std::list<registration> all_;
};

}  // namespace client
