#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/enumeration.hpp>
#include <lwm2m/access/path.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// CoAP response codes that an access decision can answer with (RFC 7252, 12.1.2).
enum class coap : std::uint8_t {
  none = 0,  ///< there is nothing to answer: Notify and Send are the Client's own acts
  created = 0x41,
  deleted = 0x42,
  changed = 0x44,
  content = 0x45,
  bad_request = 0x80,
  unauthorized = 0x81,
  not_found = 0x84,
  method_not_allowed = 0x85,
  not_acceptable = 0x86,
  internal_server_error = 0xA0
};

/// What a Server asks for, or the Client is about to do for it (Notify, Send).
/// `write` replaces, `update` is the partial update.
enum class operation : std::uint8_t {
  read = 1,
  write,
  update,
  execute,
  create,
  delete_,
  discover,
  write_attributes,
  observe,
  cancel_observation,
  notify,
  send,
  read_composite,
  observe_composite,
  write_composite
};
[[nodiscard]] constexpr operation last_of(operation) noexcept { return operation::write_composite; }

/// The levels at which an operation applies, as a set.
class levels {
 public:
  template <class... Levels>
  constexpr explicit levels(Levels... each) noexcept
      : bits_{static_cast<std::uint8_t>((0U | ... | bit(each)))} {}

  [[nodiscard]] constexpr bool has(level at) const noexcept { return (bits_ & bit(at)) != 0; }

 private:
  static constexpr unsigned bit(level at) noexcept { return 1U << static_cast<unsigned>(at); }

  std::uint8_t bits_;
};

/// What an operation is, as a set of the traits below.
class operation_traits {
 public:
  constexpr explicit operation_traits(std::uint8_t bits = 0) noexcept : bits_{bits} {}

  /// Notify and Send are the Client's own acts: they are sent or not, and there is no answer.
  [[nodiscard]] constexpr bool is_own_act() const noexcept { return has(own_act); }
  /// Its answer, or the message itself, shows content of the device.
  [[nodiscard]] constexpr bool shows() const noexcept { return has(show); }
  /// It has a list of paths instead of a Uri-Path.
  [[nodiscard]] constexpr bool lists() const noexcept { return has(list); }
  /// Without a Uri-Path it has a list of paths: that of an Observe-Composite.
  [[nodiscard]] constexpr bool may_list() const noexcept { return has(list_without_path); }
  /// Checking its one path decides it: it is a valid operation without a list of paths, and no
  /// check concerns the request as a whole.
  [[nodiscard]] constexpr bool is_settled_by_path() const noexcept {
    return !has(list | list_without_path | make | undefined);
  }
  /// Its payload conveys what is written.
  [[nodiscard]] constexpr bool writes() const noexcept { return has(write); }
  /// Its payload makes an Object Instance.
  [[nodiscard]] constexpr bool makes_instance() const noexcept { return has(make); }

  friend constexpr operation_traits operator|(operation_traits a, operation_traits b) noexcept {
    return operation_traits{static_cast<std::uint8_t>(a.bits_ | b.bits_)};
  }

  static constexpr std::uint8_t own_act = 1, show = 2, list = 4, list_without_path = 8, write = 16,
                                make = 32, undefined = 64;

 private:
  [[nodiscard]] constexpr bool has(std::uint8_t one) const noexcept { return (bits_ & one) != 0; }

  std::uint8_t bits_;
};

/// The facts of one operation: a row of the table of section B, with the levels of C4 and K5.
struct alignas(4) operation_facts {
  operation op;
  operation_traits is;
  levels applies;            ///< C4; two editions add a level, see `edition`
  levels for_bootstrap;      ///< K1 to K5: where the Bootstrap interface has it
  access_rights needs;       ///< below an Object; on an Object only Create needs its right
  access_type supported_by;  ///< C7: the Access Type a Resource must have; empty: any
  coap success;              ///< `none` for the Client's own acts
};

