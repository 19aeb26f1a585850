#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace program {

/// Where a command reads `-` from, writes what it found to, and tells what is wrong.
struct streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& errors;
  bool colours = false;  ///< `out` is a terminal that shows them
};

/// What the commands are asked, one struct each; options that are left out are as here.
struct check_options {
  std::vector<std::string> files{};
  bool json = false, sarif = false, strict = false;
};
struct matrix_options {
  std::string file{};
  bool resources = false, markdown = false, json = false, svg = false;
};
struct explain_options {
  std::string file{};
  std::vector<std::string> request{};
  bool json = false;
};
struct diff_options {
  std::vector<std::string> files{};  ///< OLD and NEW, or one with two editions
  std::vector<std::string> editions{};
  bool gains = false, json = false;
};
struct query_options {
  std::string file{};
  std::vector<std::string> words{};
  bool json = false;
};
struct decide_options {
  std::vector<std::string> files{};
  bool json = false, junit = false, strict = false;
};
struct format_options {
  std::vector<std::string> files{};
  bool write = false, check = false, diff = false, canonical = false;
};
struct convert_options {
  std::vector<std::string> files{};
  std::string from{}, to{}, edition{};
  std::vector<unsigned> servers{};
  std::vector<std::string> definitions{};  ///< DDF files and folders
};
struct coverage_options {
  std::vector<std::string> files{};
  bool json = false;
};
struct file_pair {
  std::string from{}, to{};
};

/// Each returns the exit code.
int check(const check_options& asked, streams& io);
int matrix(const matrix_options& asked, streams& io);
int explain(const explain_options& asked, streams& io);
int diff(const diff_options& asked, streams& io);
int query(const query_options& asked, streams& io);
int decide(const decide_options& asked, streams& io);
int format(const format_options& asked, streams& io);
int convert(const convert_options& asked, streams& io);
int coverage(const coverage_options& asked, streams& io);
int snapshot(const file_pair& asked, streams& io);
int restore(const file_pair& asked, streams& io);

/// The whole program: reads the arguments, runs the command.
int run(int count, const char* const* arguments, streams& io);

}  // namespace program
