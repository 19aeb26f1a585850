#!/usr/bin/env python3
"""Writes c/constants.h, c/channel_constants.h, and what compares them with the C++ enumerations:
tests/unit/c_constants.cpp and c_channel_constants.cpp.

generate_c_constants.py          writes all; an enumerator that is new gets a row in
                                 tests/data/c_constants.csv
generate_c_constants.py --check  fails when anything would be written

The table keeps the number of each constant for good: rows are appended, never renumbered, and 0 is
no value of any enumeration. A C++ enumerator that would get another number than the table keeps is
an error: enumerators are appended, too. Comments are those of the C++ enumerators; the table has
them for what C++ does not have.
"""
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "include/lwm2m/access"
TABLE = ROOT / "tests/data/c_constants.csv"
HEADER = LIBRARY / "c/constants.h"
CHANNEL_HEADER = LIBRARY / "c/channel_constants.h"
TEST = ROOT / "tests/unit/c_constants.cpp"
CHANNEL_TEST_FILE = ROOT / "tests/unit/c_channel_constants.cpp"

# C type, prefix, C++ header and enumeration (or None), what is added to the C++ number, comment.
# Numbers are shifted where 0 is a value in C++, and where two enumerations share one in C.
ENUMERATIONS = [
    ("edition", "EDITION", "edition.hpp", "edition_name", 0, "Which text a policy follows."),
    ("level", "LEVEL", "path.hpp", "level", 0, "How deep a path goes. 0: no path at all."),
    ("requester", "REQUESTER", None, None, 0,
     "Who asks. They are told apart by kind, never by a Short Server ID."),
    ("operation", "OPERATION", "operation.hpp", "operation", 0,
     "What is asked for, or what the Client is about to do for a Server (Notify, Send)."),
    ("multiplicity", "MULTIPLICITY", None, None, 0,
     "Whether an Object can have several instances. 0: there is no such Object."),
    ("value_kind", "VALUE", "assignment.hpp", "value_kind", 0,
     "What a payload says of one leaf."),
    ("verdict", "VERDICT", "decision.hpp", "verdict", 1, "What is to be done."),
    ("code", "CODE", "operation.hpp", "coap", 0,
     "The CoAP response code, as it stands in the message (RFC 7252, 12.1.2)."),
    ("determined_by", "DETERMINED_BY", "decision.hpp", "determined_by", 1,
     "Where a right came from, or why there was none (rules, section A)."),
    ("step", "STEP", "decision.hpp", "step", 1,
     "The step of a decision that failed first (rules, section C)."),
    ("reason", "REASON", "decision.hpp", "reason", 1, "Why a decision is as it is."),
    ("hint", "HINT", "explain.hpp", "hint", 1, "What helps with a refusal beyond its reason."),
    ("observation_state", "OBSERVATION", "observation.hpp", "observation_state", 1,
     "What is to become of an observation."),
    ("change_kind", "CHANGE", "editable_policy.hpp", "change_kind", 0,
     "What happened to an Access Control Object Instance."),
    ("fault_kind", "FAULT", "consistency.hpp", "fault_kind", 0,
     "What can be wrong with a policy once Bootstrap is finished (rule G6)."),
    ("status", "STATUS", "status.hpp", "status", 0,
     "What became of a call. Only DONE changed anything."),
    ("status", "STATUS", "snapshot.hpp", "snapshot_status", 64, None),
    ("status", "STATUS", None, None, 0, None),
    ("coap_method", "COAP", "coap_mapping.hpp", "coap_method", 0,
     "Method codes (RFC 7252, 12.1.1; RFC 8132): the code of the message, 0.01 to 0.07."),
    ("coap_observe", "COAP_OBSERVE", "coap_mapping.hpp", "coap_observe", 0,
     "The Observe option of a request, in the words of RFC 7641."),
    ("coap_payload", "COAP_PAYLOAD", "coap_mapping.hpp", "coap_payload", 0,
     "The kind of payload that a request has."),
    ("coap_sender", "COAP_SENDER", "coap_mapping.hpp", "coap_sender", 0,
     "Who sent a CoAP request."),
    ("coap_name", "COAP_NAME", None, None, 0,
     "What a Uri-Path says: a path of numbers, one of the words of LwM2M, or anything else."),
    ("coap_meaning", "COAP_MEANING", "coap_mapping.hpp", "coap_meaning", 0,
     "What a CoAP request is. 0: no operation."),
]
CHANNEL_ENUMERATIONS = [
    ("account_kind", "ACCOUNT", "channel/account.hpp", "account_kind", 0, "Whose account it is."),
    ("security_mode", "MODE", None, None, 0,
     "Security Mode (Object 0, Resource 2): the values on the wire. OSCORE has none there: it is an\n"
     "/// account with an OSCORE Object Instance. UNKNOWN is no mode, nor is any other value."),
    ("certificate_usage", "USAGE", "channel/pin.hpp", "certificate_usage", 0,
     "Certificate Usage (Object 0, Resource 15), one more than its value on the wire. 0: left out,\n"
     "/// which is as the last one."),
    ("matching_type", "MATCHING", "channel/pin.hpp", "matching_type", 0,
     "Matching Type (Object 0, Resource 13): the values on the wire."),
    ("identity_kind", "IDENTITY", "channel/facts.hpp", "identity_kind", 0,
     "By what an end identified itself. 0: by nothing."),
    ("answer", "ANSWER", "channel/facts.hpp", "answer", 0,
     "What a library says of a fact. 0: it does not say."),
    ("dtls_role", "DTLS", "channel/facts.hpp", "dtls_role", 0,
     "Which end of the DTLS handshake this is. 0: the library does not say."),
    ("resumption", "RESUMPTION", "channel/facts.hpp", "resumption", 0,
     "How a session came to be. 0: the library does not say."),
    ("hash", "HASH", "channel/facts.hpp", "hash", 0,
     "The hash of a handshake's signature. 0: not known."),
    ("refusal", "REFUSAL", "channel/refusal.hpp", "refusal", 1,
     "Why a session is not admitted: `lwm2m_access_set_has(refusals, LWM2M_ACCESS_REFUSAL_...)`."),
    ("account_fault", "ACCOUNT_FAULT", "channel/refusal.hpp", "account_fault", 0,
     "Why an account cannot be configured: `lwm2m_access_set_has(faults, ...)`."),
]
TYPES = {"level": "uint32_t"}
UNTYPED = ("refusal", "account_fault")  # C has them in sets only
# C++ enumerators that have another name in C, or (None) no constant.
NAMES = {"coap::none": "NONE", "determined_by::from_bootstrap": "BOOTSTRAP", "level::none": None,
         "coap_meaning::no_operation": None, "status::none": None, "snapshot_status::none": None, "snapshot_status::done": None,
         "snapshot_status::buffer_too_small": "BUFFER_TOO_SMALL",
         "snapshot_status::not_a_snapshot": "NOT_A_SNAPSHOT"}
