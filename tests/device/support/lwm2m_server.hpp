#pragma once

// An LwM2M Server over libcoap, in the process of the test: Clients register with it, or it goes to
// a Client that listens.

#include <coap3/coap.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "../../examples/device/security.hpp"
#include "coap_client.hpp"

class lwm2m_server {
 public:
  /// It is one of the Servers of the tests, and that is the only identity that it takes.
  explicit lwm2m_server(const credentials& as);
  ~lwm2m_server();
  lwm2m_server(const lwm2m_server&) = delete;
  lwm2m_server& operator=(const lwm2m_server&) = delete;

  /// Has a certificate, which is borrowed, and takes those of the same authority.
  void use(const client::own_credentials& certificate);

  /// Takes registrations on a free port of the loopback; the URI of that.
  std::string listen();

  /// Whether a Client has registered, and what it told.
  bool is_registered_with(std::chrono::milliseconds within = patience);
  [[nodiscard]] const std::string& registration() const { return registration_; }
  [[nodiscard]] const std::string& links() const { return links_; }
  [[nodiscard]] int updates() const { return updates_; }
  bool is_left(std::chrono::milliseconds within = patience);

  /// Goes to a Client that listens.
  bool connect(const std::string& uri);

  /// Asks over the session that there is; an answer without a code when none came.
  coap_answer ask(const coap_request& asked, std::chrono::milliseconds within = patience);

  /// Payloads of notifications, in the order in which they came.
  [[nodiscard]] const std::vector<std::string>& notifications() const { return notifications_; }
  bool is_notified(const std::string& payload, std::chrono::milliseconds within = patience);

  /// Handles what arrives for that long.
  void run(std::chrono::milliseconds time);

  static constexpr std::chrono::milliseconds patience{10000};

 private:
  struct free_context {
    void operator()(coap_context_t* context) const { coap_free_context(context); }
  };

  static lwm2m_server& of(const coap_session_t* session);
  static void on_register(coap_resource_t*, coap_session_t*, const coap_pdu_t*,
                          const coap_string_t*, coap_pdu_t*);
  static void on_registered(coap_resource_t*, coap_session_t*, const coap_pdu_t*,
                            const coap_string_t*, coap_pdu_t*);
  static coap_response_t on_response(coap_session_t*, const coap_pdu_t*, const coap_pdu_t*,
                                     coap_mid_t);
  static const coap_bin_const_t* key_of(coap_bin_const_t*, coap_session_t*, void*);

  template <class Holds>
  bool run_until(const Holds& holds, std::chrono::milliseconds within);

  credentials as_;
  coap_bin_const_t key_{};
  coap_session_t* session_ = nullptr;
  bool is_own_session_ = false;
  bool is_registered_ = false;
  int updates_ = 0;
  std::string registration_{}, links_{};
  std::string awaited_{};  // the token of the request that is not answered yet
  coap_answer answer_{};
  std::vector<std::string> notifications_{};
  std::unique_ptr<coap_context_t, free_context> context_;
};
