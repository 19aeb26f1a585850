#pragma once

#include <string>
#include <vector>

#include "process.hpp"

/// The two Servers of the tests: their PSK identities and keys.
struct credentials {
  unsigned server;
  std::string identity;
  std::string key;
};
inline const credentials server_101{101, "server-101", "secret of 101..."};
inline const credentials server_102{102, "server-102", "secret of 102..."};

/// The DTLS libraries that the device, and the client, is built with.
inline const std::vector<std::string> libraries{"openssl", "gnutls"};

/// The devices: each is lwm2m-device-NAME. Those in C do what a device does to which Servers come
/// with a PSK; the tests of what they do go over all.
inline const std::vector<std::string> devices{"openssl", "gnutls", "c-openssl", "c-gnutls"};

/// Where to listen: on a free port, and not on 127.0.0.1, which clients send from. On the same
/// address a client can be given the port that it sends to, and then talks to itself.
inline const std::string free_uri = "coaps://127.0.0.2:0";

/// A file of the tests, by its path from their folder.
std::string test_file(const std::string& name);

/// The content of a file, which must be there.
std::string content_of(const std::string& name);

/// A file that is there as long as its object.
class scratch_file {
 public:
  explicit scratch_file(const std::string& content);
  ~scratch_file();
  scratch_file(const scratch_file&) = delete;
  scratch_file& operator=(const scratch_file&) = delete;
  void write(const std::string& content) const;
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
};

/// A line of the device's list of Servers.
std::string psk_line(const credentials& of, const std::string& uri = "-");

/// The device, running.
class live_device : public process {
 public:
  live_device(const std::string& library, const std::string& policy_file,
              const std::string& servers_file, const std::vector<std::string>& options = {});
};

/// One that listens on a free port for the two Servers, and begins with the policy of a text.
class listening_device {
 public:
  listening_device(const std::string& library, const std::string& policy);

  [[nodiscard]] process& running() { return device_; }
  [[nodiscard]] const std::string& uri() const { return uri_; }

 private:
  scratch_file policy_;
  scratch_file servers_;
  live_device device_;
  std::string uri_;
};