for channel_enumeration in CHANNEL_ENUMERATIONS:
    for no_value in ("none", "unknown"):
        NAMES[f"{channel_enumeration[3]}::{no_value}"] = None
NAMES["certificate_usage::unset"] = NAMES["account_kind::client"] = None
NUMBERS = {"coap::none": 0xFF}


def enumerators(header, enumeration):
    """(name, number, comment) of each enumerator of a C++ enumeration."""
    code = (LIBRARY / header).read_text()
    body = re.search(rf"enum class (?:\[\[\w+\]\] )?{enumeration} : [\w:]+ \{{(.*?)\n?\}};", code,
                     re.S)[1]
    number, found = -1, []
    for line in body.splitlines() if "\n" in body else body.split(","):
        match = re.match(r"\s*(\w+)(?: = (\w+))?,?\s*(?:///< (.*))?$", line)
        if not match:
            continue
        number = int(match[2], 0) if match[2] else number + 1
        found.append((match[1], number, match[3] or ""))
    return found


def c_name(enumeration, name):
    key = f"{enumeration}::{name}"
    if key in NAMES:
        return NAMES[key]
    name = re.sub(r"^v(?=\d)", "", name.rstrip("_")).upper()
    return f"SNAPSHOT_{name}" if enumeration == "snapshot_status" else name


