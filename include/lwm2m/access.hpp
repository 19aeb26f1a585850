#pragma once

/// The front door: the decision and what it is taken on. Text, snapshots, sentences, the channel
/// and the gate have doors of their own.

#include <lwm2m/access/acl.hpp>
#include <lwm2m/access/administration.hpp>
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/observation.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/transaction.hpp>
#include <lwm2m/access/visibility.hpp>
