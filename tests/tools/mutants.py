#!/usr/bin/env python3
"""Makes headers wrong, one small change at a time, and tells which changes no test finds.

    mutants.py [COUNT | all] [HEADER...]

COUNT mutants at random (always the same ones), or all, of the headers of mutants.list. A mutant is
found when it does not pass a static_assert, when a program of its line fails, or takes too long.
One that compiles and is not found survives, and fails the run unless equivalent_mutants.txt lists
it with the reason why it is no other program.

First, all mutants of a header are made in one program, which is run once for each; what is left
then, for it cannot be made so or was not found, is compiled by itself.
"""

import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import mutant_switch
import mutations

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
HEADERS = pathlib.Path("lwm2m/access")
CHANGED_INPUTS = "3000"
SECONDS = 5
MEMORY = 2 << 30
COMPILE = [os.environ.get("CXX", "clang++"), "-std=c++20", "-O0", "-w",
           '-DLWM2M_ACCESS_CMAKE_VERSION="0"', f'-DLWM2M_ACCESS_DATA_DIR="{TESTS / "data"}"']
FOLDERS = [f"-I{each}" for each in (TESTS, TESTS / "channel", ROOT / "fuzz")]
LIBRARIES = ["-lrapidcheck", "-lssl", "-lcrypto"]
LIBRARIES += ["-fuse-ld=gold"] if shutil.which("ld.gold") else []
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
FAILS_WHILE_COMPILING = re.compile(
    r"static.assert|static assertion|constant expression|constexpr evaluation|consteval")


def programs_of_headers():
    """Header -> its programs, as in mutants.list."""
    found = {}
    for line in (TESTS / "tools/mutants.list").read_text().splitlines():
        if line and not line.startswith("#"):
            headers, programs = line.split(" : ")
            found |= {header: programs.split() for header in headers.split()}
    return found


def listed_equivalents():
    """(header, lines before, lines after), as they stand in the list."""
    found = set()
    for block in (TESTS / "data/equivalent_mutants.txt").read_text().split("\n\n"):
        lines = [each for each in block.splitlines() if each and not each.startswith("#")]
        if not lines:
            continue
        part = {sign: tuple(each[2:].strip() for each in lines if each.startswith(sign))
                for sign in "-+?"}
        if lines[0].startswith(("-", "+", "?")) or not part["-"] or not part["?"]:
            sys.exit(f"equivalent_mutants.txt: not a header, lines and a reason:\n{block}")
        found.add((lines[0].strip(), part["-"], part["+"]))
    return found


def source_of(program):
    return (ROOT if program.startswith("fuzz/") else TESTS) / f"{program}.cpp"


def checks_while_compiling(program):
    """Whether it has checks that never meet a mutant which is switched on when it runs."""
    return "STATIC_REQUIRE" in source_of(program).read_text()


class Workshop:
    """A copy of the headers, one of which is made wrong."""

    def __init__(self, folder, prebuilt):
        self.folder, self.prebuilt = pathlib.Path(folder), prebuilt
        shutil.copytree(ROOT / "include", self.folder)
        (self.folder / "mutant_switch.hpp").write_text(mutant_switch.SWITCH)

    def place(self, header):
        return self.folder / HEADERS / f"{header}.hpp"

    def build(self, program, binary=None, flags=()):
        """The finished compiler, which only looks where there is no `binary` to be made."""
        is_fuzz = program.startswith("fuzz/")
        others = ["replay.o"] if is_fuzz else \
            ["catch_main.o"] + ["pki.o"] * program.startswith("channel/")
        pch = [] if is_fuzz or flags else ["-include-pch", self.prebuilt / "catch.pch"]
        made = ["-fsyntax-only", "-ferror-limit=0"] if binary is None else \
            [*(self.prebuilt / each for each in others), *LIBRARIES, "-o", binary]
        return run([*COMPILE, *flags, *pch, f"-I{self.folder}", *FOLDERS, source_of(program),
                    *made], 600)

    def verdict(self, header, text, programs):
        """What becomes of a header that reads like this: 'found', 'invalid' or 'survives'."""
        right = self.place(header).read_text()
        self.place(header).write_text(text)
        binary = self.folder / "program"
        try:
            for program, flags in [*((each, ()) for each in programs), (programs[0], SANITIZE)]:
                built = self.build(program, binary, flags)
                if built is None or built.returncode != 0:
                    is_found = built is None or FAILS_WHILE_COMPILING.search(built.stdout)
                    return "found" if is_found else "invalid"
                if not passes(program, binary):
                    return "found"
            return "survives"
        finally:
            self.place(header).write_text(right)

    def switched(self, header, mutants, program, binary):
        """Makes the program with all mutants that can be switched; the numbers of these."""
        right, left_out = self.place(header).read_text(), set()
        try:
            while True:
                text, numbers = mutant_switch.switched(right, mutants, left_out)
                self.place(header).write_text(text)
                looked = self.build(program)
                blamed = mutant_switch.blamed(text, looked.stdout, f"{HEADERS}/{header}.hpp")
                if looked.returncode == 0 or not blamed:
                    break
                left_out |= blamed
            made = looked.returncode == 0 and self.build(program, binary).returncode == 0
            return numbers if made else []
        finally:
            self.place(header).write_text(right)


def run(command, seconds, **more):
    """The finished process; None when it took too long."""
    environment = os.environ | {"RC_PARAMS": "seed=20131210", "ASAN_OPTIONS": "detect_leaks=0"}
    try:
        return subprocess.run([str(each) for each in command], stdout=subprocess.PIPE, text=True,
                              errors="replace", stderr=subprocess.STDOUT, timeout=seconds,
                              env=environment | more, check=False)
    except subprocess.TimeoutExpired:
        return None


