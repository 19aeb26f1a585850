#include "program/cases/words.hpp"
#include "program/show/matrix.hpp"

#include <algorithm>
#include <string>

namespace program {

namespace {

constexpr int row_height = 26, letter_width = 20, cell_gap = 18, top = 92, left = 24;

/// Colours by role, in light and in dark; the picture asks which by itself.
constexpr const char* style = R"(<style>
  svg { --page: #fff; --ink: #1b1f24; --faint: #6a737d; --line: #d0d7de; --band: #f6f8fa;
        --R: #0b6bcb; --W: #b35900; --E: #7a3ec8; --D: #c0262d; --C: #1a7f37; }
  @media (prefers-color-scheme: dark) {
    svg { --page: #0d1117; --ink: #e6edf3; --faint: #8d96a0; --line: #30363d; --band: #161b22;
          --R: #58a6ff; --W: #f0a04b; --E: #bc8cff; --D: #ff7b72; --C: #56d364; } }
  text { font: 14px system-ui, sans-serif; fill: var(--ink); }
  .title { font-size: 20px; font-weight: 600; }
  .faint { fill: var(--faint); font-size: 12px; }
  .place { font-family: ui-monospace, monospace; }
  .mark { font: 600 13px ui-monospace, monospace; text-anchor: middle; fill: var(--page); }
  .idle { fill: none; stroke-dasharray: 3 2; stroke-width: 1.5; }
  .head { font-weight: 600; text-anchor: middle; }
</style>
)";

std::string escaped(const std::string& text) {
  std::string made;
  for (const char c : text) {
    if (c == '<')
      made += "&lt;";
    else if (c == '&')
      made += "&amp;";
    else if (c == '"')
      made += "&quot;";
    else
      made += c;
  }
  return made;
}

std::string number(int value) { return std::to_string(value); }

std::string text_at(int x, int y, const std::string& kind, const std::string& text) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" + kind + "\">" +
         escaped(text) + "</text>\n";
}

/// A right: a filled square that says its letter, or a dashed one where nothing supports it.
std::string letter_at(int x, int y, char letter, bool works) {
  const std::string colour = "var(--" + std::string(1, letter) + ')';
  std::string mark = "<rect x=\"" + number(x) + "\" y=\"" + number(y - 14) +
                     "\" width=\"18\" height=\"18\" rx=\"3\" ";
  mark += works ? "fill=\"" + colour + "\"/>" : "class=\"idle\" stroke=\"" + colour + "\"/>";
  mark += "<text x=\"" + number(x + 9) + "\" y=\"" + number(y) + "\" class=\"mark\"";
  if (!works) mark += " style=\"fill: " + colour + '"';
  return mark + '>' + std::string(1, letter) + "</text>\n";
}

constexpr char all_letters[] = {'R', 'W', 'E', 'D', 'C'};

int cell_width() { return 5 * letter_width + cell_gap; }

std::string standing_at(int x, int y, const standing& of) {
  const std::string granted = text_of(of.granted), working = text_of(of.working);
  std::string made;
  for (std::size_t k = 0; k < sizeof all_letters; ++k)
    if (granted.find(all_letters[k]) != std::string::npos)
      made += letter_at(x + static_cast<int>(k) * letter_width, y, all_letters[k],
                        working.find(all_letters[k]) != std::string::npos);
  if (of.manages)
    made += "<circle cx=\"" + number(x - 8) + "\" cy=\"" + number(y - 5) +
            "\" r=\"3.5\" fill=\"var(--ink)\"><title>Access Control Owner</title></circle>\n";
  return made;
}

std::string legend(int y) {
  constexpr const char* names[] = {"Read", "Write", "Execute", "Delete", "Create"};
  std::string made;
  int x = left;
  for (std::size_t k = 0; k < sizeof all_letters; ++k) {
    made += letter_at(x, y, all_letters[k], true) + text_at(x + 24, y, "", names[k]);
    x += 92;
  }
  made += letter_at(left, y + 28, 'E', false) +
          text_at(left + 24, y + 28, "", "granted, but nothing supports it");
  made += "<circle cx=\"" + number(left + 285) + "\" cy=\"" + number(y + 23) +
          "\" r=\"3.5\" fill=\"var(--ink)\"/>\n" +
          text_at(left + 297, y + 28, "", "Access Control Owner");
  return made;
}

}  // namespace

std::string matrix_svg(const rights_matrix& of, const std::string& title) {
  std::size_t longest = 8;
  for (const matrix_row& each : of.rows) longest = std::max(longest, text_of(each.at).size());
  const int first = left + 9 * static_cast<int>(longest) + 28;
  const int width =
      std::max(first + static_cast<int>(of.servers.size()) * cell_width() + left, 540);
  const int bottom = top + static_cast<int>(of.rows.size()) * row_height;
  const int height = bottom + 84;

  std::string made = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) +
                     ' ' + number(height) + "\" width=\"" + number(width) + "\" height=\"" +
                     number(height) + "\" role=\"img\">\n<title>" + escaped(title) + "</title>\n" +
                     style + "<rect width=\"100%\" height=\"100%\" fill=\"var(--page)\"/>\n" +
                     text_at(left, 38, "title", title);
  made += text_at(left, top - 14, "faint", "Server");
  for (std::size_t k = 0; k < of.servers.size(); ++k)
    made += text_at(first + static_cast<int>(k) * cell_width() + 49, top - 14, "head",
                    std::to_string(of.servers[k].value()));
  int y = top;
  for (const matrix_row& each : of.rows) {
    if ((y - top) / row_height % 2 == 0)
      made += "<rect x=\"12\" y=\"" + number(y) + "\" width=\"" + number(width - 24) +
              "\" height=\"" + number(row_height) + "\" rx=\"4\" fill=\"var(--band)\"/>\n";
    made += text_at(left, y + 18, each.exists ? "place" : "place faint", text_of(each.at));
    for (std::size_t k = 0; k < each.servers.size(); ++k)
      made += standing_at(first + static_cast<int>(k) * cell_width(), y + 18, each.servers[k]);
    y += row_height;
  }
  made += "<path d=\"M12 " + number(bottom + 12) + 'H' + number(width - 12) +
          "\" stroke=\"var(--line)\"/>\n";
  return made + legend(bottom + 40) + "</svg>\n";
}

}  // namespace program
