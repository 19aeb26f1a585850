#pragma once

/// Entry header: decide, perform, commit. What may go out (visible, readable, affected), why
/// (explain, sentences), text, snapshots, the channel and the guard have headers of their own.

#include <lwm2m/access/acl.hpp>
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/observation.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/transaction.hpp>