def passes(program, binary, mutant=-1):
    arguments = [ROOT / "fuzz/corpus" / program.removeprefix("fuzz/"), CHANGED_INPUTS] \
        if program.startswith("fuzz/") else ["--abort"]
    ran = run(["prlimit", f"--cpu={SECONDS}", f"--as={MEMORY}" if mutant >= 0 else "--as=unlimited",
               binary, *arguments], 20 * SECONDS, MUTANT=str(mutant))
    return ran is not None and ran.returncode == 0


def prebuild(folder):
    """What no mutant changes, compiled once."""
    for name, source in {"replay.o": ROOT / "fuzz/replay.cpp",
                         "catch_main.o": TESTS / "support/catch_main.cpp",
                         "pki.o": TESTS / "channel/support/pki.cpp"}.items():
        subprocess.run([*COMPILE, f"-I{ROOT / 'include'}", *FOLDERS, "-c", source, "-o",
                        folder / name], check=True)
    subprocess.run([*COMPILE, "-x", "c++-header", TESTS / "support/catch.hpp", "-o",
                    folder / "catch.pch"], check=True)


def found_at_once(workshop, header, mutants, wanted, programs, pool):
    """The numbers of those of `wanted` that the programs find when they are switched on, and the
    programs that each of the others passed so."""
    found, passed = set(), {number: set() for number in wanted}
    binary = workshop.folder / "switched"
    for program in programs:
        numbers = workshop.switched(header, mutants, program, binary)
        if not numbers:
            if workshop.build(program).returncode != 0:
                sys.exit(f"{program} cannot be made with {header} as it is")
            print(f"{header}: {program} cannot be made with all mutants at once", flush=True)
            continue
        if not passes(program, binary):
            sys.exit(f"{program} fails on {header} as it is")
        asked = [each for each in numbers if each in wanted and each not in found]
        for number, good in zip(asked, pool.map(lambda k: passes(program, binary, k), asked)):
            if good:
                passed[number].add(program)
            else:
                found.add(number)
    return found, passed


class Report:
    """Counts what became of the mutants, and tells the survivors as they come."""

    def __init__(self, equivalents):
        self.equivalents, self.met, self.is_good = equivalents, set(), True
        self.counts = {"found": 0, "invalid": 0, "survives": 0, "equivalent": 0}

    def add(self, header, source, mutant, verdict):
        before, after, line = mutant.lines(source)
        key = (header, tuple(before), tuple(after))
        is_listed = key in self.equivalents
        self.met.add(key)
        if is_listed and verdict == "survives":
            verdict = "equivalent"
        elif is_listed or verdict == "survives":
            self.is_good = False
            what = "is listed as equivalent, but not so:" if is_listed else "survives:"
            print(f"include/{HEADERS}/{header}.hpp:{line} {what}")
            print("".join(f"- {each}\n" for each in before) +
                  "".join(f"+ {each}\n" for each in after), flush=True)
        self.counts[verdict] += 1

    def stale(self, headers):
        """Entries for these headers that are no mutants of them."""
        return sorted(each for each in self.equivalents - self.met if each[0] in headers)

    def figures(self):
        return (f"{self.counts['found']} found, {self.counts['survives']} not found, "
                f"{self.counts['equivalent']} equivalent, {self.counts['invalid']} do not compile")


def main():
    arguments = sys.argv[1:]
    count = arguments.pop(0) if arguments and re.match(r"all$|\d+$", arguments[0]) else "all"
    programs = programs_of_headers()
    headers = arguments or list(programs)
    sources = {each: (ROOT / "include" / HEADERS / f"{each}.hpp").read_text() for each in headers}
    mutants = {each: mutations.mutants_of(sources[each]) for each in headers}
    wanted = [(header, k) for header in headers for k in range(len(mutants[header]))]
    if count != "all":
        wanted = random.Random(20131210).sample(wanted, min(int(count), len(wanted)))

    report = Report(listed_equivalents())
    jobs = int(os.environ.get("JOBS", os.cpu_count() or 1))
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        folder = pathlib.Path(folder)
        prebuild(folder)
        idle = [Workshop(folder / str(k), folder) for k in range(jobs)]
        for header in headers:
            numbers = sorted(k for of, k in wanted if of == header)
            if not numbers:
                continue
            all_programs = programs[header]
            found, passed = found_at_once(idle[0], header, mutants[header], set(numbers),
                                          all_programs, pool)

            def judge(k):
                if k in found:
                    return "found"
                workshop = idle.pop()
                text = mutants[header][k].apply(sources[header])
                left = [each for each in all_programs
                        if each == all_programs[0] or each not in passed[k]
                        or checks_while_compiling(each)]
                verdict = workshop.verdict(header, text, left)
                idle.append(workshop)
                return verdict

            for k, verdict in zip(numbers, pool.map(judge, numbers)):
                report.add(header, sources[header], mutants[header][k], verdict)
            print(f"{header}: {len(numbers)} mutants; until now {report.figures()}", flush=True)

    stale = report.stale(headers) if count == "all" else []
    for header, before, _ in stale:
        print(f"equivalent_mutants.txt lists what is no mutant of {header}: {' '.join(before)}")
    print(f"mutants: {report.figures()}")
    sys.exit(0 if report.is_good and not stale else 1)


if __name__ == "__main__":
    main()
