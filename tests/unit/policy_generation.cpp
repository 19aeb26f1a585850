// The generation of the ready-made policy: by it a decision knows that the policy has changed.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "unit/small_policy.hpp"

using namespace small_policy;

TEST_CASE("every change moves the generation on, and a decision knows it") {
  small policy = begin();
  const stack::objects objects;
  const lac::request asked{server(101), op::read, at(2, 0)};
  const lac::decision taken = lac::authorize(policy, objects, asked);
  CHECK(taken.generation() == policy.generation());
  CHECK(lac::still_valid(policy, taken));
  refuses(policy, status::server_doubled, [](small& to) { return to.add_account(server(101)); });
  CHECK(lac::still_valid(policy, taken));
  const small copy = policy;
  CHECK(lac::still_valid(copy, taken));
  does(policy, [](small& to) { return to.set_entry(n(0), entry(101, R)); });  // the same again
  CHECK_FALSE(lac::still_valid(policy, taken));
  CHECK_FALSE(lac::still_valid(policy, lac::decision{}));
}

TEST_CASE("a policy that is assigned over has another generation than both had") {
  for (int mine = 0; mine < 4; ++mine)
    for (int others = 0; others < 4; ++others)
      for (const bool becomes : {false, true}) {
        small made = begin(), other = begin();
        std::vector<std::uint32_t> had;
        const auto change = [&had](small& to, int times) {
          had.push_back(to.generation());
          for (; times > 0; --times) {
            CHECK(to.set_entry(n(0), entry(101, R)) == status::done);
            had.push_back(to.generation());
          }
        };
        change(made, mine);
        change(other, others);
        if (becomes)
          made.become(other);
        else
          made = other;
        CHECK(std::count(had.begin(), had.end(), made.generation()) == 0);
        CHECK(made == other);
      }
}

TEST_CASE("a policy that is assigned over stays apart, or not, as it was") {
  small usual = begin(), apart = begin();
  apart.set_apart();
  CHECK(usual.generation() < lac::first_generation_apart);
  CHECK(apart.generation() > lac::first_generation_apart);
  usual = apart;
  CHECK(usual.generation() < lac::first_generation_apart);
  apart = usual;
  CHECK(apart.generation() > lac::first_generation_apart);
  const small copy = apart;
  CHECK(copy.generation() == apart.generation());
}

TEST_CASE("no generation is 0, not even after as many changes as it can count") {
  small policy = begin();
  const auto bytes_now = [&] {
    std::array<unsigned char, sizeof(small)> bytes;
    std::memcpy(bytes.data(), &policy, sizeof policy);
    return bytes;
  };
  // Where the generation lies, shows a change that changes nothing else.
  const auto before = bytes_now();
  CHECK(policy.enable() == status::done);
  auto last = bytes_now();
  const auto changed = std::mismatch(before.begin(), before.end(), last.begin()).first;
  const auto word = (changed - before.begin()) / 4 * 4;
  for (const std::uint32_t apart : {0U, lac::first_generation_apart}) {
    const std::uint32_t most = apart + 0x7FFFFFFEU;
    std::memcpy(last.data() + word, &most, sizeof most);
    std::memcpy(static_cast<void*>(&policy), last.data(), sizeof policy);
    REQUIRE(policy.generation() == most + 1);
    CHECK(policy.enable() == status::done);
    CHECK(policy.generation() == apart + 1);
  }
}
