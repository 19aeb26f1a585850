#pragma once

#include <coap3/coap.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "door.hpp"
#include "message.hpp"
#include "observations.hpp"

namespace client {

/// What goes over CoAP: libcoap's sessions, who was admitted on each, and the requests that come
/// over them, whichever end began the session.
class endpoint {
 public:
  endpoint(device& behind, door& at, observations& held);
  endpoint(const endpoint&) = delete;
  endpoint& operator=(const endpoint&) = delete;

  /// Offers the device's raw public key or certificate beside PSK. It is borrowed.
  bool use(const own_credentials& own);

  /// Listens as DTLS server on `coaps://address:port`; says where, for port 0 too.
  bool listen(const std::string& uri);

  /// Begins a session with a Server; null when the URI is wrong. `session_ended` tells of its end.
  coap_session_t* connect(const server_security& to, const own_credentials& own);

  /// The Server that was admitted on a session; nobody when none was.
  [[nodiscard]] lac::short_server_id server_on(coap_session_t* session) const;

  /// Sends a request of the device's own; `answered` gets the response, or null for none.
  using answered = std::function<void(const coap_pdu_t* response)>;
  bool send(coap_session_t* session, coap_pdu_t* request, answered then);
  void close(coap_session_t* session);

  /// Closes the session of a Server that the device does not know any more.
  void close(lac::short_server_id of);

  /// Reviews all observations and tells the observers of what it touched: after a change that no
  /// request made.
  void changed(const std::vector<lac::path>& touched);

  /// The Client's own act: tells the observers of what it touched.
  void notify(const std::vector<lac::path>& touched);

  /// Waits for at most so long, and handles what arrives.
  void run(unsigned milliseconds);

  std::function<void(const lac::path& executed)> executed = [](const lac::path&) {};
  std::function<void(coap_session_t* session)> session_ended = [](coap_session_t*) {};

 private:
  struct peer {
    visitor who{};
    channel::session_binding binding{};
    channel::session_id id{};
    const server_security* connecting_to = nullptr;
    bool is_judged = false;
  };
  struct free_context {
    void operator()(coap_context_t* context) const { coap_free_context(context); }
  };

  static endpoint& of(const coap_session_t* session);
  static void on_request(coap_resource_t*, coap_session_t*, const coap_pdu_t*, const coap_string_t*,
                         coap_pdu_t*);
  static int on_event(coap_session_t*, coap_event_t);
  static coap_response_t on_response(coap_session_t*, const coap_pdu_t*, const coap_pdu_t*,
                                     coap_mid_t);
  static void on_nack(coap_session_t*, const coap_pdu_t*, coap_nack_reason_t, coap_mid_t);
  static const coap_bin_const_t* server_key(coap_bin_const_t*, coap_session_t*, void*);
  static const coap_dtls_cpsk_info_t* client_key(coap_str_const_t*, coap_session_t*, void*);

  coap_session_t* open(const coap_address_t& address, const server_security& to,
                       const own_credentials& own);
  void judge(coap_session_t* session);
  void judge_established();
  void ended(coap_session_t* session);
  response serve(coap_session_t* session, const message& read);
  response serve_change(const peer& from, const incoming& asked);
  void answer(coap_session_t* session, const coap_pdu_t* request, const coap_string_t* query,
              const response& with, coap_pdu_t* to);
  void answered_with(coap_session_t* session, const std::string& token, const coap_pdu_t* received);
  static void send(const notification& due);

  device& device_;
  door& door_;
  observations& observations_;
  coap_resource_t* all_paths_ = nullptr;
  std::map<coap_session_t*, peer> peers_{};
  std::map<std::pair<coap_session_t*, std::string>, answered> awaited_{};
  std::vector<coap_session_t*> closing_{};   // as soon as libcoap is done with them
  std::vector<coap_session_t*> released_{};  // likewise
  coap_bin_const_t key_{};
  coap_dtls_cpsk_info_t offered_{};
  std::unique_ptr<coap_context_t, free_context> context_;  // last: it tells of its sessions' end
};

}  // namespace client
