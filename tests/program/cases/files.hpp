#pragma once

#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/text/case_file.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace program {

namespace lac = lwm2m::access;

/// What a text of the program may declare at most.
using policy = lac::policy<1024, 16384, 256>;
using model = lac::object_model<512, 4096, 16384, 16384>;
using case_reader = lac::case_reader<policy, model>;

/// A client: its policy and its objects.
struct device {
  program::policy policy;
  program::model model;
};

/// Exit codes of the program: nothing to tell; something was found that the command looks for (a
/// difference, a finding, a gain); a text, a file or an option is wrong.
enum exit_code : int { all_hold = 0, some_differ = 1, wrong = 2 };

struct text_file {
  std::string name;
  std::string content;
  std::size_t lines_before = 0;  ///< of another file, put in front: they are not counted

  [[nodiscard]] lac::view<char> text() const { return {content.data(), content.size()}; }
};

/// The file of that name, or standard input for `-`, without a byte order mark. One that cannot be
/// read is reported.
[[nodiscard]] std::optional<text_file> read_file(const std::string& name, std::istream& input,
                                                 std::ostream& errors);

/// The files of those names, of which `-` is standard input. What cannot be read is reported: then
/// there are none.
[[nodiscard]] std::optional<std::vector<text_file>> read_files(
    const std::vector<std::string>& names);

/// Says where a file is wrong, what was expected and what was found, and shows the place.
void report(const text_file& file, const lac::text_mistake& mistake);

/// Whether every file is right as a case file; reports the first mistake of each that is not.
[[nodiscard]] bool are_right(const std::vector<text_file>& files);

}  // namespace program