def constants(row):
    """(C++ enumerator, C name, number, comment) of one of ENUMERATIONS that C++ has."""
    _, _, header, enumeration, shift, _ = row
    for name, number, comment in enumerators(header, enumeration):
        named = c_name(enumeration, name)
        if named:
            yield (f"{enumeration}::{name}", named,
                   NUMBERS.get(f"{enumeration}::{name}", number + shift), comment)


def read_table():
    with TABLE.open(newline="") as file:
        return {(row["enumeration"], row["name"]): row for row in csv.DictReader(file)}


def merged():
    """The table with a row for each C++ enumerator, and the comments of those."""
    table, known = read_table(), set()
    for row in ENUMERATIONS + CHANNEL_ENUMERATIONS:
        if row[3] is None:
            continue
        for where, name, number, comment in constants(row):
            kept = table.setdefault((row[0], name), {"enumeration": row[0], "name": name,
                                                     "number": str(number), "comment": ""})
            if int(kept["number"], 0) != number:
                sys.exit(f"{where} is {number} in C, and was {kept['number']}: append it instead")
            kept["said"] = comment
            known.add((row[0], name))
    for key, kept in table.items():
        if key not in known and not kept["comment"]:
            sys.exit(f"{kept['name']} of {key[0]} is in the table, and not in C++")
    return table


def table_text(table):
    order = list(dict.fromkeys(row[0] for row in ENUMERATIONS + CHANNEL_ENUMERATIONS))
    rows = sorted(table.values(),
                  key=lambda r: (order.index(r["enumeration"]), int(r["number"], 0)))
    lines = ["enumeration,name,number,comment"]
    for row in rows:
        comment = f'"{row["comment"]}"' if "," in row["comment"] else row["comment"]
        lines.append(f"{row['enumeration']},{row['name']},{row['number']},{comment}")
    return "\n".join(lines) + "\n", rows


def constant_lines(prefix, row, last):
    number = f"0x{int(row['number']):02X}" if prefix == "CODE" else row["number"]
    text = f"  LWM2M_ACCESS_{prefix}_{row['name']} = {number}{'' if last else ','}"
    comment = row["comment"] if row["comment"] not in ("", "-") else row.get("said", "")
    if not comment:
        return [text]
    aside = f"{text}  ///< {comment}"
    return [aside] if len(aside) <= 100 else [f"  /// {comment}", text]


HEAD = """#pragma once

/// The enumerations of the C interface. Each is an integer of fixed width, and 0 is no value of
/// any: memory that nobody has written never means something. No number is ever given to another
/// name. Written by tests/tools/generate_c_constants.py; the table that keeps the numbers is
/// tests/data/c_constants.csv.

#include <stdint.h>

// clang-format off
"""
TAIL = """
/// The rights that an ACL entry can hold (Object 2, Resource 2): bits of an access right.
enum {
  LWM2M_ACCESS_RIGHT_READ = 1,
  LWM2M_ACCESS_RIGHT_WRITE = 2,
  LWM2M_ACCESS_RIGHT_EXECUTE = 4,
  LWM2M_ACCESS_RIGHT_DELETE = 8,
  LWM2M_ACCESS_RIGHT_CREATE = 16
};

/// What a Resource supports, not what a Server may do: bits of an Access Type.
enum {
  LWM2M_ACCESS_TYPE_READ = 0x80,
  LWM2M_ACCESS_TYPE_WRITE = 0x40,
  LWM2M_ACCESS_TYPE_EXECUTE = 0x20
};

/// The reserved ID 65535: as an Object Instance ID of a target the Object itself (Object level), as
/// Access Control Owner the Bootstrap interface.
enum { LWM2M_ACCESS_OBJECT_LEVEL = 65535, LWM2M_ACCESS_OWNER_BOOTSTRAP = 65535 };

/// The ID of the default ACL entry.
enum { LWM2M_ACCESS_DEFAULT_ENTRY = 0 };
// clang-format on
"""


CHANNEL_HEAD = """#pragma once

/// The constants of admission. Where 0 is a value in C++, it is "not told" here, and counts as
/// no answer at all. Written as constants.h is.

#include <stdint.h>

// clang-format off
"""


