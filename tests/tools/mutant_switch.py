"""All mutants of a header in one program: which of them it is, is said when it runs.

Where a mutant changes an expression or a statement of a function, the header gets a choice between
it and what was there. While compiling, what was there is chosen. A mutant that cannot be had so
(a type, a table, a declaration) is left out, as is one that does not compile.
"""

import re

import mutations

SWITCH = """#pragma once
#include <cstdlib>
namespace mutant_switch {
inline const char* const said = std::getenv("MUTANT");
inline const int active = said != nullptr ? std::atoi(said) : -1;
constexpr bool is_on(int k) noexcept { return !__builtin_is_constant_evaluated() && active == k; }
}
"""
ON = "::mutant_switch::is_on"
BLOCK = re.compile(
    r"(\)|\b(?:const|noexcept|else|do|try))\s*$|\b(?:class|struct|enum|namespace|union)\b[^;=()]*$")
DECLARATION = re.compile(r"(?:static |const |constexpr )*[\w:]+(?:<[^=;]*>)?[ &*]+\w+ =\s+")
HEAD = re.compile(r"\s*(?:else\s+)?(if constexpr|if|while|for) \(")


class Segment:
    """A part of the source of which there are several readings."""

    def __init__(self, kind, start, end):
        self.kind, self.start, self.end, self.readings = kind, start, end, []


def statements(code):
    """(start, end) of every statement, without its semicolon or its block."""
    found, stack, start, parens = [], [], 0, 0
    for k, c in enumerate(code):
        if c in "([":
            parens += 1
        elif c in ")]":
            parens -= 1
        elif c == "{":
            is_block = BLOCK.search(code[start:k]) is not None
            stack.append((is_block, parens))
            if is_block:
                found.append((start, k))
                start, parens = k + 1, 0
        elif c == "}":
            is_block, parens = stack.pop() if stack else (True, 0)
            start = k + 1 if is_block else start
        elif c == ";" and parens == 0 and (not stack or stack[-1][0]):
            found.append((start, k))
            start = k + 1
    return found


def split_head(code, start, end):
    """The parts in the heads (if, if constexpr, while, for) of a statement, and where it goes on."""
    parts = []
    while (head := HEAD.match(code, start, end)) is not None:
        close = mutations.closing(code, head.end() - 1) - 1
        at = head.end()
        while at <= close:
            stop = min(mutations.end_of_expression(code, at, ";"), close)
            parts.append((head.group(1), at, stop))
            at = stop + 1
        start = close + 1
    return parts, start


def argument_around(code, start, end, low, high):
    """The innermost argument of a call or an initializer that holds start..end; None for none."""
    best = None
    for k in range(low, start):
        if code[k] in "({" and (close := mutations.closing(code, k) - 1) >= end and close <= high:
            at = k + 1
            while at <= close:
                stop = min(mutations.end_of_expression(code, at, ","), close)
                if at <= start and end <= stop and code[at:stop].strip():
                    best = (at, stop)
                at = stop + 1
    return best


def segment_of(code, all_statements, mutant):
    """(kind, start, end) of what a mutant reads otherwise; None where it cannot be switched."""
    inner = [s for s in all_statements if s[0] <= mutant.start and mutant.end <= s[1]]
    if not inner:
        return None
    low, high = max(inner)
    low += len(code[low:high]) - len(code[low:high].lstrip())
    if mutant.text == "" and mutant.start == low and mutant.end == high:
        has_else = re.match(r";\s*else\b", code[high:]) or code[low:].startswith("else")
        return None if has_else else ("removal", low, high)
    parts, body = split_head(code, low, high)
    for keyword, start, end in parts:
        if start <= mutant.start and mutant.end <= end:
            if keyword == "if constexpr":
                return None  # read while compiling
            text = code[start:end]
            if (declared := DECLARATION.match(text.lstrip())) is not None and " : " not in text:
                start += len(text) - len(text.lstrip()) + declared.end()
                return ("value", start, end) if start <= mutant.start else None
            if keyword == "for" and (" : " in text and "?" not in text):
                return None
            return ("value" if re.search(r"[=!<>]=|[<>]|\w\(|\w$|!", text) and "++" not in text
                    else "effect", start, end)
    body += len(code[body:high]) - len(code[body:high].lstrip())
    if body > mutant.start or code[high] == "{":
        return None
    text = code[body:high]
    if re.match(r"(?:(?:public|private):\s*)?(?:inline |static )*constexpr\b", text):
        return None  # read while compiling
    if text.startswith("return"):
        return ("statement", body, high)
    if (declared := DECLARATION.match(text)) is not None and body + declared.end() <= mutant.start:
        start = body + declared.end()
        while (stop := mutations.end_of_expression(code, start, ",;")) < mutant.start:
            start = code.find("= ", stop) + 2
        return ("value", start, stop) if start <= mutant.start and mutant.end <= stop else None
    if mutations.EFFECT.match(text) and not mutations.NO_STATEMENT.match(text):
        return ("statement", body, high)
    around = argument_around(code, mutant.start, mutant.end, body, high)
    return ("value", *around) if around is not None else None


