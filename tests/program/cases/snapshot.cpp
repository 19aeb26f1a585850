#include "commands.hpp"
#include "files.hpp"

#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/text.hpp>

#include <cstdint>
#include <fstream>
#include <iostream>
#include <memory>

namespace program {

int snapshot(const std::vector<std::string>& names) {
  const auto files = read_files({names[0]});
  if (!files) return wrong;
  const auto client = std::make_unique<device>();
  const text_file& file = files->front();
  const lac::text_mistake mistake =
      lac::parse_policy(file.text(), client->policy, client->model);
  if (!mistake.is_none()) {
    report(file, mistake);
    return wrong;
  }
  std::vector<std::uint8_t> bytes(lac::snapshot_size(client->policy));
  (void)lac::save(client->policy, bytes.data(), bytes.size());
  std::ofstream out{names[1], std::ios::binary};
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
  if (out.flush()) return all_hold;
  std::cerr << names[1] << ": cannot be written\n";
  return wrong;
}

int restore(const std::vector<std::string>& names) {
  const auto files = read_files(names);
  if (!files) return wrong;
  const auto client = std::make_unique<device>();
  const std::string& content = files->front().content;
  const std::vector<std::uint8_t> bytes(content.begin(), content.end());
  const lac::snapshot_status status = lac::restore(bytes, client->policy);
  if (status != lac::snapshot_status::done) {
    std::cerr << files->front().name << ": " << lac::sentence(status) << '\n';
    return wrong;
  }
  lac::print_policy(client->policy, [](char c) { std::cout << c; });
  return all_hold;
}

}  // namespace program
