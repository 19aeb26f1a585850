// What is asked over a session, and what goes out over it.
#include "coap.hpp"
#include "endpoint.hpp"
#include "log.hpp"

namespace client {

namespace {

constexpr std::size_t one_datagram = 1024;

}  // namespace

// ------------------------------------------------------------------ requests of Servers

void endpoint::on_request(coap_resource_t*, coap_session_t* session, const coap_pdu_t* request,
                          const coap_string_t* query, coap_pdu_t* to) {
  endpoint& here = of(session);
  here.judge(session);
  const message read = read_message(request, here.device_);
  const response given = here.serve(session, read);
  const observer by{session, here.server_on(session), token_of(request)};
  const bool is_read = given.code == COAP_RESPONSE_CODE_CONTENT;
  // No Observe option in the response says that it is not observed: there are too many, or it is
  // too large for one message.
  const bool begins = is_read && read.observing == observing::begin &&
                      given.payload.size() <= one_datagram &&
                      here.observations_.add(by, read.asked);
  if (is_read && read.observing == observing::end) here.observations_.cancel(by, read.asked);
  if (begins) add_option(to, COAP_OPTION_OBSERVE, 1);
  here.answer(session, request, query, given, to);
}

/// What the one at the other end of a session gets for a request: nobody gets no answer.
response endpoint::serve(coap_session_t* session, const message& read) {
  const lac::short_server_id server = server_on(session);
  const incoming& asked = read.asked;
  if (!server.is_valid()) {
    log_unanswered(asked);
    return {};
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
  if (done.taken.allowed() && done.response.code >= bad_request)
    log_fault(server_of(from.who), asked, done.response.code);
  else
    log_decision(server_of(from.who), asked, done.taken);
  if (done.touched.empty()) return done.response;
  if (asked.op == lac::operation::execute) executed(asked.target);
  changed(done.touched);
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

void endpoint::changed(const std::vector<lac::path>& touched) {
  observations_.review_all();
  notify(touched);
}

void endpoint::notify(const std::vector<lac::path>& touched) {
  for (const notification& each : observations_.due(touched))
    if (peers_.contains(each.to.session)) send(each);
}

void endpoint::send(const notification& due) {
  // A Server that is gone, or knows nothing of it, shows itself by one that is confirmable.
  const auto type = due.sequence % 5 == 0 ? COAP_MESSAGE_CON : COAP_MESSAGE_NON;
  coap_session_t* const session = due.to.session;
  coap_pdu_t* const pdu = coap_new_pdu(type, static_cast<coap_pdu_code_t>(due.says.code), session);
  if (pdu == nullptr) return;
  (void)coap_add_token(pdu, due.to.token.size(),
                       reinterpret_cast<const std::uint8_t*>(due.to.token.data()));
  if (due.says.content != format::none) {  // an error ends the observation, and has neither
    add_option(pdu, COAP_OPTION_OBSERVE, due.sequence);
    add_option(pdu, COAP_OPTION_CONTENT_FORMAT, static_cast<unsigned>(due.says.content));
  }
  const std::string& says = due.says.payload;
  const auto* const octets = reinterpret_cast<const std::uint8_t*>(says.data());
  if (says.size() <= one_datagram && (says.empty() || coap_add_data(pdu, says.size(), octets) == 1))
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
