#include <lwm2m/access.h>
#include <lwm2m/access.hpp>
#include <lwm2m/access/channel/accounts.hpp>

/// What is empty is all zeros: nothing of it stands in .data, and nothing runs before main.
namespace lac = lwm2m::access;

lac::policy<32, 128, 8> policy;
lac::policy<32, 128, 8, lac::fixed_edition<lac::editions::v1_1>> policy_1_1;
lac::object_model<16, 48, 160> model;
lac::object_model<16, 48, 160, 8> model_with_exceptions;
lac::channel::accounts<9, 18> accounts;

lwm2m_access_policy policy_in_c;
lwm2m_access_model model_in_c;
lwm2m_access_accounts accounts_in_c;
