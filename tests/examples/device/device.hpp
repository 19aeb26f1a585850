#pragma once

#include <lwm2m/access.hpp>
#include <lwm2m/access/visible.hpp>

#include <map>
#include <string>
#include <vector>

#include "payload.hpp"
#include "values.hpp"

namespace client {

using policy = lac::policy<64, 256, 8>;
using model = lac::object_model<16, 64, 256>;

/// A request as it arrived, whatever it came over.
struct incoming {
  lac::operation op{};
  lac::path target{};                     ///< no path for a composite operation
  records conveyed{};                     ///< what its payload names, and says of it
  format content = format::none;          ///< in text/plain, every value is a text
  std::vector<std::string> attributes{};  ///< of Write-Attributes, as `pmin=5`
  format accepts = format::none;

  [[nodiscard]] std::vector<lac::path> paths() const;
};

/// What is answered.
struct response {
  unsigned code = 0;
  format content = format::none;
  std::string payload{};
  lac::path created{};
};

/// What a request that changes something comes to.
struct change {
  lac::decision taken;
  client::response response;
  std::vector<lac::path> touched{};  ///< what observers of these paths are to be told
};

/// Codes beside those of an access decision.
inline constexpr unsigned bad_request = 0x80, not_found = 0x84, not_acceptable = 0x86,
                          unsupported_format = 0x8F, no_room = 0xA0;

/// The Objects of the device: what they hold, who may what, and what a request does to them.
class device {
 public:
  /// The values of what `objects` describes; the policy and the Objects are as a text said.
  device(const policy& granted, const model& objects);

  [[nodiscard]] const policy& granted() const { return policy_; }
  [[nodiscard]] const model& objects() const { return model_; }

  /// Decides a request that changes something, and performs it when it is allowed: a change of the
  /// policy becomes visible only when the values fit, too.
  change perform(lac::requester who, const incoming& asked);

  /// What an allowed request that changes nothing is answered with.
  [[nodiscard]] response show(lac::requester who, const incoming& asked) const;

  /// Accounts go and come, as one change: a single account that is left for a moment has every
  /// right. What nobody can reach any more is deleted. The status of the first that cannot come.
  lac::status change_accounts(const std::vector<lac::short_server_id>& gone,
                              const std::vector<lac::short_server_id>& come,
                              std::vector<lac::path>& touched);

  /// The Client's own act: a new value of the sensor.
  std::vector<lac::path> measure(double temperature);

  /// What a Register tells: every Object Instance, as links.
  [[nodiscard]] std::string links() const;

 private:
  [[nodiscard]] bool is_kept(const lac::path& at) const;
  [[nodiscard]] bool values_fit(const incoming& asked) const;
  void apply(const incoming& asked, const lac::path& made);
  void reset(const lac::path& instance);
  void erase(const lac::path& instance);
  void run(const lac::path& executed);

  void collect(lac::requester who, const lac::path& at, records& into) const;
  void collect_managed(const lac::path& at, records& into) const;
  [[nodiscard]] records shown(lac::requester who, const incoming& asked) const;
  [[nodiscard]] std::string discovered(lac::requester who, const incoming& asked) const;
  [[nodiscard]] std::string link(const lac::path& at) const;

  policy policy_;
  policy staged_;  ///< what is changed together
  model model_;
  values values_{};
  std::map<lac::path, std::vector<std::string>, path_order> attributes_{};
};

/// Whether the operation changes something: it is for `perform`, the others are for `show`.
[[nodiscard]] bool is_change(lac::operation op);

/// Whether it is a list of paths that the operation works on.
[[nodiscard]] bool is_composite(lac::operation op);

}  // namespace client
