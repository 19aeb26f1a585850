#pragma once

// Sections F, G and K a second time, written from the numbered rules on std::map, without a look at
// the engine. The state is a `reference::world`; whether a requester may is asked of the reference.
// What a request and an event do to the world is here. Of the library only words are used.

#include "support/administration/flow.hpp"
