#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace {

using clock_type = std::chrono::steady_clock;
using std::chrono::milliseconds;

milliseconds rest_of(clock_type::time_point last) {
  return std::max(milliseconds{0},
                  std::chrono::duration_cast<milliseconds>(last - clock_type::now()));
}

}  // namespace

process::process(const std::vector<std::string>& command) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
  std::vector<char*> words;
  for (const std::string& each : command) words.push_back(const_cast<char*>(each.c_str()));
  words.push_back(nullptr);
  id_ = fork();
  if (id_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    execvp(words[0], words.data());
    _exit(127);
  }
  close(ends[1]);
  from_ = ends[0];
  if (id_ < 0) throw std::runtime_error{"no process"};
}

process::~process() {
  if (id_ > 0) {
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
  }
  close(from_);
}

bool process::read_more(milliseconds within) {
  pollfd waits{from_, POLLIN, 0};
  if (poll(&waits, 1, static_cast<int>(within.count())) <= 0) return true;
  char room[4096];
  const ssize_t size = read(from_, room, sizeof room);
  if (size > 0) output_.append(room, static_cast<std::size_t>(size));
  return size > 0;
}

bool process::has_said(const std::string& words) const {
  return output_.find(words) != std::string::npos;
}

bool process::says(const std::string& words, milliseconds within) {
  const auto last = clock_type::now() + within;
  while (!has_said(words) && clock_type::now() < last)
    if (!read_more(rest_of(last))) break;
  return has_said(words);
}

void process::drain(std::size_t kept) {
  pollfd waits{from_, POLLIN, 0};
  while (poll(&waits, 1, 0) > 0 && read_more(milliseconds{0})) {
  }
  if (output_.size() > 2 * kept) output_.erase(0, output_.size() - kept);
}

std::string process::behind(const std::string& words) const {
  const std::size_t begin = output_.find(words);
  if (begin == std::string::npos) return {};
  const std::size_t from = begin + words.size();
  return output_.substr(from, output_.find('\n', from) - from);
}

void process::interrupt() { kill(id_, SIGINT); }
void process::hang_up() { kill(id_, SIGHUP); }

int process::wait(milliseconds within) {
  const auto last = clock_type::now() + within;
  while (clock_type::now() < last && read_more(rest_of(last))) {
  }
  int status = 0;
  pid_t ended = 0;
  while ((ended = waitpid(id_, &status, WNOHANG)) == 0 && clock_type::now() < last) usleep(1000);
  if (ended != id_) return -1;
  id_ = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
