#pragma once

#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>

#include <cstddef>
#include <cstdint>

/// Optional: which LwM2M operation a CoAP request is, by the mapping tables of LwM2M 1.0 (8.2.3 to
/// 8.2.5), 1.1 and 1.2 (Transport, 6.4) over RFC 7252, RFC 7641 and RFC 8132.
///
/// It covers what is sent over CoAP on UDP, DTLS, SMS and Non-IP. The CoAP of a TCP or TLS binding
/// has the same methods and options and is covered too, its signalling codes (7.01 to 7.05) are
/// not. The MQTT and HTTP bindings of 1.2 name the operation in their messages and need no mapping.
/// A gateway's prefix and an alternate path (`/lwm2m/...`) are taken off before. Registration,
/// Bootstrap-Request and Bootstrap-Pack-Request are the Client's own and not subject to access
/// control.
namespace lwm2m::access::inline v0 {

/// Method codes (RFC 7252, 12.1.1; RFC 8132): the code of the message, 0.01 to 0.07.
enum class coap_method : std::uint8_t { get = 1, post, put, delete_, fetch, patch, ipatch };

/// The Observe option of a request, in the words of RFC 7641. It is elective: a value above 1 is
/// ignored.
enum class coap_observe : std::uint8_t { absent = 1, register_, deregister };

/// The kind of payload that a request has.
enum class coap_payload : std::uint8_t {
  none = 1,   ///< neither a payload nor a Content-Format
  one_value,  ///< one value: without a Content-Format, or plain text, opaque or CBOR
  records     ///< values with names: TLV, SenML, and any other Content-Format
};

/// Who sent it.
enum class coap_sender : std::uint8_t { server = 1, bootstrap_server, client };

/// Numbers of the Content-Formats that the mapping tells apart.
namespace content_formats {
inline constexpr std::uint16_t plain_text = 0, link_format = 40, opaque = 42, cbor = 60;
}

/// The path of the Uri-Path options: `add` each of them in their order. Without any option it is
/// `/`.
class coap_uri {
 public:
  enum class name : std::uint8_t { numbers, bs, dp, other };

  constexpr coap_uri() noexcept = default;
  constexpr coap_uri(const path& numbers, name what = name::numbers) noexcept
      : path_{numbers}, name_{what} {}

  constexpr void add(const char* segment, std::size_t size) noexcept {
    const bool is_first = name_ == name::numbers && path_ == path::root();
    path_ = path_.child(segment, size);
    if (!path_.is_none()) return;
    const bool is_word = is_first && size == 2;
    name_ = is_word && segment[0] == 'b' && segment[1] == 's'   ? name::bs
            : is_word && segment[0] == 'd' && segment[1] == 'p' ? name::dp
                                                                : name::other;
  }

  /// The path; invalid unless it consists of at most four numbers.
  [[nodiscard]] constexpr const path& numbers() const noexcept { return path_; }
  [[nodiscard]] constexpr name what() const noexcept { return name_; }

 private:
  path path_ = path::root();
  name name_ = name::numbers;
};

/// A CoAP request, as far as the mapping looks at it.
struct coap_request {
  coap_sender from{};
  coap_method method{};
  coap_uri uri{};
  coap_observe observe = coap_observe::absent;
  bool accepts_links = false;  ///< Accept is application/link-format (40)
  bool has_query = false;      ///< a Uri-Query option is there
  coap_payload payload = coap_payload::none;