def choice(segment, source):
    """The segment with all its readings, each on a line of its own, which its number begins."""
    flat = lambda text: re.sub(r"\s*\n\s*", " ", text).strip()
    here = source[segment.start : segment.end]
    lines = []
    for number, text in segment.readings:
        if segment.kind == "value":
            lines.append(f"/*@{number}*/ {ON}({number}) ? ({flat(text)}) :")
        elif segment.kind == "effect":
            lines.append(f"/*@{number}*/ {ON}({number}) ? (void)({flat(text)}) :")
        else:
            lines.append(f"/*@{number}*/ if ({ON}({number})) {{ {flat(text)}; }} else")
    last = {"value": f"({here})", "effect": f"(void)({here})",
            "statement": f"{{ {here}; }}"}[segment.kind]
    both = "\n".join(["", *lines, last, ""])
    return f"{{{both}}}" if segment.kind == "statement" else f"({both})"


def without_comments(source):
    return re.sub(r"//[^\n]*", lambda m: " " * len(m.group()), source)


def switched(source, mutants, left_out):
    """The header with all mutants that can be switched, and their numbers."""
    source = without_comments(source)
    code = mutations.masked(source)
    all_statements = statements(code)
    segments = {}
    for number, mutant in enumerate(mutants):
        place = None if number in left_out else segment_of(code, all_statements, mutant)
        if place is not None:
            text = (source[place[1] : mutant.start] + mutant.text + source[mutant.end : place[2]])
            segments.setdefault(place, Segment(*place)).readings.append((number, text))
    text, numbers = source, []
    # From the end, and what lies within another one before it.
    order = lambda s: (s.start, -s.end, s.kind != "removal")
    for segment in sorted(segments.values(), key=order, reverse=True):
        around = [s for s in segments.values() if s.start <= segment.start and segment.end <= s.end]
        if segment.kind != "removal" and {s.kind for s in around if s is not segment} - {"removal"}:
            continue
        if segment.kind == "removal":
            text = insert_before(text, segment)
        else:
            behind = segment.end + (segment.kind == "statement")  # its semicolon is in the block
            text = text[: segment.start] + choice(segment, source) + text[behind:]
        numbers += [number for number, _ in segment.readings]
    return text.replace("#pragma once", '#pragma once\n#include "mutant_switch.hpp"', 1), numbers


def insert_before(text, segment):
    guards = "".join(f"\n/*@{number}*/ if (!{ON}({number}))\n" for number, _ in segment.readings)
    return text[: segment.start] + guards + text[segment.start :]


def blamed(text, output, header):
    """The numbers of the mutants on whose lines, or before which, the compiler found an error."""
    lines = text.split("\n")
    number_of = lambda k: re.match(r"/\*@(\d+)\*/", lines[k]) if k < len(lines) else None
    found = set()
    for line in re.findall(rf"{re.escape(header)}:(\d+):\d+: (?:fatal )?error:", output):
        at = int(line) - 1
        if (number := number_of(at)) is not None:
            found.add(int(number.group(1)))
            continue
        while (number := number_of(at + 1)) is not None:
            found.add(int(number.group(1)))
            at += 1
    return found
