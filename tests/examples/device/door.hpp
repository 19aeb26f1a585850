#pragma once

#include <lwm2m/access/guard.hpp>

#include <variant>

#include "device.hpp"
#include "log.hpp"
#include "security.hpp"

namespace client {

/// Who is at the other end of a session: nobody, until it is admitted. It is kept beside the
/// session and is moved, never copied.
using visitor =
    std::variant<std::monostate, channel::authenticated_server, channel::unauthenticated_server>;

/// Where Servers are admitted. What the device lets them do is decided by its guard.
class door {
 public:
  using guard_type = lac::guard<const policy, model>;

  door(const device& behind, const channel::channel_policy& rules)
      : rules_{rules}, guard_{behind.granted(), behind.objects(), accounts_, rules_} {}

  /// The accounts that the PSK callbacks of a DTLS library ask for keys.
  [[nodiscard]] channel::accounts<8, 16>& accounts() { return accounts_; }

  /// Admits the Server of an established session, or says why not: `session` is what the adapter
  /// of its DTLS library made, `opened_for` the Server that the device came to, if it did.
  template <channel::session Session>
  visitor admit(const Session& session, channel::account_key opened_for) {
    return admitted(guard_.admit(session, opened_for));
  }

  /// Admits the Server that proves nothing, where that is allowed.
  visitor admit_without_security(channel::session_id over) {
    return admitted(guard_.admit_unauthenticated(over));
  }

  /// Decides a request that changes nothing.
  [[nodiscard]] lac::decision authorize(const visitor& who,
                                        const lac::arrived_request& arrived) const;

  /// Who asks over a session, for `administer`: nobody, when the admission has ended.
  [[nodiscard]] lac::requester requester_of(const visitor& who, channel::session_id over) const;

 private:
  template <class Token>
  static visitor admitted(channel::admission<Token> result);

  channel::accounts<8, 16> accounts_{};
  channel::channel_policy rules_;
  guard_type guard_;
};

/// The Short Server ID; nobody for nobody.
[[nodiscard]] lac::short_server_id server_of(const visitor& who);

template <class Token>
visitor door::admitted(channel::admission<Token> result) {
  if (result) {
    log(std::to_string(result->server().value()) + " is admitted");
    return std::move(*result);
  }
  log_refusals(result.reasons());
  return {};
}

}  // namespace client
