#pragma once

#include <coap3/coap.h>

#include <chrono>
#include <memory>
#include <random>
#include <string>

#include "live_device.hpp"

/// Sends a device what no Server of good will sends.
class hostile_peer {
 public:
  /// `known` is a Server that the device admits.
  hostile_peer(std::mt19937& random, const std::string& uri, const credentials& known);

  /// A datagram outside of any session: noise, or a torn or altered ClientHello.
  void send_datagram();

  /// A handshake that is broken off, with the right key or a wrong one, after a moment.
  void break_off_handshake();

  /// A message within an admitted session that is no CoAP message, or hardly one.
  void send_message();

  [[nodiscard]] int datagrams() const { return datagrams_; }
  [[nodiscard]] int handshakes() const { return handshakes_; }
  [[nodiscard]] int messages() const { return messages_; }

 private:
  struct free_context {
    void operator()(coap_context_t* context) const { coap_free_context(context); }
  };

  std::string noise(std::size_t at_most);
  std::string altered(std::string octets);
  coap_session_t* begin(const credentials& as);
  void run(std::chrono::milliseconds time);

  std::mt19937& random_;
  coap_address_t address_{};
  credentials known_;
  std::unique_ptr<coap_context_t, free_context> context_;
  coap_session_t* session_ = nullptr;
  int datagrams_ = 0, handshakes_ = 0, messages_ = 0;
};
