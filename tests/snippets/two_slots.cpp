// A policy kept in two slots of flash memory.
#include <lwm2m/access.hpp>
#include <lwm2m/access/snapshot.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace lac = lwm2m::access;

struct slot {
  std::uint32_t sequence = 0;
  std::size_t size = 0;
  std::uint8_t bytes[512] = {};
};

void flash_write(slot& into, std::uint32_t sequence, std::size_t size);
std::array<slot, 2> newest_first(const slot (&of)[2]);

void keep(lac::policy<8, 16>& policy, lac::policy<8, 16>& memory, slot (&slots)[2],
          std::uint32_t newest_sequence) {
  // snippet tests/examples/README.md 4
}
