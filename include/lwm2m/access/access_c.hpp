#pragma once

/// The functions of <lwm2m/access.h>. One C++ file of the stack includes this, after the macros
/// that say how much fits (c/storage.h):
///
///     #define LWM2M_ACCESS_C_INSTANCES 64
///     #include <lwm2m/access/access_c.hpp>

#include <lwm2m/access.h>
#include <lwm2m/access/c/admit.hpp>
#include <lwm2m/access/c/bootstrap.hpp>
#include <lwm2m/access/c/change.hpp>
#include <lwm2m/access/c/coap.hpp>
#include <lwm2m/access/c/control.hpp>
#include <lwm2m/access/c/data.hpp>
#include <lwm2m/access/c/decide.hpp>
#include <lwm2m/access/c/layout.hpp>
#include <lwm2m/access/c/life.hpp>
#include <lwm2m/access/c/load.hpp>
#include <lwm2m/access/c/model.hpp>
#include <lwm2m/access/c/policy.hpp>
#include <lwm2m/access/c/show.hpp>
#include <lwm2m/access/c/store.hpp>
#include <lwm2m/access/c/transaction.hpp>
