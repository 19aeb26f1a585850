#include "endpoint.hpp"

#include <arpa/inet.h>

#include <charconv>
#include <utility>

#include "dtls.hpp"
#include "log.hpp"

namespace client {

namespace {

constexpr std::size_t one_datagram = 1024;

channel::bytes view_of(const coap_bin_const_t& from) { return {from.s, from.length}; }
channel::bytes view_of(const std::string& from) {
  return {reinterpret_cast<const std::uint8_t*>(from.data()), from.size()};
}
coap_bin_const_t bin_of(channel::bytes from) { return {from.size(), from.data()}; }

/// The device's raw public key or certificate, as libcoap takes it; it borrows.
coap_dtls_pki_t pki_of(const own_credentials& own) {
  coap_dtls_pki_t setup{};
  setup.version = COAP_DTLS_PKI_SETUP_VERSION;
  setup.verify_peer_cert = 1;
  setup.check_common_ca = 1;
  setup.cert_chain_validation = 1;
  setup.cert_chain_verify_depth = 3;
  setup.is_rpk_not_cert = own.mode == channel::security_mode::raw_public_key;
  setup.pki_key.key_type = COAP_PKI_KEY_ASN1;
  coap_pki_key_asn1_t& key = setup.pki_key.key.asn1;
  key.ca_cert = own.authority.data();
  key.ca_cert_len = own.authority.size();
  key.public_cert = own.public_part.data();
  key.public_cert_len = own.public_part.size();
  key.private_key = own.private_key.data();
  key.private_key_len = own.private_key.size();
  key.private_key_type = COAP_ASN1_PKEY_EC;
  return setup;
}

}  // namespace

std::optional<coap_address_t> address_of(const std::string& uri) {
  const std::size_t begin = uri.find("://"), end = uri.rfind(':');
  if (begin == std::string::npos || end <= begin + 3) return std::nullopt;
  const std::string host = uri.substr(begin + 3, end - begin - 3);
  std::uint16_t port = 0;
  const char* const last = uri.data() + uri.size();
  if (std::from_chars(uri.data() + end + 1, last, port).ptr != last) return std::nullopt;
  coap_address_t address;
  coap_address_init(&address);
  address.size = sizeof address.addr.sin;
  address.addr.sin.sin_family = AF_INET;
  address.addr.sin.sin_port = htons(port);
  if (inet_pton(AF_INET, host.c_str(), &address.addr.sin.sin_addr) != 1) return std::nullopt;
  return address;
}

// ------------------------------------------------------------------ beginning

endpoint::endpoint(device& behind, door& at, observations& held)
    : device_{behind}, door_{at}, observations_{held}, context_{coap_new_context(nullptr)} {
  coap_set_app_data(context_.get(), this);
  coap_context_set_block_mode(context_.get(), COAP_BLOCK_USE_LIBCOAP | COAP_BLOCK_SINGLE_BODY);
  coap_context_set_max_handshake_sessions(context_.get(), 64);
  coap_register_event_handler(context_.get(), on_event);
  coap_register_response_handler(context_.get(), on_response);
  coap_register_nack_handler(context_.get(), on_nack);
  all_paths_ = coap_resource_unknown_init2(on_request, 0);
  // libcoap would answer this path itself, whoever asks.
  coap_resource_t* const core = coap_resource_init(coap_make_str_const(".well-known/core"), 0);
  for (coap_resource_t* each : {all_paths_, core}) {
    for (const coap_request_t method :
         {COAP_REQUEST_GET, COAP_REQUEST_POST, COAP_REQUEST_PUT, COAP_REQUEST_DELETE,
          COAP_REQUEST_FETCH, COAP_REQUEST_PATCH, COAP_REQUEST_IPATCH})
      coap_register_request_handler(each, method, on_request);
    coap_add_resource(context_.get(), each);
  }
}

bool endpoint::listen(const std::string& uri) {
  const auto address = address_of(uri);
  if (!address) return false;
  coap_dtls_spsk_t setup{};
  setup.version = COAP_DTLS_SPSK_SETUP_VERSION;
  setup.validate_id_call_back = server_key;
  setup.id_call_back_arg = this;
  if (coap_context_set_psk2(context_.get(), &setup) == 0) return false;
  const coap_endpoint_t* at = coap_new_endpoint(context_.get(), &*address, COAP_PROTO_DTLS);
  if (at == nullptr) return false;
  const std::string where = coap_endpoint_str(at);
  log("listening on coaps://" + where.substr(0, where.find(' ')));
  return true;
}

bool endpoint::use(const own_credentials& own) {
  if (own.mode == channel::security_mode::none) return true;
  const coap_dtls_pki_t setup = pki_of(own);
  return coap_context_set_pki(context_.get(), &setup) == 1;
}

coap_session_t* endpoint::connect(const server_security& to, const own_credentials& own) {
  const auto address = address_of(to.uri);
  auto* const session = address ? open(*address, to, own) : nullptr;
  if (session == nullptr) return nullptr;
  peer& with = peers_[session];
  with.connecting_to = &to;
  if (to.mode != channel::security_mode::no_sec) return session;
  with.id = channel::session_id{session};
  with.is_judged = true;
  with.who = door_.admit_without_security(with.id);
  return session;
}

coap_session_t* endpoint::open(const coap_address_t& address, const server_security& to,
                               const own_credentials& own) {
  coap_context_t* const here = context_.get();
  if (to.mode == channel::security_mode::no_sec)
    return coap_new_client_session(here, nullptr, &address, COAP_PROTO_UDP);
  if (to.mode != channel::security_mode::psk) {
    coap_dtls_pki_t setup = pki_of(own);
    return coap_new_client_session_pki(here, nullptr, &address, COAP_PROTO_DTLS, &setup);
  }
  coap_dtls_cpsk_t setup{};
  setup.version = COAP_DTLS_CPSK_SETUP_VERSION;
  setup.validate_ih_call_back = client_key;
  setup.ih_call_back_arg = const_cast<server_security*>(&to);
  setup.psk_info = {bin_of(view_of(to.identity)), bin_of(to.key)};
  return coap_new_client_session_psk2(here, nullptr, &address, COAP_PROTO_DTLS, &setup);
}

endpoint& endpoint::of(const coap_session_t* session) {
  return *static_cast<endpoint*>(coap_get_app_data(coap_session_get_context(session)));
}

void endpoint::run(unsigned milliseconds) {
  (void)coap_io_process(context_.get(), milliseconds);
  judge_established();
  for (coap_session_t* each : std::exchange(closing_, {}))
    if (peers_.contains(each)) {
      ended(each);
      coap_session_disconnected(each, COAP_NACK_TLS_FAILED);
    }
  for (coap_session_t* each : std::exchange(released_, {})) coap_session_release(each);
}

// ------------------------------------------------------------------ sessions

/// A Server came to the device: the key for the identity that it sent, where there is one.
const coap_bin_const_t* endpoint::server_key(coap_bin_const_t* identity, coap_session_t* session,
                                             void* self) {
  endpoint& here = *static_cast<endpoint*>(self);
  here.ended(session);
  peer& from = here.peers_[session];
  from.id = dtls_session_of(session);
  here.key_ = bin_of(here.door_.accounts().supply_key(view_of(*identity), from.id).secret_key);
  return here.key_.length == 0 ? nullptr : &here.key_;
}

/// The device came to a Server: the credentials of the account that it came with.
const coap_dtls_cpsk_info_t* endpoint::client_key(coap_str_const_t*, coap_session_t* session,
                                                  void* to) {
  endpoint& here = of(session);
  peer& with = here.peers_[session];
  with.id = dtls_session_of(session);
  with.connecting_to = static_cast<const server_security*>(to);
  const auto given = here.door_.accounts().supply_key(with.connecting_to->server, with.id);
  here.offered_ = {bin_of(given.identity), bin_of(given.secret_key)};
  return given.secret_key.empty() ? nullptr : &here.offered_;
}

int endpoint::on_event(coap_session_t* session, coap_event_t what) {
  endpoint& here = of(session);
  for (const coap_event_t end : {COAP_EVENT_DTLS_CLOSED, COAP_EVENT_DTLS_ERROR,
                                 COAP_EVENT_DTLS_RENEGOTIATE, COAP_EVENT_SERVER_SESSION_DEL})
    if (what == end) here.ended(session);
  return 0;
}

/// Admits who is at the other end of an established session, once.
void endpoint::judge(coap_session_t* session) {
  peer& with = peers_[session];
  if (std::exchange(with.is_judged, true)) return;
  with.id = dtls_session_of(session);
  const bool came_here = with.connecting_to == nullptr;
  with.who =
      admit(door_, session, came_here ? channel::bytes{} : view_of(with.connecting_to->identity));
  const lac::short_server_id server = server_on(session);
  if (!server.is_valid()) closing_.push_back(session);
  // A Server that connects anew leaves its earlier session: its admission has ended.
  for (const auto& [other, held] : peers_)
    if (other != session && server.is_valid() && server_of(held.who) == server)
      closing_.push_back(other);
}

void endpoint::ended(coap_session_t* session) {
  const auto found = peers_.find(session);
  if (found == peers_.end()) return;
  door_.accounts().session_ended(found->second.id);
  observations_.session_ended(session);
  std::erase_if(awaited_, [&](const auto& each) { return each.first.first == session; });
  peers_.erase(found);
  session_ended(session);
}

/// Not every library that libcoap is built with tells when a handshake is complete.
void endpoint::judge_established() {
  std::vector<coap_session_t*> established;
  for (const auto& [session, with] : peers_)
    if (!with.is_judged && coap_session_get_state(session) == COAP_SESSION_STATE_ESTABLISHED)
      established.push_back(session);
  for (coap_session_t* each : established) judge(each);
}

lac::short_server_id endpoint::server_on(coap_session_t* session) const {
  const auto found = peers_.find(session);
  return found == peers_.end() ? lac::short_server_id{} : server_of(found->second.who);
}

void endpoint::close(coap_session_t* session) {
  ended(session);
  released_.push_back(session);
}

// ------------------------------------------------------------------ requests of Servers

void endpoint::on_request(coap_resource_t*, coap_session_t* session, const coap_pdu_t* request,
                          const coap_string_t* query, coap_pdu_t* to) {
  endpoint& here = of(session);
  here.judge(session);
  const message read = read_message(request, here.device_);
  const response given = here.serve(session, read);
  const observer by{session, here.server_on(session), token_of(request)};
  const bool is_read = given.code == COAP_RESPONSE_CODE_CONTENT;
  // What is too large for one message is not observed: no Observe option in the response says so.
  const bool begins =
      is_read && read.observing == observing::begin && given.payload.size() <= one_datagram;
  if (is_read && read.observing == observing::end) here.observations_.end(by);
  if (begins) here.observations_.add(by, read.asked);
  if (begins) add_option(to, COAP_OPTION_OBSERVE, 1);
  here.answer(session, request, query, given, to);
}

/// What the one at the other end of a session gets for a request.
response endpoint::serve(coap_session_t* session, const message& read) {
  const lac::short_server_id server = server_on(session);
  const incoming& asked = read.asked;
  if (!server.is_valid()) {
    log_decision(server, asked, {});
    return {static_cast<unsigned>(lac::decision{}.code())};
  }
  if (read.fault != 0) {
    log_fault(server, asked, read.fault);
    return {read.fault};
  }
  const peer& from = peers_.at(session);
  if (is_change(asked.op)) return serve_change(from, asked);
  const std::vector<lac::path> listed = asked.paths();
  const lac::decision taken = door_.authorize(from.who, {from.id, asked.op, asked.target, listed});
  log_decision(server, asked, taken);
  if (!taken.allowed()) return {static_cast<unsigned>(taken.code())};
  return device_.show(server, asked);
}

response endpoint::serve_change(const peer& from, const incoming& asked) {
  const change done = device_.perform(door_.requester_of(from.who, from.id), asked);
  const bool is_misfit = done.taken.allowed() && done.response.code == bad_request;
  if (is_misfit)
    log_fault(server_of(from.who), asked, bad_request);
  else
    log_decision(server_of(from.who), asked, done.taken);
  if (done.touched.empty()) return done.response;
  if (asked.op == lac::operation::execute) executed(asked.target);
  observations_.review_all();
  notify(done.touched);
  return done.response;
}

void endpoint::answer(coap_session_t* session, const coap_pdu_t* request,
                      const coap_string_t* query, const response& with, coap_pdu_t* to) {
  coap_pdu_set_code(to, static_cast<coap_pdu_code_t>(with.code));
  if (!with.created.is_none()) {
    add_option(to, COAP_OPTION_LOCATION_PATH, std::to_string(with.created.object().value()));
    add_option(to, COAP_OPTION_LOCATION_PATH,
               std::to_string(with.created.object_instance().value()));
  }
  if (with.content == format::none) return;
  auto* const kept = new std::string{with.payload};  // until the last block is sent
  const auto release = [](coap_session_t*, void* text) { delete static_cast<std::string*>(text); };
  (void)coap_add_data_large_response(
      all_paths_, session, request, to, query, static_cast<std::uint16_t>(with.content), -1, 0,
      kept->size(), reinterpret_cast<const std::uint8_t*>(kept->data()), release, kept);
}

// ------------------------------------------------------------------ notifications

void endpoint::notify(const std::vector<lac::path>& touched) {
  observations_.notify(touched, send_notification);
}

void endpoint::send_notification(const held_observation& due, const response& with) {
  auto* const session = static_cast<coap_session_t*>(due.by.session);
  coap_pdu_t* const pdu = coap_new_pdu(COAP_MESSAGE_CON, COAP_RESPONSE_CODE_CONTENT, session);
  if (pdu == nullptr) return;
  (void)coap_add_token(pdu, due.by.token.size(),
                       reinterpret_cast<const std::uint8_t*>(due.by.token.data()));
  add_option(pdu, COAP_OPTION_OBSERVE, due.sequence);
  add_option(pdu, COAP_OPTION_CONTENT_FORMAT, static_cast<unsigned>(with.content));
  const auto* const octets = reinterpret_cast<const std::uint8_t*>(with.payload.data());
  if (with.payload.size() <= one_datagram && coap_add_data(pdu, with.payload.size(), octets) == 1)
    (void)coap_send(session, pdu);
  else
    coap_delete_pdu(pdu);
}

/// A Server that knows nothing of a notification, or is gone, observes no more.
void endpoint::on_nack(coap_session_t* session, const coap_pdu_t* sent, coap_nack_reason_t,
                       coap_mid_t) {
  endpoint& here = of(session);
  if (sent == nullptr) return;
  here.observations_.end({session, here.server_on(session), token_of(sent)});
  here.answered_with(session, token_of(sent), nullptr);
}

// ------------------------------------------------------------------ requests of the device

bool endpoint::send(coap_session_t* session, coap_pdu_t* request, answered then) {
  awaited_[{session, token_of(request)}] = std::move(then);
  return coap_send(session, request) != COAP_INVALID_MID;
}

coap_response_t endpoint::on_response(coap_session_t* session, const coap_pdu_t*,
                                      const coap_pdu_t* received, coap_mid_t) {
  of(session).answered_with(session, token_of(received), received);
  return COAP_RESPONSE_OK;
}

void endpoint::answered_with(coap_session_t* session, const std::string& token,
                             const coap_pdu_t* received) {
  auto found = awaited_.extract({session, token});
  if (!found.empty()) found.mapped()(received);
}

}  // namespace client
