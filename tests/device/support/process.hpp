#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

/// A program that runs beside the test, with what it writes. It ends with its object.
class process {
 public:
  explicit process(const std::vector<std::string>& command);
  ~process();
  process(const process&) = delete;
  process& operator=(const process&) = delete;

  /// Reads on until something it wrote holds `words`; false when it ends or is silent for so long.
  bool says(const std::string& words, std::chrono::milliseconds within = patience);

  /// The rest of the line in which it wrote `words` first; empty when it did not.
  [[nodiscard]] std::string behind(const std::string& words) const;

  /// Everything that it wrote so far, or has written when it is over.
  [[nodiscard]] const std::string& output() const { return output_; }
  [[nodiscard]] bool has_said(const std::string& words) const;

  /// Takes what it has written, without waiting, and keeps the last `kept` characters of all.
  void drain(std::size_t kept);

  void interrupt();
  void hang_up();

  /// Waits for its end: the exit code; 128 and the number of the signal; -1 when it goes on.
  int wait(std::chrono::milliseconds within = patience);

  static constexpr std::chrono::milliseconds patience{20000};

 private:
  /// Takes what is there to read within that time; false when there will be nothing more.
  bool read_more(std::chrono::milliseconds within);

  pid_t id_ = -1;
  int from_ = -1;
  std::string output_{};
};
