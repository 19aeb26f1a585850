// A second translation unit that includes everything.
#include "everything.hpp"

lac::decision decided_elsewhere(lac::operation what) { return decide(what); }

const char* sentence_elsewhere(lac::channel::refusal why) { return lac::channel::sentence(why); }
