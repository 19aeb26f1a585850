"""What can be wrong in a header: every place where one small change makes another program."""

import re

SWAPS = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "&&": "||", "||": "&&",
    "+": "-", "-": "+", "+=": "-=", "-=": "+=", "|=": "&=", "<<": ">>", ">>": "<<", "&": "|",
    "|": "&",
}
# What holds no behaviour, or is checked while compiling.
SKIPPED = re.compile(
    r"^\s*#.*?$|^\s*(?:inline\s+)?namespace\b.*?$|^\s*template\s*<.*?>\s*$|static_assert\s*\(.*?\);"
    r"|\bconcept\s+\w+\s*=.*?;\n|\benum class\b.*?\};|^\s*requires\b.*?$|^\s*friend\s.*?default;"
    r"|^[^\n;{}]*= delete;$",
    re.S | re.M)
NO_STATEMENT = re.compile(
    r"^(using|auto|const|constexpr|template|class|struct|static|friend|case|default|public|private"
    r"|protected|typename|inline|explicit|enum|namespace|\[\[|void\b|bool\b|return\b|break"
    r"|continue)")
EFFECT = re.compile(
    r"^(?:\(void\))?\s*[\w:.\[\]>*-]+(?:<[\w:]+>)?\s*(?:\(|[-+*/|&^]?=(?!=)|<<=)"
    r"|^\+\+|^--|^[\w.]+\+\+$")
OPERATOR = re.compile(r"(?<=[\w)\]}'] )([=!<>]=|<<|>>|[-+|]=|&&|\|\||[<>+\-&|])(?=\s)")


class Mutant:
    """The text between `start` and `end` becomes `text`."""

    def __init__(self, start, end, text):
        self.start, self.end, self.text = start, end, text

    def apply(self, source):
        return source[: self.start] + self.text + source[self.end :]

    def lines(self, source):
        """The changed lines before and after, and the number of the first one."""
        first = source.rfind("\n", 0, self.start) + 1
        last = source.find("\n", self.end)
        before = source[first:last]
        after = source[first : self.start] + self.text + source[self.end : last]
        tidy = lambda text: [each.strip() for each in text.split("\n") if each.strip()]
        return tidy(before), tidy(after), source.count("\n", 0, first) + 1


def masked(source):
    """The source with comments, literals and what is skipped blanked out, place by place."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group())
    source = re.sub(r"//[^\n]*", blank, source)
    source = re.sub(r'"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])*\'',
                    lambda m: m.group()[0] + "_" * (len(m.group()) - 2) + m.group()[-1], source)
    return SKIPPED.sub(blank, source)


def closing(code, at):
    """The place behind the bracket that closes the one at `at`."""
    depth = 0
    for k in range(at, len(code)):
        depth += code[k] in "([{"
        depth -= code[k] in ")]}"
        if depth == 0:
            return k + 1
    return len(code)


def end_of_expression(code, at, stops):
    """The place of the first of `stops` outside of brackets."""
    k = at
    while k < len(code):
        if code[k] in "([{":
            k = closing(code, k)
            continue
        if code.startswith("::", k):
            k += 2
            continue
        if code[k] in stops or code[k] in ")]}":
            return k
        k += 1
    return k


def operators(code):
    for found in OPERATOR.finditer(code):
        yield Mutant(found.start(), found.end(), SWAPS[found.group()])
    for found in re.finditer(r"\+\+|--", code):
        yield Mutant(found.start(), found.end(), "--" if found.group() == "++" else "++")
    for found in re.finditer(r"(?<![\w)])!(?!=)", code):
        yield Mutant(found.start(), found.end(), "")


def constants(code):
    for found in re.finditer(r"(?<![\w.])(0x[0-9A-Fa-f]+|\d+)(?=[Uu]?\b)", code):
        value = int(found.group(), 0)
        yield Mutant(found.start(), found.end(), str(value + 1))
        if value > 0:
            yield Mutant(found.start(), found.end(), str(value - 1))
    for found in re.finditer(r"\b(true|false)\b", code):
        yield Mutant(found.start(), found.end(), "false" if found.group() == "true" else "true")


def conditions(code, source):
    for found in re.finditer(r"\b(?:if|while) \(", code):
        end = closing(code, found.end() - 1) - 1
        start = found.end()
        while (stop := end_of_expression(code, start, ";")) < end:
            start = stop + 1
        start += len(code[start:end]) - len(code[start:end].lstrip())
        if re.match(r"(const )?[\w:]+(<.*>)? \w+ = ", code[start:end]) is None:
            yield Mutant(start, end, f"!({source[start:end]})")


def branches(code, source):
    for found in re.finditer(r"\s\?\s", code):
        middle = found.end()
        nested = 1
        while nested:
            middle = end_of_expression(code, middle, "?:;")
            nested += {"?": 1, ":": -1}.get(code[middle], -nested)
            middle += 1
        end = end_of_expression(code, middle, ",;")
        first, second = source[found.end() : middle - 1].strip(), source[middle:end].strip()
        yield Mutant(found.end(), end, f"({second}) : ({first})")


def returns(code):
    for found in re.finditer(r"\breturn ([^;]+);", code):
        if found.group(1).strip() not in ("{}", "false", "0", "nullptr"):
            yield Mutant(found.start(1), found.end(1), "{}")


def statements(code):
    start = depth = 0
    for k, c in enumerate(code):
        depth += (c == "(") - (c == ")")
        if depth == 0 and c in ";{}":
            text = re.sub(r"^\s*(public|private|protected|default|case [\w:]+):", "", code[start:k])
            body = text.strip()
            begin = k - len(text) + len(text) - len(text.lstrip())
            is_guard = re.match(r"if \(", body) is not None
            if c == ";" and (is_guard or (EFFECT.match(body) and not NO_STATEMENT.match(body))):
                yield Mutant(begin, k, "")
            start = k + 1


def mutants_of(source):
    """Every mutant of a header, in the order of its lines; no two of them are the same program."""
    code = masked(source)
    all_mutants = [*operators(code), *constants(code), *conditions(code, source),
                   *branches(code, source), *returns(code), *statements(code)]
    seen, unique = {source}, []
    for mutant in sorted(all_mutants, key=lambda m: (m.start, m.end, m.text)):
        if (program := mutant.apply(source)) not in seen:
            seen.add(program)
            unique.append(mutant)
    return unique
