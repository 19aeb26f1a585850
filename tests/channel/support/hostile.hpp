#pragma once

// Certificates of a Client and of a Server as they should be, and as they should not be.

#include <string>
#include <vector>

#include "pki.hpp"

namespace hostile {

struct row {
  pki::issued certificate;
  bool is_allowed = false;
  std::string server_uri;  // a Server's certificate: the host that is asked for
};

/// What a Client presents to a Server that knows it by its Endpoint Name.
const std::vector<row>& client_rows();

/// What a Server presents to a Client that asked for `server_uri`.
const std::vector<row>& server_rows();

}  // namespace hostile
