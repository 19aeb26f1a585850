#pragma once

#include <lwm2m/access/access_bits.hpp>
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

/// How an operation names what it works on.
enum class addressing : std::uint8_t {
  undefined = 0,   ///< the value is no operation
  one_path,        ///< a Uri-Path, in which lies what a payload names (C9)
  observed,        ///< the path of an Observe, or without one a list of paths (H2, H3)
  new_instance,    ///< a Uri-Path, and the payload makes an instance in it (D7, D8)
  composite_read,  ///< a list of paths, of which those stay that can be read (E1, E3)
  composite_write  ///< a list of paths, all or nothing (E2)
};

/// What the Bootstrap interface may do with an operation (A9).
enum class bootstrap_use : std::uint8_t {
  refused,
  performed,       ///< without C1, C2, C5, C7, F1, F2 and F5
  on_some_objects  ///< on those that the edition names, without C1, C2 and C5
};

/// The facts of one operation: a row of the table of section B, with the levels of C4.
struct alignas(4) operation_facts {
  operation op;
  addressing by;
  levels applies;               ///< C4; two editions add a level, see `edition`
  bootstrap_use for_bootstrap;  ///< A9
  access_rights needs;          ///< below an Object; on an Object only Create needs its right
  access_type supported_by;     ///< C7: the Access Type a Resource must have; empty: any
  coap success;                 ///< none: the Client's own act, which answers nothing

  /// Write, partial update or Write-Composite.
  [[nodiscard]] constexpr bool writes() const noexcept {
    return supported_by == access_type::of(resource_operation::write);
  }

  /// Whether a list of paths stands in place of a Uri-Path.
  [[nodiscard]] constexpr bool lists_paths() const noexcept {
    return by >= addressing::composite_read;
  }
};

namespace detail::operation_rows {

constexpr levels object{level::object};
constexpr levels instance{level::object_instance};
constexpr levels resource{level::resource};
constexpr levels below{level::object_instance, level::resource, level::resource_instance};
constexpr levels all{level::object, level::object_instance, level::resource,
                     level::resource_instance};

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

constexpr auto one = addressing::one_path;
constexpr auto made = addressing::new_instance;
constexpr auto seen = addressing::observed;
constexpr auto some = addressing::composite_read;
constexpr auto each = addressing::composite_write;

constexpr auto no = bootstrap_use::refused;
constexpr auto yes = bootstrap_use::performed;
constexpr auto if_named = bootstrap_use::on_some_objects;
using op = operation;

inline constexpr operation_facts table[] = {
    // clang-format off
    // operation                   levels    bootstrap right       Type        success
    {{},                     {},   levels{}, no,       none,       any,        coap::none},
    {op::read,               one,  all,      if_named, to_read,    readable,   coap::content},
    {op::write,              one,  below,    yes,      to_write,   writable,   coap::changed},
    {op::update,             one,  below,    yes,      to_write,   writable,   coap::changed},
    {op::execute,            one,  resource, no,       to_execute, executable, coap::changed},
    {op::create,             made, object,   no,       to_create,  any,        coap::created},
    {op::delete_,            one,  instance, yes,      to_delete,  any,        coap::deleted},
    {op::discover,           one,  all,      yes,      none,       any,        coap::content},
    {op::write_attributes,   one,  all,      no,       to_read,    readable,   coap::changed},
    {op::observe,            one,  all,      no,       to_read,    readable,   coap::content},
    {op::cancel_observation, one,  all,      no,       none,       any,        coap::content},
    {op::notify,             seen, all,      no,       to_read,    readable,   coap::none},
    {op::send,               some, all,      no,       to_read,    readable,   coap::none},
    {op::read_composite,     some, all,      no,       to_read,    readable,   coap::content},
    {op::observe_composite,  some, all,      no,       to_read,    readable,   coap::content},
    {op::write_composite,    each, below,    no,       to_write,   writable,   coap::changed},
    // clang-format on
};
}  // namespace detail::operation_rows

/// The facts of `op`; those of no operation (undefined, at no level) when `op` is none.
[[nodiscard]] constexpr const operation_facts& facts_of(operation op) noexcept {
  using namespace detail::operation_rows;
  const auto row = static_cast<unsigned>(op);
  if (row >= sizeof table / sizeof table[0]) [[unlikely]]
    return table[0];
  return table[row];
}

}  // namespace lwm2m::access::inline v0
