// lwm2m-device: an LwM2M Client over libcoap whose every decision is the engine's.
#include <lwm2m/access/text/parse.hpp>

#include <csignal>
#include <iostream>
#include <memory>

#include "../../program/cases/files.hpp"
#include "log.hpp"
#include "options.hpp"
#include "registration.hpp"
#include "roster.hpp"

namespace client {

namespace {

volatile std::sig_atomic_t is_over = 0;
volatile std::sig_atomic_t is_to_reload = 0;

/// The policy and the Objects of the text; null, and the mistake on standard error, when it is
/// wrong.
std::unique_ptr<device> device_of(const std::string& policy_file) {
  const auto files = program::read_files({policy_file});
  if (!files) return nullptr;
  policy granted;
  model objects;
  const lac::text_mistake mistake = lac::parse_policy(files->front().text(), granted, objects);
  if (mistake.is_none()) return std::make_unique<device>(granted, objects);
  program::report(files->front(), mistake);
  return nullptr;
}

std::optional<own_credentials> own_credentials_of(const options& asked) {
  using channel::security_mode;
  const bool has_certificate = !asked.own_certificate.empty();
  const auto& files = has_certificate ? asked.own_certificate : asked.own_key;
  own_credentials own;
  if (files.empty()) return own;
  own.mode = has_certificate ? security_mode::certificate : security_mode::raw_public_key;
  std::vector<std::uint8_t>* const parts[] = {&own.public_part, &own.private_key, &own.authority};
  for (std::size_t k = 0; k < files.size(); ++k) {
    const auto octets = read_octets(files[k]);
    if (!octets) return std::nullopt;
    *parts[k] = *octets;
  }
  return own;
}

channel::channel_policy rules_of(const options& asked) {
  channel::channel_policy rules;
  rules.allow_other_suites = true;  // libcoap offers what its library has, not LwM2M's suites alone
  rules.allow_no_sec = !asked.no_sec.empty();
  return rules;
}

/// The sensor: a temperature that rises from 20 to 25 and falls back.
void measure_when_due(device& of, endpoint& over, std::chrono::seconds period) {
  using clock = std::chrono::steady_clock;
  static clock::time_point due = clock::now() + period;
  static int step = 0;
  if (period.count() == 0 || clock::now() < due) return;
  due += period;
  step = (step + 1) % 100;
  over.notify(of.measure(20.0 + (step < 50 ? step : 100 - step) / 10.0));
}

bool listen(endpoint& over, const options& asked) {
  for (const std::string& each : asked.listen)
    if (!over.listen(each)) {
      std::cerr << each << ": cannot be listened on\n";
      return false;
    }
  return true;
}

int run(const options& asked) {
  const auto here = device_of(asked.policy_file);
  const auto own = own_credentials_of(asked);
  if (!here || !own) return 2;
  door at{*here, rules_of(asked)};
  observations held{*here};
  endpoint over{*here, at, held};
  roster known{*here, at, *own, asked};
  registrations registered{over, *here, *own, asked.name, asked.lifetime};
  const auto gone = [&](const server_security& one) {
    registered.remove(one);
    over.close(one.server);
  };
  if (!known.read(gone) || !over.use(*own) || !listen(over, asked)) return 2;
  over.executed = [&](const lac::path& what) {
    if (what.object() == lac::objects::server) registered.update_now();
  };
  over.session_ended = [&](coap_session_t* session) { registered.session_ended(session); };
  while (is_over == 0) {
    if (is_to_reload != 0) {
      is_to_reload = 0;
      (void)known.read(gone);
      over.changed(known.touched());
    }
    registered.add(known.all());
    registered.step();
    over.run(100);
    measure_when_due(*here, over, asked.sensor_period);
  }
  registered.end();
  over.session_ended = [](coap_session_t*) {};
  log("ended");
  return 0;
}

}  // namespace

}  // namespace client

int main(int argc, char* argv[]) {
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { client::is_over = 1; });
  std::signal(SIGHUP, [](int) { client::is_to_reload = 1; });
  const auto asked = client::read_options({argv + (argc > 0 ? 1 : 0), argv + argc});
  return asked ? client::run(*asked) : 2;
}