  /// Whether the Object Instance of the Uri-Path is there: asked in `draft` alone, where a POST
  /// creates one that is not (D5).
  bool instance_exists = true;
};

/// The payload of a message: `format` is its Content-Format, or below 0 without one.
[[nodiscard]] constexpr coap_payload coap_payload_of(std::int32_t format,
                                                     std::size_t size) noexcept {
  using namespace content_formats;
  if (format < 0) return size == 0 ? coap_payload::none : coap_payload::one_value;
  const bool is_one = format == plain_text || format == opaque || format == cbor;
  return is_one ? coap_payload::one_value : coap_payload::records;
}

/// The value of an Observe option; below 0 without one.
[[nodiscard]] constexpr coap_observe coap_observe_of(std::int32_t value) noexcept {
  if (value < 0 || value > 1) return coap_observe::absent;
  return value == 0 ? coap_observe::register_ : coap_observe::deregister;
}

/// What a CoAP request is. Default: no operation.
enum class coap_meaning : std::uint8_t { no_operation = 0, operation, bootstrap_finish };

struct coap_operation {
  coap_meaning meaning{};
  operation op{};  ///< for `meaning::operation`
  path target{};   ///< no path where the payload lists the paths: composites, Send

  /// The answer to a request that is no operation: 4.04 for a path outside LwM2M (another part of
  /// the device may serve it), 4.05 for a method that has no meaning on the path, 4.00 for options
  /// that do not fit.
  coap code = coap::none;

  [[nodiscard]] constexpr explicit operator bool() const noexcept {
    return meaning != coap_meaning::no_operation;
  }
  friend constexpr bool operator==(const coap_operation& a,
                                   const coap_operation& b) noexcept = default;
};

namespace detail::coap_rows {

/// Some values of an enumeration, or of `false` and `true`, all below 8.
struct any_of {
  std::uint8_t bits;

