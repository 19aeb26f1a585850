#pragma once

/// The front door: the decision and what it is taken on. Text, snapshots, sentences, the channel
/// and the gate have doors of their own.

#include <lwm2m/access/acl.hpp>
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/observation.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/readable.hpp>
#include <lwm2m/access/transaction.hpp>
#include <lwm2m/access/visible.hpp>
