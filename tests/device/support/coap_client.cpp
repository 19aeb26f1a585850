#include "coap_client.hpp"

namespace {

constexpr const char* seconds_to_wait = "5";

/// How coap-client wants a text: what is no plain character is written `%XX`.
std::string escaped(const std::string& text) {
  static const char digits[] = "0123456789ABCDEF";
  std::string all;
  for (const char each : text) {
    const auto code = static_cast<unsigned char>(each);
    if (each != '%' && code >= 32 && code < 127)
      all += each;
    else
      ((all += '%') += digits[code >> 4]) += digits[code & 15];
  }
  return all;
}

}  // namespace

std::vector<std::string> coap_client(const std::string& library, const std::string& uri,
                                     const credentials& who, const coap_request& asked,
                                     const std::vector<std::string>& further) {
  std::vector<std::string> words{"coap-client-" + library, "-u", who.identity, "-k", who.key, "-B",
                                 seconds_to_wait,          "-m", asked.method};
  const auto add = [&](const std::string& option, const std::string& word) {
    words.push_back(option);
    words.push_back(word);
  };
  if (asked.content_format) add("-t", std::to_string(*asked.content_format));
  if (asked.accept) add("-A", std::to_string(*asked.accept));
  if (asked.observe) add("-O", *asked.observe == 0 ? "6,0x00" : "6,0x01");
  if (!asked.payload.empty()) add("-e", escaped(asked.payload));
  words.insert(words.end(), further.begin(), further.end());
  words.push_back(uri + asked.path + (asked.query.empty() ? "" : '?' + asked.query));
  return words;
}

coap_answer ask_with_coap_client(const std::string& library, const std::string& uri,
                                 const credentials& who, const coap_request& asked) {
  const scratch_file payload{""};
  process client{coap_client(library, uri, who, asked, {"-v", "6", "-o", payload.name()})};
  (void)client.wait();
  coap_answer answer;
  answer.log = client.output();
  const std::size_t at = answer.log.rfind(" c:");
  if (at != std::string::npos && answer.log[at + 4] == '.')
    answer.code = answer.log.substr(at + 3, 4);
  answer.payload = content_of(payload.name());
  return answer;
}
