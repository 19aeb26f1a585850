#pragma once

// The decision a second time, written literally from the numbered rules (sections A to F, H and K),
// naively and without a look at the engine. Of the library it uses words only: path, operation,
// edition_name, coap, verdict, determined_by, reason, step, assignment.
//
// Where the rules leave a thing open, the comment says "read as".

#include "support/reference/decide.hpp"
#include "support/reference/shown.hpp"
