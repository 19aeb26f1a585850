// What does not compile, asked of the compiler as a question. tests/compile_fail shows what it
// says.
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/text.hpp>
#include <lwm2m/access/text/case_file.hpp>
#include <lwm2m/access/visible.hpp>

#include <concepts>

namespace lac = lwm2m::access;

using policy_type = lac::policy<2, 4>;
using model_type = lac::object_model<2, 4, 8>;

// A temporary is not borrowed from.
template <class Policy, class Model>
concept can_show = requires(Policy&& policy, Model&& model, const lac::request& asked) {
  lac::visible(static_cast<Policy&&>(policy), static_cast<Model&&>(model), asked);
  lac::affected(static_cast<Policy&&>(policy), static_cast<Model&&>(model), asked);
};
static_assert(can_show<policy_type&, model_type&> && can_show<const policy_type&, model_type&>);
static_assert(!can_show<policy_type, model_type&> && !can_show<policy_type&, model_type>);
static_assert(!can_show<policy_type, model_type> && !can_show<const policy_type, model_type&>);

template <class Policy, class Model>
concept can_begin = std::constructible_from<lac::authorization<policy_type, model_type>, Policy,
                                            Model, lac::requester, lac::operation, lac::path>;
static_assert(can_begin<policy_type&, model_type&> && can_begin<const policy_type&, model_type&>);
static_assert(!can_begin<policy_type, model_type&> && !can_begin<policy_type&, model_type>);

// No integer is an identifier or a requester, and no identifier another one.
static_assert(!std::convertible_to<int, lac::short_server_id>);
static_assert(!std::convertible_to<int, lac::requester>);
static_assert(!std::convertible_to<int, lac::access_control_owner>);
static_assert(!std::convertible_to<lac::object_id, lac::short_server_id>);
static_assert(!std::convertible_to<lac::short_server_id, lac::resource_instance_id>);
static_assert(!std::constructible_from<lac::short_server_id, lac::object_id>);
static_assert(!std::constructible_from<lac::short_server_id, bool>);
static_assert(!std::constructible_from<lac::path, int, int>);

// Access rights and Access Types have nothing to do with each other.
static_assert(!std::convertible_to<lac::access_type, lac::access_rights>);
static_assert(!std::convertible_to<lac::access_rights, lac::access_type>);
static_assert(!std::constructible_from<lac::access_rights, lac::access_type>);
static_assert(!std::convertible_to<std::uint16_t, lac::access_rights>);
template <class Bits, class Bit>
concept can_have = requires(Bits bits, Bit bit) { bits.has(bit); };
static_assert(can_have<lac::access_rights, lac::right>);
static_assert(!can_have<lac::access_rights, lac::resource_operation>);
static_assert(!can_have<lac::access_type, lac::right>);
static_assert(!std::equality_comparable_with<lac::access_rights, lac::access_type>);

// A policy is read into a policy that can be changed, and shrinks into none.
template <class Policy, class Model>
concept can_be_read = requires(Policy&& policy, Model&& model) {
  lac::parse_policy("", static_cast<Policy&&>(policy), static_cast<Model&&>(model));
};
static_assert(can_be_read<policy_type&, model_type&>);
static_assert(!can_be_read<const policy_type&, model_type&>);
static_assert(!can_be_read<policy_type, model_type&>);
static_assert(std::constructible_from<lac::policy<3, 4>, policy_type>);
static_assert(!std::constructible_from<lac::policy<1, 4>, policy_type>);
static_assert(!std::convertible_to<policy_type, lac::policy<3, 4>>);

// A sink takes characters.
struct no_sink {};
static_assert(!lac::text_sink<no_sink> && !lac::text_sink<void (*)(int*)>);
static_assert(lac::text_sink<void (*)(char)>);
static_assert(lac::text_sink<void (*)(const char*, std::size_t)>);
