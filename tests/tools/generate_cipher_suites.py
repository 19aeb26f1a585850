#!/usr/bin/env python3
"""Writes channel/cipher_suite_table.hpp from tests/data/tls_cipher_suites.csv.

generate_cipher_suites.py           writes the header
generate_cipher_suites.py --check   fails when the header is not what would be written
"""
import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "tests/data/tls_cipher_suites.csv"
HEADER = ROOT / "include/lwm2m/access/channel/cipher_suite_table.hpp"

# In the order of the enumerations of cipher_suite.hpp: the place is the number.
KEY_EXCHANGE = ["", "NULL", "RSA", "DH", "DHE", "ECDH", "ECDHE", "PSK", "DHE_PSK", "RSA_PSK",
                "ECDHE_PSK", "KRB5", "SRP", "ECCPWD", "GOST", "any"]
AUTHENTICATION = ["NULL", "anon", "RSA", "DSS", "ECDSA", "PSK", "RSA+PSK", "KRB5", "SRP",
                  "RSA+SRP", "DSS+SRP", "ECCPWD", "GOST", "any"]
CIPHER = ["NULL", "RC4", "RC2", "IDEA", "DES", "3DES_EDE", "AES", "CAMELLIA", "ASCON128", "SEED",
          "SM4", "CHACHA20", "AEGIS", "ARIA", "KUZNYECHIK", "MAGMA", "GOST28147"]
MODE = ["-", "stream", "CBC", "AEAD", "GCM", "CCM", "CCM_8", "POLY1305", "HMAC", "CTR_OMAC",
        "CNT_IMIT", "MGM_L", "MGM_S"]
KEY_BITS = ["0", "40", "56", "128", "168", "256"]
MAC = ["NULL", "MD5", "SHA1", "SHA256", "SHA384", "AEAD", "OMAC", "IMIT"]
HASH = ["", "SHA256", "SHA384", "SHA512", "SM3", "ASCONHASH256", "STREEBOG256"]
RECOMMENDED = ["N", "Y", "D"]


def facts(row):
    exchange = row["key_exchange"]
    export = exchange.endswith("_EXPORT")
    mode = "AEAD" if row["cipher"] == "AEGIS" else row["mode"]
    fields = [(KEY_EXCHANGE.index(exchange.removesuffix("_EXPORT")), 4),
              (int(export), 1),
              (AUTHENTICATION.index(row["authentication"]), 4),
              (CIPHER.index(row["cipher"]), 5),
              (MODE.index(mode), 4),
              (KEY_BITS.index(row["key_bits"]), 3),
              (MAC.index(row["mac"]), 3),
              (HASH.index(row["prf_hash"]), 3),
              (int(row["dtls_ok"] == "Y"), 1),
              (RECOMMENDED.index(row["iana_recommended"]), 2),
              (int(row["tls_version"] == "1.3"), 1)]
    packed, shift = 0, 0
    for value, width in fields:
        assert value < 1 << width, row
        packed |= value << shift
        shift += width
    assert shift <= 32
    return packed


def lines(numbers, digits, per_line):
    for first in range(0, len(numbers), per_line):
        yield "    " + ", ".join(f"0x{n:0{digits}X}" for n in numbers[first:first + per_line])


def header():
    with SOURCE.open(newline="") as file:
        suites = [row for row in csv.DictReader(file) if row["kind"] == "suite"]
    suites.sort(key=lambda row: int(row["code"], 16))
    codes = ",\n".join(lines([int(row["code"], 16) for row in suites], 4, 12))
    packed = ",\n".join(lines([facts(row) for row in suites], 8, 8))
    return f"""#pragma once

// Written by tests/tools/generate_cipher_suites.py from tests/data/tls_cipher_suites.csv.

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {{

inline constexpr std::size_t cipher_suite_count = {len(suites)};

// The code points, ascending.
inline constexpr std::uint16_t cipher_suite_codes[cipher_suite_count] = {{
{codes}}};

// Their facts, from bit 0: key exchange 4, export 1, authentication 4, cipher 5, mode 4,
// key size 3, MAC 3, hash 3, for DTLS 1, recommended 2, for 1.3 1.
inline constexpr std::uint32_t cipher_suite_facts[cipher_suite_count] = {{
{packed}}};

}}  // namespace lwm2m::access::inline v0::channel::detail
"""


def main():
    wanted = header()
    if sys.argv[1:] == ["--check"]:
        if HEADER.read_text() != wanted:
            sys.exit(f"{HEADER.name} is not what {SOURCE.name} says: run {pathlib.Path(__file__).name}")
        print(f"{HEADER.name} is up to date")
    else:
        HEADER.write_text(wanted)


main()
