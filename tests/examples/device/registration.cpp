#include "registration.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "../../program/cases/words.hpp"
#include "coap.hpp"
#include "log.hpp"

namespace client {

namespace {

constexpr std::chrono::seconds patience{5};

std::vector<std::string> location_in(const coap_pdu_t* response) {
  std::vector<std::string> path;
  coap_opt_iterator_t at;
  coap_option_iterator_init(response, &at, COAP_OPT_ALL);
  while (const coap_opt_t* option = coap_option_next(&at))
    if (at.number == COAP_OPTION_LOCATION_PATH)
      path.emplace_back(reinterpret_cast<const char*>(coap_opt_value(option)),
                        coap_opt_length(option));
  return path;
}

std::string words_of(const server_security& server) {
  return std::to_string(server.server.value()) + " at " + server.uri;
}

const char* version_of(lac::edition_name edition) {
  if (edition == lac::edition_name::v1_2) return "1.2";
  return edition == lac::edition_name::v1_1 ? "1.1" : "1.0";
}

bool is_code(const coap_pdu_t* response, coap_pdu_code_t code) {
  return response != nullptr && coap_pdu_get_code(response) == code;
}

}  // namespace

registrations::registrations(endpoint& over, const device& of, const own_credentials& own,
                             std::string name, std::chrono::seconds lifetime)
    : over_{over}, device_{of}, own_{own}, name_{std::move(name)}, lifetime_{lifetime} {}

void registrations::add(const servers& all) {
  for (const server_security& each : all) {
    const bool is_there =
        std::any_of(all_.begin(), all_.end(), [&](const auto& one) { return one.server == &each; });
    if (address_of(each.uri) && !is_there) all_.push_back({&each});
  }
}

void registrations::remove(const server_security& one) {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const auto& each) { return each.server == &one; });
  if (found == all_.end()) return;
  if (coap_session_t* const session = std::exchange(found->session, nullptr)) over_.close(session);
  all_.erase(found);
}

void registrations::step() {
  for (registration& each : all_) step(each);
}

void registrations::step(registration& one) {
  const bool is_due = clock::now() >= one.due;
  if (one.is == state::connecting && over_.server_on(one.session) == one.server->server)
    return enroll(one);
  if (!is_due) return;
  if (one.is == state::apart) return connect(one);
  if (one.is == state::registered) return update(one);
  fail(one, "there is no answer");
}

void registrations::connect(registration& one) {
  one.session = over_.connect(*one.server, own_);
  if (one.session == nullptr) return fail(one, "there is no such address");
  one.is = state::connecting;
  one.due = clock::now() + patience;
}

coap_pdu_t* registrations::request(const registration& one, coap_pdu_code_t method) const {
  coap_pdu_t* const made = coap_new_pdu(COAP_MESSAGE_CON, method, one.session);
  std::uint8_t token[8];
  std::size_t size = sizeof token;
  coap_session_new_token(one.session, &size, token);
  (void)coap_add_token(made, size, token);
  for (const std::string& each : one.location) add_option(made, COAP_OPTION_URI_PATH, each);
  return made;
}

void registrations::enroll(registration& one) {
  one.is = state::registering;
  one.due = clock::now() + patience;
  one.location = {"rd"};
  coap_pdu_t* const asks = request(one, COAP_REQUEST_CODE_POST);
  add_option(asks, COAP_OPTION_CONTENT_FORMAT, static_cast<unsigned>(format::link));
  add_option(asks, COAP_OPTION_URI_QUERY, "ep=" + name_);
  add_option(asks, COAP_OPTION_URI_QUERY, "lt=" + std::to_string(lifetime_.count()));
  const lac::edition_name edition = device_.granted().rules().name;
  add_option(asks, COAP_OPTION_URI_QUERY, std::string{"lwm2m="} + version_of(edition));
  add_option(asks, COAP_OPTION_URI_QUERY, std::string{"b=U"});
  const std::string links = device_.links();
  (void)coap_add_data_large_request(one.session, asks, links.size(),
                                    reinterpret_cast<const std::uint8_t*>(links.data()), nullptr,
                                    nullptr);
  over_.send(one.session, asks, [this, &one](const coap_pdu_t* response) {
    if (!is_code(response, COAP_RESPONSE_CODE_CREATED)) return fail(one, "it is refused");
    one.location = location_in(response);
    one.is = state::registered;
    one.due = clock::now() + lifetime_ / 2;
    log("registered with " + words_of(*one.server));
  });
}

void registrations::update(registration& one) {
  one.due = clock::now() + lifetime_ / 2;
  over_.send(one.session, request(one, COAP_REQUEST_CODE_POST),
             [this, &one](const coap_pdu_t* response) {
               if (!is_code(response, COAP_RESPONSE_CODE_CHANGED))
                 fail(one, "the update is refused");
             });
}

void registrations::update_now() {
  for (registration& each : all_)
    if (each.is == state::registered) each.due = clock::now();
}

void registrations::fail(registration& one, const std::string& why) {
  log("not registered with " + words_of(*one.server) + ": " + why);
  coap_session_t* const session = std::exchange(one.session, nullptr);
  one.is = state::apart;
  one.due = clock::now() + patience;
  if (session != nullptr) over_.close(session);
}

void registrations::session_ended(coap_session_t* session) {
  for (registration& each : all_)
    if (each.session == session) fail(each, "the session has ended");
}

void registrations::end() {
  const auto awaited = std::make_shared<int>(0);
  for (registration& each : all_) {
    if (each.is != state::registered) continue;
    ++*awaited;
    over_.send(each.session, request(each, COAP_REQUEST_CODE_DELETE),
               [awaited, &each](const coap_pdu_t* response) {
                 --*awaited;
                 if (is_code(response, COAP_RESPONSE_CODE_DELETED))
                   log("deregistered from " + words_of(*each.server));
               });
  }
  const clock::time_point last = clock::now() + std::chrono::seconds{2};
  while (*awaited > 0 && clock::now() < last) over_.run(50);
}

}  // namespace client
