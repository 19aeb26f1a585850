#pragma once

// Entry header of the channel: who is at the other end of a session, and is that proven? The
// adapters of DTLS libraries (channel/openssl.hpp and the others) and the sentences for operators
// (channel/sentences.hpp) are separate headers.

#include <lwm2m/access/channel/accounts.hpp>
#include <lwm2m/access/channel/admission.hpp>
#include <lwm2m/access/channel/certificate.hpp>
#include <lwm2m/access/channel/channel_policy.hpp>
#include <lwm2m/access/channel/cipher_suite.hpp>
#include <lwm2m/access/channel/configuration.hpp>
#include <lwm2m/access/channel/peer_name.hpp>
#include <lwm2m/access/channel/security_mode.hpp>
#include <lwm2m/access/channel/session.hpp>