def enumerations_text(rows, enumerations):
    parts = []
    for row in enumerations:
        if row[5] is None:
            continue
        own = [each for each in rows if each["enumeration"] == row[0]]
        lines = [line for each in own for line in constant_lines(row[1], each, each is own[-1])]
        typed = f"typedef {TYPES.get(row[0], 'uint8_t')} lwm2m_access_{row[0]};\n"
        parts.append(f"\n/// {row[5]}\n{'' if row[0] in UNTYPED else typed}enum {{\n" +
                     "\n".join(lines) + "\n};\n")
    return "".join(parts)


def pair_line(where, value, constant):
    line = f"    {{{where}::{value}, {constant}}},\n"
    return line if len(line) <= 101 else f"    {{{where}::{value},\n     {constant}}},\n"


TEST_HEAD = """// Written by tests/tools/generate_c_constants.py: C++ enumerators have the numbers of C.

#include "support/catch.hpp"
#include "support/numbers.hpp"

"""


def test_text(head, tail, enumerations, namespace):
    parts = [TEST_HEAD + head + "\n// clang-format off\n"]
    for row in enumerations:
        if row[3] is None:
            continue
        pairs = "".join(pair_line(namespace, where, f"LWM2M_ACCESS_{row[1]}_{name}")
                        for where, name, _, _ in constants(row) if where not in NUMBERS)
        parts.append(f"constexpr pair<{namespace}::{row[3]}> all_of_{row[3]}[] = {{\n{pairs}}};\n"
                     f"static_assert(agree(all_of_{row[3]}, {row[4]}));\n")
    return "\n".join(parts) + "\n// clang-format on\n\n}  // namespace\n\n" + tail


ENGINE_TEST = ("""#include <lwm2m/access.hpp>
#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/coap_mapping.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/snapshot.hpp>

namespace {

namespace lac = lwm2m::access;
""", """TEST_CASE("The constants of the C interface are those of the C++ enumerations") {
  STATIC_REQUIRE(agree(all_of_reason, 1));
}
""")
CHANNEL_TEST = ("""#include <lwm2m/access/c/channel_constants.h>
#include <lwm2m/access/channel.hpp>

namespace {

namespace channel = lwm2m::access::channel;
""", """TEST_CASE("The constants of admission are those of the C++ enumerations") {
  STATIC_REQUIRE(agree(all_of_refusal, 1));
}

TEST_CASE("Security Mode has its values on the wire in C") {
  using channel::security_mode;
  constexpr pair<security_mode> all[] = {
      {security_mode::psk, LWM2M_ACCESS_MODE_PSK},
      {security_mode::raw_public_key, LWM2M_ACCESS_MODE_RAW_PUBLIC_KEY},
      {security_mode::certificate, LWM2M_ACCESS_MODE_CERTIFICATE},
      {security_mode::no_sec, LWM2M_ACCESS_MODE_NO_SEC},
      {security_mode::certificate_est, LWM2M_ACCESS_MODE_CERTIFICATE_EST},
      {security_mode::none, LWM2M_ACCESS_MODE_OSCORE},
      {security_mode::none, LWM2M_ACCESS_MODE_UNKNOWN}};
  for (const auto& [mode, constant] : all) CHECK(channel::security_mode_of(constant) == mode);
}
""")


def main():
    table, rows = table_text(merged())
    channel = enumerations_text(rows, CHANNEL_ENUMERATIONS)
    written = {TABLE: table, HEADER: HEAD + enumerations_text(rows, ENUMERATIONS) + TAIL,
               CHANNEL_HEADER: CHANNEL_HEAD + channel + "// clang-format on\n",
               TEST: test_text(*ENGINE_TEST, ENUMERATIONS, "lac"),
               CHANNEL_TEST_FILE: test_text(*CHANNEL_TEST, CHANNEL_ENUMERATIONS, "channel")}
    stale = [str(file.relative_to(ROOT)) for file, text in written.items()
             if not file.exists() or file.read_text() != text]
    if sys.argv[1:] == ["--check"]:
        sys.exit(f"not as generate_c_constants.py writes it: {', '.join(stale)}" if stale else 0)
    for file, text in written.items():
        file.write_text(text)


main()
