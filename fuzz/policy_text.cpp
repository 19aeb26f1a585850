// Policy text from anybody: what is read and printed is read again as the same; a mistake lies
// within the text, and nothing is half taken.

#include <lwm2m/access/text.hpp>
#include <lwm2m/access/text/case_file.hpp>

#include <string>
#include <string_view>

#include "input.hpp"

namespace {

namespace lac = lwm2m::access;
using fuzz::must;

using policy = lac::policy<16, 64, 12>;
using model = lac::object_model<8, 16, 40, 32>;

struct device {
  policy granted{lac::editions::draft};
  model objects{};
};

std::string printed(const device& from) {
  std::string text;
  lac::print_policy(from.granted, from.objects, [&](char c) { text += c; });
  return text;
}

void lies_within(const lac::text_mistake& mistake, std::string_view text) {
  must(mistake.found().begin() >= text.data(), "a mistake begins in the text");
  must(mistake.found().end() <= text.data() + text.size(), "a mistake ends in the text");
  std::size_t line = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (unsigned k = 1; k < mistake.line(); ++k) line = text.find('\n', line) + 1;
  must(text.data() + line + mistake.column() - 1 == mistake.found().begin(),
       "line and column are those of the mistake");
}

void parse(std::string_view text) {
  device read;
  device staged;
  const lac::text_mistake mistake =
      lac::parse_policy(text, read.granted, read.objects, staged.granted, staged.objects);
  if (!mistake.is_none()) {
    must(read.granted == device{}.granted && read.granted.generation() == 1 &&
             read.objects == model{},
         "a mistake changes nothing");
    return lies_within(mistake, text);
  }
  const std::string canonical = printed(read);
  device again;
  must(lac::parse_policy(canonical, again.granted, again.objects).is_none(),
       "what was printed can be read");
  must(again.granted == read.granted && again.objects == read.objects,
       "what was printed is what was read");
  must(printed(again) == canonical, "what was printed is canonical");
}

void read_cases(std::string_view text) {
  device into;
  lac::case_reader cases{lac::view<char>{text}, into.granted, into.objects};
  auto found = cases.next();
  for (; found != lac::case_statement::mistake && found != lac::case_statement::end;
       found = cases.next()) {
    const lac::view<char> statement = cases.statement();
    must(statement.begin() >= text.data() && statement.end() <= text.data() + text.size(),
         "a statement lies in the text");
  }
  must((found == lac::case_statement::mistake) == !cases.mistake().is_none(),
       "a case file ends, or has a mistake");
  if (found == lac::case_statement::mistake) lies_within(cases.mistake(), text);
  must(cases.next() == found, "after the end there is nothing more");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  parse(text);
  read_cases(text);
  return 0;
}
