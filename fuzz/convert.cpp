// What other formats say, from anybody: a reader takes it or refuses it with a reason, and what is
// taken is a policy text or a mistake of one. The first octet chooses the format. A text of the
// program's own, with comments, is the same after it has been formatted.

#include "program/convert/formats.hpp"
#include "program/text/format.hpp"
#include "program/text/load.hpp"

#include <string>
#include <string_view>

#include "input.hpp"

namespace {

using fuzz::must;

void read(const program::format_row& format, const std::string& content) {
  program::device_data data;
  std::string trouble;
  if (!format.read(content, data, trouble)) return must(!trouble.empty(), "a refusal has a reason");
  const program::loaded_text text =
      program::load({"made", program::policy_text_of(data, "1.1", {})});
  must(text.documents.size() == 1 || !text.mistakes.empty(), "it is a policy, or has a mistake");
  for (const program::mistake& each : text.mistakes)
    must(each.offset + each.length <= text.file.content.size(), "a mistake lies in the text");
  if (text.documents.empty()) return;
  for (const program::format_row& other : program::all_formats())
    must(!other.write(*text.documents.front().client).empty() || other.name == "tlv",
         "a policy is written in every format");
}

void format(const std::string& content) {
  const std::string once = program::formatted_text(content);
  must(program::formatted_text(once) == once, "what is formatted stays");
  const program::loaded_text text = program::load({"text", content});
  if (!text.mistakes.empty())
    must(!program::report_of(text).empty(), "a mistake is told");
  else
    must(program::load({"text", once}).mistakes.empty(), "what is formatted can be read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string content{reinterpret_cast<const char*>(data) + 1, size - 1};
  const auto& formats = program::all_formats();
  const std::size_t choice = data[0] % formats.size();
  if (formats[choice].read != nullptr)
    read(formats[choice], content);
  else
    format(content);
  return 0;
}
