#include <botan/version.h>

#if BOTAN_VERSION_MAJOR >= 3
#include "botan_3.hpp"
#else
#include "botan_2.hpp"
#endif

namespace dtls {

namespace {

class botan_end final : public botan::end {
 public:
  explicit botan_end(const settings& with)
      : botan::end{with, with.context ? std::static_pointer_cast<botan::keys>(with.context)
                                      : std::make_shared<botan::keys>()} {
    load(random());
    make_channel();
  }

  void advance() override {
    try {
      while (!in.empty()) {
        const octets one = in.front();
        in.pop_front();
        channel_->received_data(one.data(), one.size());
      }
    } catch (const std::exception& what) {
      failed = true;
      error = what.what();
      return;
    }
    done = channel_->is_active();
    if (!done && channel_->is_closed()) failed = true;
  }

  void send(const octets& data) override { channel_->send(data.data(), data.size()); }
  session_id id() const override { return session_id{channel_.get()}; }
  told tell() override { return is_told() ? tell_of(adapter()) : told{}; }
  channel::refusals admit(channel::account_registry& accounts, const channel::channel_policy& rules,
                          asked_for what) override {
    if (!is_told()) return channel::refusal::not_established;
    return admit_as(adapter(), accounts, rules, what);
  }
  std::shared_ptr<void> context() override { return keys_; }
};

}  // namespace

const abilities of_botan{.raw_public_keys = false, .tls_1_3 = botan::has_tls_1_3};

std::unique_ptr<endpoint> make_botan(const settings& with) {
  return std::make_unique<botan_end>(with);
}

}  // namespace dtls
