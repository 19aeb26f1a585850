#pragma once

#include "workload.hpp"

#include <lwm2m/access/target_index.hpp>

#include <algorithm>
#include <vector>

/// A Server that knows the index and picks Object Instance IDs against it: of many candidates it
/// always creates the one whose look-up reads the most records, in an index that grows with its
/// choices. Knows of the index only what its callback tells: which records it looks at.
namespace adversary {

template <std::size_t N>
class index_reader {
 public:
  /// How many records a look-up of `key` reads.
  [[nodiscard]] std::size_t looks(std::uint32_t key) const {
    std::size_t read = 0;
    (void)index_.find(key, [&](std::size_t place) {
      read += keys_[place] == vacant ? 0U : 1U;
      return keys_[place];
    });
    return read;
  }

  bool add(std::uint32_t key) {
    keys_.push_back(key);
    const bool taken_in =
        index_.insert(keys_.size() - 1, lwm2m::access::places_up_to{keys_.size() - 1},
                      [&](std::size_t place) { return keys_[place]; });
    if (!taken_in) keys_.pop_back();
    return taken_in;
  }

 private:
  static constexpr std::uint32_t vacant = lwm2m::access::access_control_target{}.key();

  lwm2m::access::target_index<N> index_{};
  std::vector<std::uint32_t> keys_{vacant};
};

struct attack {
  std::vector<lwm2m::access::access_control_target> governed;  // picked, and taken in
  std::vector<lwm2m::access::access_control_target> asked;     // the worst to ask for
  std::size_t refused = 0;                                     // picked, and refused: no room
};

/// Fills a table of N with targets picked one by one out of `candidates` each; then the questions.
template <std::size_t N>
[[nodiscard]] attack pick(std::size_t candidates) {
  attack made;
  std::mt19937 draw{7};
  const auto index = std::make_unique<index_reader<N>>();
  const auto any = [&] {
    return lwm2m::access::access_control_target{lwm2m::access::object_id{3 + draw() % 60000},
                                                lwm2m::access::object_instance_id{draw() % 65535}};
  };
  const auto worst = [&](std::size_t of) {
    lwm2m::access::access_control_target found = any();
    for (std::size_t i = 1; i < of; ++i)
      if (const auto other = any(); index->looks(other.key()) > index->looks(found.key()))
        found = other;
    return found;
  };
  while (made.governed.size() < N && made.refused < 3) {
    const auto next = worst(candidates);
    if (!index->add(next.key()))
      ++made.refused;
    else
      made.governed.push_back(next);
  }
  for (std::size_t i = 0; i < 16; ++i) made.asked.push_back(worst(4 * candidates));
  std::vector<lwm2m::access::access_control_target> present = made.governed;
  std::sort(present.begin(), present.end(), [&](const auto& a, const auto& b) {
    return index->looks(a.key()) > index->looks(b.key());
  });
  present.resize(std::min<std::size_t>(present.size(), 16));
  made.asked.insert(made.asked.end(), present.begin(), present.end());
  return made;
}

}  // namespace adversary
