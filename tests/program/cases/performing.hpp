#pragma once

#include "files.hpp"
#include "wire.hpp"

namespace program {

/// Does to the objects of `on` what an allowed request does: `made` is the instance that a Create
/// makes. What a Write conveys is there afterwards, what a Delete names is not, and an instance
/// that is made has every Resource. Object 2 is the policy's.
void perform(device& on, const wire_request& asked, const lac::path& made);

}  // namespace program
