#include "live_device.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

std::string test_file(const std::string& name) {
  return std::string{LWM2M_ACCESS_DEVICE_TESTS} + '/' + name;
}

std::string content_of(const std::string& name) {
  std::ifstream file{name, std::ios::binary};
  if (!file) throw std::runtime_error{name + ": cannot be read"};
  return {std::istreambuf_iterator<char>{file}, {}};
}

scratch_file::scratch_file(const std::string& content)
    : name_{(std::filesystem::temp_directory_path() / "lwm2m-device-XXXXXX").string()} {
  const int opened = mkstemp(name_.data());
  if (opened < 0) throw std::runtime_error{"no scratch file"};
  close(opened);
  write(content);
}

void scratch_file::write(const std::string& content) const { std::ofstream{name_} << content; }

scratch_file::~scratch_file() { std::filesystem::remove(name_); }

std::string psk_line(const credentials& of, const std::string& uri) {
  static const char digits[] = "0123456789abcdef";
  std::string line = std::to_string(of.server) + " psk " + uri + ' ' + of.identity + ' ';
  for (const char each : of.key) {
    line += digits[static_cast<unsigned char>(each) >> 4];
    line += digits[static_cast<unsigned char>(each) & 15];
  }
  return line + '\n';
}

namespace {

std::vector<std::string> command(const std::string& library, const std::string& policy_file,
                                 const std::string& servers_file,
                                 const std::vector<std::string>& options) {
  std::vector<std::string> words{std::string{LWM2M_ACCESS_DEVICE} + '-' + library, policy_file,
                                 servers_file, "--sensor-period", "0"};
  words.insert(words.end(), options.begin(), options.end());
  return words;
}

}  // namespace

live_device::live_device(const std::string& library, const std::string& policy_file,
                         const std::string& servers_file, const std::vector<std::string>& options)
    : process{command(library, policy_file, servers_file, options)} {}

listening_device::listening_device(const std::string& library, const std::string& policy)
    : policy_{policy},
      servers_{psk_line(server_101) + psk_line(server_102)},
      device_{library, policy_.name(), servers_.name(), {"--listen", free_uri}} {
  if (!device_.says("listening on ") || !device_.says("\n"))
    throw std::runtime_error{"the device does not listen: " + device_.output()};
  uri_ = device_.behind("listening on ");
}