  template <class... Values>
  constexpr any_of(Values... each) noexcept
      : bits{static_cast<std::uint8_t>((0U | ... | (1U << static_cast<unsigned>(each))))} {}
  template <class Value>
  [[nodiscard]] constexpr bool has(Value one) const noexcept {
    const auto number = static_cast<unsigned>(one);
    return number < 8 && (bits >> number & 1U) != 0;
  }
};

constexpr any_of any{0, 1, 2, 3, 4, 5, 6, 7};
constexpr any_of no{false}, yes{true};
constexpr any_of absent{coap_observe::absent}, begin{coap_observe::register_},
    end{coap_observe::deregister};
constexpr any_of empty{coap_payload::none}, records{coap_payload::records};
constexpr any_of one_value{coap_payload::none, coap_payload::one_value};
constexpr any_of draft{edition_name::draft}, v1_2{edition_name::v1_2};
constexpr any_of to_1_1{edition_name::draft, edition_name::v1_0, edition_name::v1_1};

/// Who sends it, to which Uri-Path.
struct place {
  any_of from;
  coap_uri::name uri;
  any_of levels;  ///< of a path of numbers
};
constexpr any_of servers{coap_sender::server, coap_sender::bootstrap_server};
constexpr place on(any_of levels) noexcept { return {servers, coap_uri::name::numbers, levels}; }

constexpr place anywhere = on(any), root = on(level::root);
constexpr place object = on({level::root, level::object});
constexpr place instance = on(level::object_instance), resource = on(level::resource);
constexpr place resource_instance = on(level::resource_instance);
constexpr place bs{coap_sender::bootstrap_server, coap_uri::name::bs, any};
constexpr place dp{coap_sender::client, coap_uri::name::dp, any};

constexpr auto get = coap_method::get, post = coap_method::post, put = coap_method::put;
constexpr auto remove = coap_method::delete_;
constexpr auto fetch = coap_method::fetch, ipatch = coap_method::ipatch;
using enum operation;

/// A row of the table: which requests are that operation. The first row that matches counts.
struct row {
  operation op;  ///< none: Bootstrap-Finish
  coap_method method;
  place at;
  any_of observe;
  any_of links;  ///< application/link-format is accepted
  any_of query;
  any_of payload;
  any_of editions;
  any_of exists;  ///< the Object Instance is there
};

/// At which levels an operation applies is not said here: C4 answers that. A GET with Accept 40 is
/// a Discover whatever its Observe says, which is elective. 1.2 has a depth in the query of a
/// Discover and attributes in that of an Observe, which its Cancel Observation then has as well;
/// elsewhere the texts define no query. A POST on a Resource is an Execute; in 1.2 one that conveys
/// records updates a multiple Resource.
inline constexpr row table[] = {
    // clang-format off
    // operation        method  at                 observe link query payload in     exists
    {discover,           get,    anywhere,          any,    yes, no,  any,       any,    any},
    {discover,           get,    anywhere,          any,    yes, yes, any,       v1_2,   any},
    {observe,            get,    anywhere,          begin,  no,  no,  any,       any,    any},
    {observe,            get,    anywhere,          begin,  no,  yes, any,       v1_2,   any},
    {cancel_observation, get,    anywhere,          end,    no,  no,  any,       any,    any},
    {cancel_observation, get,    anywhere,          end,    no,  yes, any,       v1_2,   any},
    {read,               get,    anywhere,          absent, no,  no,  any,       any,    any},
    {write,              put,    anywhere,          any,    any, no,  any,       any,    any},
    {write_attributes,   put,    anywhere,          any,    any, yes, empty,     any,    any},
    {create,             post,   object,            any,    any, no,  any,       any,    any},
    {create,             post,   instance,          any,    any, no,  any,       draft,  no},
    {update,             post,   instance,          any,    any, no,  any,       any,    any},
    {update,             post,   resource,          any,    any, no,  records,   v1_2,   any},
    {execute,            post,   resource,          any,    any, no,  one_value, v1_2,   any},
    {execute,            post,   resource,          any,    any, no,  any,       to_1_1, any},
    {execute,            post,   resource_instance, any,    any, no,  any,       any,    any},
    {delete_,            remove, anywhere,          any,    any, no,  any,       any,    any},
    {read_composite,     fetch,  root,              absent, any, no,  any,       any,    any},
    {observe_composite,  fetch,  root,              begin,  any, no,  any,       any,    any},
    {observe_composite,  fetch,  root,              begin,  any, yes, any,       v1_2,   any},
    {cancel_observation, fetch,  root,              end,    any, no,  any,       any,    any},
    {cancel_observation, fetch,  root,              end,    any, yes, any,       v1_2,   any},
    {write_composite,    ipatch, root,              any,    any, no,  any,       any,    any},
    {{},                 post,   bs,                any,    any, no,  any,       any,    any},
    {send,               post,   dp,                any,    any, no,  any,       any,    any},
    // clang-format on
};

/// `has_use`: sender, path and method are those of the row. `is_operation`: so are the other
/// columns.
constexpr bool has_use(const row& of, const coap_request& asked) noexcept {
  return of.method == asked.method && of.at.from.has(asked.from) && of.at.uri == asked.uri.what() &&
         (of.at.uri != coap_uri::name::numbers || of.at.levels.has(asked.uri.numbers().level()));
}
constexpr bool is_operation(const row& of, const coap_request& asked, edition_name in) noexcept {
  return of.observe.has(asked.observe) && of.links.has(asked.accepts_links) &&
         of.query.has(asked.has_query) && of.payload.has(asked.payload) && of.editions.has(in) &&
         of.exists.has(asked.instance_exists);
}
}  // namespace detail::coap_rows

/// Which operation a CoAP request is under `rules`, or what to answer when it is not an operation.
[[nodiscard]] constexpr coap_operation operation_of(const coap_request& asked,
                                                    const edition& rules) noexcept {
  using namespace detail::coap_rows;
  if (asked.uri.what() == coap_uri::name::other) return {.code = coap::not_found};
  coap code = coap::method_not_allowed;
  for (const row& each : table) {
    if (!has_use(each, asked)) continue;
    code = coap::bad_request;
    if (!is_operation(each, asked, rules.name)) continue;
    if (each.op == operation{}) return {.meaning = coap_meaning::bootstrap_finish};
    const bool lists = asked.method == coap_method::fetch || facts_of(each.op).is.lists();
    return {coap_meaning::operation, each.op, lists ? path{} : asked.uri.numbers(), coap::none};
  }
  return {.code = code};
}

}  // namespace lwm2m::access::inline v0
