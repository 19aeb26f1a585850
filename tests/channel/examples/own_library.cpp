#include "stack.hpp"

// A library of one's own: here one that knows PSK only, and never resumes.
struct tiny_connection {
  bool is_complete = false, is_server = false;
  std::uint16_t suite = 0;
  unsigned char identity[32] = {};
  unsigned char identity_size = 0;
};

// README
class tiny_session {
 public:
  explicit tiny_session(const tiny_connection* c) noexcept : c_{c} {}
  channel::session_id id() const noexcept { return channel::session_id{c_}; }
  bool is_established() const noexcept { return c_ != nullptr && c_->is_complete; }
  std::uint16_t protocol() const noexcept { return 0xFEFD; }  // it has DTLS 1.2 only
  std::uint16_t cipher_suite() const noexcept { return c_->suite; }
  channel::dtls_role role() const noexcept {
    return c_->is_server ? channel::dtls_role::server : channel::dtls_role::client;
  }
  channel::identity peer() const noexcept { return c_->is_server ? psk() : channel::identity{}; }
  channel::identity local() const noexcept { return c_->is_server ? channel::identity{} : psk(); }
  channel::answer peer_verified() const noexcept { return channel::answer::yes; }  // the PSK did it
  channel::resumption resumed() const noexcept { return channel::resumption::full_handshake; }

 private:
  channel::identity psk() const noexcept {
    return {channel::identity_kind::psk, {c_->identity, c_->identity_size}};
  }
  const tiny_connection* c_;
};
static_assert(channel::dtls_session<tiny_session>);
// README

auto established(stack& self, connection& to, const tiny_connection& over) {
  return self.guard.admit(channel::bound{tiny_session{&over}, to.binding}, to.opened_for);
}
