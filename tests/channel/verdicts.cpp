// The same certificates, shown to every library: the same verdict.

#include <support/catch.hpp>

#include <iomanip>
#include <iostream>

#include "support/association.hpp"
#include "support/hostile.hpp"

using namespace dtls;

namespace {

struct verdict {
  bool complete = false;
  channel::refusals why{};
  std::string error{};
  bool is_allowed() const { return complete && why.empty(); }
};

/// OpenSSL presents the certificate; what it cannot read itself, GnuTLS does.
library presenter_of(const pki::issued& what) {
  const unsigned char* at = what.der.data();
  X509* read = d2i_X509(nullptr, &at, static_cast<long>(what.der.size()));
  const bool readable = read != nullptr && X509_get0_pubkey(read) != nullptr;
  X509_free(read);
  return readable ? library::openssl : library::gnutls;
}

channel::channel_policy rules() {
  auto all = association::policy();
  all.allow_other_suites = true;  // for the RSA rows: the key is to be the reason
  return all;
}

verdict show_to_server(const hostile::row& row, library acceptor) {
  association a{identity_kind::certificate, {0xC0AE}};
  a.client.lowest = a.server.lowest = true;
  association::present(a.client, row.certificate);
  a.shake(presenter_of(row.certificate), acceptor);
  return {a.server_end->done, a.at_server(rules()),
          a.client_end->error + " | " + a.server_end->error};
}

verdict show_to_client(const hostile::row& row, library acceptor) {
  const bool rsa = row.certificate.name == "RSA-1024";
  association a{identity_kind::certificate, {rsa ? std::uint16_t{0xC027} : std::uint16_t{0xC0AE}}};
  auto account = stated::x509_account();
  account.server_uri = channel::text{row.server_uri};
  if (!a.client_side.accounts.change(account).empty()) std::abort();
  a.client.lowest = a.server.lowest = true;
  association::present(a.server, row.certificate);
  a.shake(acceptor, presenter_of(row.certificate));
  return {a.client_end->done, a.at_client(rules()),
          a.client_end->error + " | " + a.server_end->error};
}

template <class Show>
void print_and_check(const char* title, const std::vector<hostile::row>& rows, Show show) {
  int handshakes = 0, complete = 0, refused_by_admission = 0;
  std::cout << title << "\n" << std::left << std::setw(34) << "certificate";
  for (const library one : libraries) std::cout << std::setw(10) << name_of(one);
  std::cout << "\n";
  for (const auto& row : rows) {
    std::cout << std::setw(34) << row.certificate.name;
    for (const library one : libraries) {
      CAPTURE(row.certificate.name, name_of(one));
      const verdict found = show(row, one);
      INFO("complete: " << found.complete << " " << found.why << " " << found.error);
      // wolfSSL takes no more than 128 names since 5.6.
      const bool too_many = one == library::wolfssl && !found.complete &&
                            row.certificate.name == "200 names before it";
      CHECK((found.is_allowed() == row.is_allowed || too_many));
      ++handshakes;
      complete += found.complete ? 1 : 0;
      refused_by_admission += found.complete && !found.why.empty() ? 1 : 0;
      std::cout << std::setw(10)
                << (found.is_allowed() ? "admitted"
                    : found.complete   ? "refused"
                                       : "-");
    }
    std::cout << "\n";
  }
  std::cout << "figure: " << title << ": " << rows.size() << " certificates, " << handshakes
            << " handshakes, " << complete << " complete, " << refused_by_admission
            << " of these refused by admission\n";
}

}  // namespace

TEST_CASE("the verdict on a Client's certificate is the same whatever the library",
          "[channel][I9][I19]") {
  print_and_check("certificates of a Client (-: refused by the library itself)",
                  hostile::client_rows(), show_to_server);
}

TEST_CASE("the verdict on a Server's certificate is the same whatever the library",
          "[channel][I10][I19]") {
  print_and_check("certificates of a Server (-: refused by the library itself)",
                  hostile::server_rows(), show_to_client);
}