namespace detail::operation_rows {

constexpr levels nowhere{};
constexpr levels object{level::object};
constexpr levels instance{level::object_instance};
constexpr levels resource{level::resource};
constexpr levels below{level::object_instance, level::resource, level::resource_instance};
constexpr levels all{level::object, level::object_instance, level::resource,
                     level::resource_instance};
constexpr levels whole{level::object, level::object_instance};
constexpr levels written{level::object, level::object_instance, level::resource};
constexpr levels deleted{level::root, level::object, level::object_instance};
constexpr levels discovered{level::root, level::object};

constexpr access_rights none{};
constexpr access_rights to_read = access_rights::of(right::read);
constexpr access_rights to_write = access_rights::of(right::write);
constexpr access_rights to_execute = access_rights::of(right::execute);
constexpr access_rights to_delete = access_rights::of(right::delete_);
constexpr access_rights to_create = access_rights::of(right::create);

constexpr access_type any{};
constexpr access_type readable = access_type::of(resource_operation::read);
constexpr access_type writable = access_type::of(resource_operation::write);
constexpr access_type executable = access_type::of(resource_operation::execute);

constexpr operation_traits unknown{operation_traits::undefined};
constexpr operation_traits plain{};
constexpr operation_traits act{operation_traits::own_act};
constexpr operation_traits shows{operation_traits::show};
constexpr operation_traits lists{operation_traits::list};
constexpr operation_traits may_list{operation_traits::list_without_path};
constexpr operation_traits writes{operation_traits::write};
constexpr operation_traits makes{operation_traits::make};
constexpr operation_traits notifies = act | shows | may_list;
constexpr operation_traits sends = act | shows | lists;
constexpr operation_traits reads_list = shows | lists;
constexpr operation_traits writes_list = writes | lists;
using op = operation;
using c = coap;

inline constexpr operation_facts table[] = {
    // clang-format off
    // operation              is           levels    Bootstrap   right       Type        success
    {{},                     unknown,     nowhere,  nowhere,    none,       any,        c::none},
    {op::read,               shows,       all,      whole,      to_read,    readable,   c::content},
    {op::write,              writes,      below,    written,    to_write,   writable,   c::changed},
    {op::update,             writes,      below,    nowhere,    to_write,   writable,   c::changed},
    {op::execute,            plain,       resource, nowhere,    to_execute, executable, c::changed},
    {op::create,             makes,       object,   nowhere,    to_create,  any,        c::created},
    {op::delete_,            plain,       instance, deleted,    to_delete,  any,        c::deleted},
    {op::discover,           shows,       all,      discovered, none,       any,        c::content},
    {op::write_attributes,   plain,       all,      nowhere,    to_read,    readable,   c::changed},
    {op::observe,            shows,       all,      nowhere,    to_read,    readable,   c::content},
    {op::cancel_observation, may_list,    all,      nowhere,    none,       any,        c::content},
    {op::notify,             notifies,    all,      nowhere,    to_read,    readable,   c::none},
    {op::send,               sends,       all,      nowhere,    to_read,    readable,   c::none},
    {op::read_composite,     reads_list,  all,      nowhere,    to_read,    readable,   c::content},
    {op::observe_composite,  reads_list,  all,      nowhere,    to_read,    readable,   c::content},
    {op::write_composite,    writes_list, below,    nowhere,    to_write,   writable,   c::changed},
    // clang-format on
};
static_assert(is_complete(table, &operation_facts::op));
}  // namespace detail::operation_rows

/// The facts of `op`; for an invalid `op` a row that applies at no level.
[[nodiscard]] constexpr const operation_facts& facts_of(operation op) noexcept {
  using namespace detail::operation_rows;
  const auto row = static_cast<unsigned>(op);
  if (row >= sizeof table / sizeof table[0]) [[unlikely]]
    return table[0];
  return table[row];
}

}  // namespace lwm2m::access::inline v0
