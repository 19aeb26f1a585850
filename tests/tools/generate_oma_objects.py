#!/usr/bin/env python3
"""Writes oma_objects.hpp from tests/data/oma_objects.csv.

generate_oma_objects.py                writes the header
generate_oma_objects.py --check        fails when the header is not what would be written
generate_oma_objects.py --read FOLDER  writes the table from object definition files (XML) of the
                                       OMA registry: FOLDER/*.xml, of the Objects named below
"""
import csv
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "tests/data/oma_objects.csv"
HEADER = ROOT / "include/lwm2m/access/oma_objects.hpp"

NAMES = {0: "security", 1: "server", 2: "access_control", 3: "device",
         4: "connectivity_monitoring", 5: "firmware_update", 6: "location",
         7: "connectivity_statistics", 9: "software_management", 21: "oscore",
         22: "virtual_observe_notify", 23: "cose", 24: "mqtt_server", 25: "gateway"}
COLUMNS = ["object", "name", "instances", "resource", "operations", "multiple", "mandatory",
           "versions"]


def text(of, tag):
    return (of.findtext(tag) or "").strip()


def rows_of(file):
    """One row for each Resource of a definition file: (its facts, the version of the Object)."""
    found = xml.parse(file).getroot().find("Object")
    object_id = int(text(found, "ObjectID"))
    if object_id not in NAMES:
        return
    for item in found.find("Resources"):
        yield (object_id, NAMES[object_id], text(found, "MultipleInstances").lower(),
               int(item.get("ID")), text(item, "Operations") or "-",
               "yes" if text(item, "MultipleInstances") == "Multiple" else "no",
               "yes" if text(item, "Mandatory") == "Mandatory" else "no"), \
            text(found, "ObjectVersion") or "1.0"


def read(folder):
    versions = {}
    for file in sorted(pathlib.Path(folder).glob("*.xml")):
        for facts, version in rows_of(file):
            versions.setdefault(facts, set()).add(version)
    with TABLE.open("w", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for facts in sorted(versions, key=lambda f: (f[0], f[3], min(versions[f]))):
            table.writerow([*facts, " ".join(sorted(versions[facts]))])


def facts(row):
    parts = [] if row["operations"] == "-" else list(row["operations"])
    parts += ["many"] * (row["multiple"] == "yes") + ["must"] * (row["mandatory"] == "yes")
    return f"r({row['resource']}, {' | '.join(parts) or '0'})"


def wrapped(items, indent, width=99):
    lines, line = [], indent
    for item in items:
        if len(line) + len(item) + 2 > width:
            lines.append(line.rstrip())
            line = indent
        line += item + ", "
    return "\n".join(lines + [line.rstrip().rstrip(",")])


def objects():
    """(name, ID, single or multiple, version, its Resources) of every version, ascending."""
    with TABLE.open(newline="") as file:
        rows = list(csv.DictReader(file))
    keys = {(int(row["object"]), version) for row in rows for version in row["versions"].split()}
    for object_id, version in sorted(keys):
        mine = [row for row in rows
                if int(row["object"]) == object_id and version in row["versions"].split()]
        mine.sort(key=lambda row: int(row["resource"]))
        assert len({row["resource"] for row in mine}) == len(mine), (object_id, version)
        yield mine[0]["name"], object_id, mine[0]["instances"], version, list(map(facts, mine))


def header():
    arrays, views, written = [], [], {}
    for name, object_id, instances, version, resources in objects():
        each = f"{name}_{re.sub('[.]', '_', version)}"
        key = (object_id, tuple(resources))
        if key not in written:
            written[key] = each
            arrays.append(f"constexpr resource_definition {each}[] = {{\n"
                          f"{wrapped(resources, '    ')}}};")
        views.append(f"inline constexpr object_view {each} =\n"
                     f"    detail::oma_{instances}({object_id}, detail::oma_resources::{written[key]});")
    return TEMPLATE.format(arrays="\n".join("inline " + a for a in arrays), views="\n".join(views))


TEMPLATE = """#pragma once

// Written by tests/tools/generate_oma_objects.py from tests/data/oma_objects.csv.

#include <lwm2m/access/object_model.hpp>

#include <cstdint>

/// Optional: the Objects 0 to 7, 9 and 21 to 25 of the OMA registry, each in every version that it
/// has there: without instances, with all Resources that the version defines, and what the registry
/// says of each. They go into an `object_model` with `add`, and into `defined_objects`, which takes
/// the instances from a stack. Object 2 is the policy's own and goes into neither.
///
/// `is_mandatory()` is the Mandatory of the registry: every instance has the Resource. Of these a
/// Create must convey (D7) what can be written and what the Client has no value of its own for. The
/// engine asks a Create for what can be written alone; which values of its own a Client has, no
/// table knows: see `fills_in` in `defined_objects`, or give a definition of your own.
namespace lwm2m::access::inline v0 {{

namespace detail {{

consteval object_view oma_single(unsigned id, view<resource_definition> resources) noexcept {{
  return {{object_id{{id}}, multiplicity::single, {{}}, resources}};
}}
consteval object_view oma_multiple(unsigned id, view<resource_definition> resources) noexcept {{
  return {{object_id{{id}}, multiplicity::multiple, {{}}, resources}};
}}

namespace oma_resources {{

/// An Access Type as it is (R, W, E), and in the bits that it reserves: multiple, mandatory.
constexpr unsigned R = 0x80, W = 0x40, E = 0x20, many = 1, must = 2;

consteval resource_definition r(unsigned id, unsigned facts) noexcept {{
  return {{resource_id{{id}}, access_type{{static_cast<std::uint8_t>(facts & (R | W | E))}},
          (facts & many) != 0, (facts & must) != 0}};
}}

{arrays}

}}  // namespace oma_resources
}}  // namespace detail

namespace oma {{

{views}

}}  // namespace oma
}}  // namespace lwm2m::access::inline v0
"""


def main():
    if sys.argv[1:2] == ["--read"]:
        return read(sys.argv[2])
    wanted = header()
    if sys.argv[1:] != ["--check"]:
        return HEADER.write_text(wanted)
    if HEADER.read_text() != wanted:
        sys.exit(f"{HEADER.name} is not what {TABLE.name} says: run {pathlib.Path(__file__).name}")
    return print(f"{HEADER.name} is up to date")


main()
