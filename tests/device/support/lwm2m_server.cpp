#include "lwm2m_server.hpp"

#include <cstdint>
#include <stdexcept>
#include <utility>

#include "../../examples/device/coap.hpp"
#include "program/cases/words.hpp"

namespace {

using clock_type = std::chrono::steady_clock;
using client::add_option;
using client::token_of;

coap_bin_const_t bin_of(const std::string& text) {
  return {text.size(), reinterpret_cast<const std::uint8_t*>(text.data())};
}

coap_pdu_code_t code_of(const std::string& method) {
  const std::pair<const char*, coap_pdu_code_t> all[] = {
      {"get", COAP_REQUEST_CODE_GET},      {"put", COAP_REQUEST_CODE_PUT},
      {"post", COAP_REQUEST_CODE_POST},    {"delete", COAP_REQUEST_CODE_DELETE},
      {"fetch", COAP_REQUEST_CODE_FETCH},  {"patch", COAP_REQUEST_CODE_PATCH},
      {"ipatch", COAP_REQUEST_CODE_IPATCH}};
  for (const auto& [name, code] : all)
    if (name == method) return code;
  throw std::invalid_argument{method};
}

void add_segments(coap_pdu_t* to, const std::string& path) {
  for (std::size_t begin = 1; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    add_option(to, COAP_OPTION_URI_PATH, path.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

lwm2m_server::lwm2m_server(const credentials& as)
    : as_{as}, key_{bin_of(as_.key)}, context_{coap_new_context(nullptr)} {
  coap_set_log_level(LOG_EMERG);
  coap_set_app_data(context_.get(), this);
  coap_context_set_block_mode(context_.get(), COAP_BLOCK_USE_LIBCOAP | COAP_BLOCK_SINGLE_BODY);
  coap_register_response_handler(context_.get(), on_response);
  coap_resource_t* const registry = coap_resource_init(coap_make_str_const("rd"), 0);
  coap_register_request_handler(registry, COAP_REQUEST_POST, on_register);
  coap_add_resource(context_.get(), registry);
  coap_resource_t* const location = coap_resource_init(coap_make_str_const("rd/1"), 0);
  coap_register_request_handler(location, COAP_REQUEST_POST, on_registered);
  coap_register_request_handler(location, COAP_REQUEST_DELETE, on_registered);
  coap_add_resource(context_.get(), location);
}

lwm2m_server::~lwm2m_server() {
  if (is_own_session_) coap_session_release(session_);
}

lwm2m_server& lwm2m_server::of(const coap_session_t* session) {
  return *static_cast<lwm2m_server*>(coap_get_app_data(coap_session_get_context(session)));
}

// ------------------------------------------------------------------ sessions

void lwm2m_server::use(const client::own_credentials& certificate) {
  const coap_dtls_pki_t setup = client::pki_of(certificate);
  if (coap_context_set_pki(context_.get(), &setup) != 1) throw std::runtime_error{"no PKI"};
}

std::string lwm2m_server::listen() {
  coap_dtls_spsk_t setup{};
  setup.version = COAP_DTLS_SPSK_SETUP_VERSION;
  setup.validate_id_call_back = key_of;
  setup.id_call_back_arg = this;
  const auto address = client::address_of(free_uri);
  if (coap_context_set_psk2(context_.get(), &setup) != 1) throw std::runtime_error{"no PSK"};
  const coap_endpoint_t* at = coap_new_endpoint(context_.get(), &*address, COAP_PROTO_DTLS);
  if (at == nullptr) throw std::runtime_error{"no endpoint"};
  return client::uri_of(at);
}

const coap_bin_const_t* lwm2m_server::key_of(coap_bin_const_t* identity, coap_session_t*,
                                             void* self) {
  lwm2m_server& here = *static_cast<lwm2m_server*>(self);
  const coap_bin_const_t wanted = bin_of(here.as_.identity);
  return coap_binary_equal(identity, &wanted) ? &here.key_ : nullptr;
}

bool lwm2m_server::connect(const std::string& uri) {
  const auto address = client::address_of(uri);
  coap_dtls_cpsk_t setup{};
  setup.version = COAP_DTLS_CPSK_SETUP_VERSION;
  setup.psk_info = {bin_of(as_.identity), key_};
  if (is_own_session_) coap_session_release(session_);
  session_ =
      coap_new_client_session_psk2(context_.get(), nullptr, &*address, COAP_PROTO_DTLS, &setup);
  is_own_session_ = session_ != nullptr;
  // A notification that happens to have the message ID of a request leaves the request open.
  if (is_own_session_) coap_session_set_nstart(session_, 1000);
  return is_own_session_;
}

// ------------------------------------------------------------------ registration

void lwm2m_server::on_register(coap_resource_t*, coap_session_t* session, const coap_pdu_t* request,
                               const coap_string_t* query, coap_pdu_t* response) {
  lwm2m_server& here = of(session);
  here.session_ = session;
  here.is_registered_ = true;
  here.registration_ = {reinterpret_cast<const char*>(query->s), query->length};
  here.links_ = client::payload_of(request);
  coap_pdu_set_code(response, COAP_RESPONSE_CODE_CREATED);
  for (const char* each : {"rd", "1"})
    add_option(response, COAP_OPTION_LOCATION_PATH, std::string{each});
}

void lwm2m_server::on_registered(coap_resource_t*, coap_session_t* session,
                                 const coap_pdu_t* request, const coap_string_t*,
                                 coap_pdu_t* response) {
  lwm2m_server& here = of(session);
  const bool is_update = coap_pdu_get_code(request) == COAP_REQUEST_CODE_POST;
  if (is_update)
    ++here.updates_;
  else
    here.is_registered_ = false;
  coap_pdu_set_code(response, is_update ? COAP_RESPONSE_CODE_CHANGED : COAP_RESPONSE_CODE_DELETED);
}

bool lwm2m_server::is_registered_with(std::chrono::milliseconds within) {
  return run_until([this] { return is_registered_; }, within);
}

bool lwm2m_server::is_left(std::chrono::milliseconds within) {
  return run_until([this] { return !is_registered_; }, within);
}

// ------------------------------------------------------------------ requests

template <class Holds>
bool lwm2m_server::run_until(const Holds& holds, std::chrono::milliseconds within) {
  const auto last = clock_type::now() + within;
  while (!holds() && clock_type::now() < last) (void)coap_io_process(context_.get(), 20);
  return holds();
}

void lwm2m_server::run(std::chrono::milliseconds time) {
  (void)run_until([] { return false; }, time);
}

coap_answer lwm2m_server::ask(const coap_request& asked, std::chrono::milliseconds within) {
  coap_pdu_t* const pdu = coap_new_pdu(COAP_MESSAGE_CON, code_of(asked.method), session_);
  if (pdu == nullptr) return {};
  std::uint8_t token[8];
  std::size_t size = sizeof token;
  coap_session_new_token(session_, &size, token);
  (void)coap_add_token(pdu, size, token);
  awaited_ = token_of(pdu);
  add_segments(pdu, asked.path);
  if (asked.observe) add_option(pdu, COAP_OPTION_OBSERVE, *asked.observe);
  if (asked.content_format) add_option(pdu, COAP_OPTION_CONTENT_FORMAT, *asked.content_format);
  if (asked.accept) add_option(pdu, COAP_OPTION_ACCEPT, *asked.accept);
  if (!asked.query.empty()) add_option(pdu, COAP_OPTION_URI_QUERY, asked.query);
  if (!asked.payload.empty())
    (void)coap_add_data_large_request(session_, pdu, asked.payload.size(),
                                      reinterpret_cast<const std::uint8_t*>(asked.payload.data()),
                                      nullptr, nullptr);
  if (coap_send(session_, pdu) == COAP_INVALID_MID) return {};
  (void)run_until([this] { return !answer_.code.empty(); }, within);
  awaited_.clear();
  return std::exchange(answer_, {});
}

coap_response_t lwm2m_server::on_response(coap_session_t* session, const coap_pdu_t*,
                                          const coap_pdu_t* received, coap_mid_t) {
  lwm2m_server& here = of(session);
  const std::string token = token_of(received);
  if (token == here.awaited_)
    here.answer_ = {program::code_of(coap_pdu_get_code(received)),
                    std::string{client::payload_of(received)}};
  else
    here.notifications_.emplace_back(client::payload_of(received));
  return COAP_RESPONSE_OK;
}

bool lwm2m_server::is_notified(const std::string& payload, std::chrono::milliseconds within) {
  return run_until([&] { return !notifications_.empty() && notifications_.back() == payload; },
                   within);
}
