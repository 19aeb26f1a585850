#include "snapshot.hpp"

#include "names.hpp"

#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/text/print.hpp>

#include <cstdint>
#include <fstream>
#include <memory>
#include <ostream>
#include <vector>

namespace program {

int write_snapshot(const text_file& from, const std::string& to, std::ostream& errors) {
  const auto client = std::make_unique<device>();
  const name_table names{from.content};
  const auto reader =
      std::make_unique<case_reader>(from.text(), client->policy, client->model, names.look_up());
  const lac::case_statement first = reader->next();
  if (first == lac::case_statement::document && reader->next() != lac::case_statement::end) {
    errors << from.name << ": holds more than one policy\n";
    return wrong;
  }
  std::vector<std::uint8_t> bytes(lac::snapshot_size(client->policy));
  (void)lac::save(client->policy, bytes.data(), bytes.size());
  std::ofstream out{to, std::ios::binary};
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
  if (out.flush()) return all_hold;
  errors << to << ": cannot be written\n";
  return wrong;
}

int print_snapshot(const text_file& from, std::ostream& out, std::ostream& errors) {
  const auto client = std::make_unique<device>();
  const std::vector<std::uint8_t> bytes(from.content.begin(), from.content.end());
  const auto memory = std::make_unique<policy>();
  const lac::snapshot_status status = lac::restore(bytes, client->policy, *memory);
  if (status != lac::snapshot_status::done) {
    errors << from.name << ": " << lac::sentence(status) << '\n';
    return wrong;
  }
  lac::print_policy(client->policy, [&](char c) { out << c; });
  return all_hold;
}

}  // namespace program
