#pragma once

#include <random>
#include <string>
#include <vector>

#include "support/reference.hpp"

/// Requests of a random kind, in the words of a case file: most of them about what is there.
class random_requests {
 public:
  random_requests(std::mt19937& random, const reference::world& about)
      : random_{random}, world_{about} {}

  /// One of this Server. What CoAP cannot tell apart from another operation is not made.
  std::string next(unsigned server);

 private:
  unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
  bool one_in(unsigned count) { return below(count) == 0; }
  template <class T>
  const T& any(const std::vector<T>& of) {
    return of[below(static_cast<unsigned>(of.size()))];
  }

  unsigned object();
  unsigned instance(unsigned object);
  unsigned resource(unsigned object);
  bool is_there(unsigned object, unsigned instance) const;
  std::string instance_path();
  std::string path();
  std::string managed_write();
  std::string create();
  std::string update();
  std::string resource_list(unsigned object);
  std::string paths();
  std::string write_composite();
  std::string plain(const std::string& operation);

  std::mt19937& random_;
  const reference::world& world_;
};
