#pragma once

#include <coap3/coap.h>
#include <lwm2m/access/observation.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "device.hpp"

namespace client {

/// Who observes, and by which token: `session` names the session that the Observe came over.
struct observer {
  coap_session_t* session = nullptr;
  lac::short_server_id server{};
  std::string token{};

  friend bool operator==(const observer&, const observer&) = default;
};

/// An observation that is held: what was asked for is asked again for each Notify.
struct held_observation {
  observer by;
  incoming asked;
  lac::observation_state state = lac::observation_state::active;
  std::uint32_t sequence = 2;
};

/// A Notify that is to be sent.
struct notification {
  observer to;
  std::uint32_t sequence;
  response says;
};

/// The observations of all Servers. Whether a Notify goes out is decided anew each time.
class observations {
 public:
  explicit observations(const device& of) : device_{of} {}

  /// Begins one; an earlier one of the same observer and token ends. False: there are too many.
  bool add(const observer& by, const incoming& asked);
  void end(const observer& by);

  /// Cancel Observation: by the token of the Observe, or by its path.
  void cancel(const observer& by, const incoming& asked);
  void session_ended(const coap_session_t* session);

  /// After a change to the policy: ends what is to end, and says what became of each other one.
  void review_all();

  /// What is to be told to the observers of these paths, as far as they may read it; an error where
  /// what is observed is gone, with which the observation ends.
  [[nodiscard]] std::vector<notification> due(const std::vector<lac::path>& touched);

 private:
  lac::observation_state review(held_observation& each) const;
  static bool is_touched(const held_observation& each, const std::vector<lac::path>& touched);
  void drop_ended();

  const device& device_;
  std::vector<held_observation> held_;
};

}  // namespace client
