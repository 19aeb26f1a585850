#pragma once

#include <lwm2m/access.hpp>

/// A device of the size that constrained ones have, in flash. The functions of the other files here
/// take policy and object model as arguments: what is measured is the engine.

namespace lac = lwm2m::access;

template <const lac::edition& Rules>
using policy_of = lac::policy<16, 64, 4, lac::fixed_edition<Rules>>;
using model = lac::object_model<8, 32, 96>;
