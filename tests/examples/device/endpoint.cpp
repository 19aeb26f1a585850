#include "endpoint.hpp"

#include <utility>

#include "coap.hpp"
#include "log.hpp"

namespace client {

endpoint::endpoint(device& behind, door& at, observations& held)
    : device_{behind}, door_{at}, observations_{held}, context_{coap_new_context(nullptr)} {
  coap_set_app_data(context_.get(), this);
  coap_context_set_block_mode(context_.get(), COAP_BLOCK_USE_LIBCOAP | COAP_BLOCK_SINGLE_BODY);
  coap_context_set_max_handshake_sessions(context_.get(), 1000);
  coap_register_event_handler(context_.get(), on_event);
  coap_register_response_handler(context_.get(), on_response);
  coap_register_nack_handler(context_.get(), on_nack);
  all_paths_ = coap_resource_unknown_init2(on_request, 0);
  // A resource of its own, so that nobody but a Server that is admitted gets an answer here, too.
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
  const auto address = uri.starts_with("coaps://") ? address_of(uri) : std::nullopt;
  if (!address || !is_free(*address)) return false;
  coap_dtls_spsk_t setup{};
  setup.version = COAP_DTLS_SPSK_SETUP_VERSION;
  setup.validate_id_call_back = server_key;
  setup.id_call_back_arg = this;
  if (coap_context_set_psk2(context_.get(), &setup) == 0) return false;
  const coap_endpoint_t* at = coap_new_endpoint(context_.get(), &*address, COAP_PROTO_DTLS);
  if (at == nullptr) return false;
  log("listening on " + uri_of(at));
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
  setup.psk_info = {bin_of(identity_of(to)), bin_of(to.key)};
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

}  // namespace client
