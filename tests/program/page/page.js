"use strict";
// What the page shows: every answer is the engine's, and is shown as the program prints it.

const at = (id) => document.getElementById(id);
/// How many octets a character has in UTF-8.
const octets_of = (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/// Calls the engine.
let ask = () => ({});

/// The places of a text by octets, as the engine counts, for its UTF-16, as the page does.
function places(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return (octet) => Math.min(octet, text.length);
  const place = new Map();
  let octets = 0, units = 0;
  for (const character of text) {
    place.set(octets, units);
    octets += octets_of(character.codePointAt(0));
    units += character.length;
  }
  place.set(octets, units);
  return (octet) => place.get(octet) ?? text.length;
}

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

/// Text with its tokens in colours and its mistakes underlined.
function highlight(into, text, looked) {
  const unit = places(text);
  const wrong = looked.mistakes.map((m) => [unit(m.offset), unit(m.offset + Math.max(m.length, 1))]);
  const parts = [];
  const put = (begin, end, kind) => {
    const cuts = [begin, end];
    for (const [from, to] of wrong) for (const cut of [from, to]) if (cut > begin && cut < end) cuts.push(cut);
    cuts.sort((a, b) => a - b);
    for (let k = 0; k + 1 < cuts.length; ++k) {
      const is_wrong = wrong.some(([from, to]) => cuts[k] >= from && cuts[k] < to);
      const part = text.slice(cuts[k], cuts[k + 1]);
      const kinds = kind + (is_wrong ? " mistake" : "");
      if (kinds) parts.push(element("span", part, kinds));
      else if (typeof parts.at(-1) === "string") parts.push(parts.pop() + part);
      else parts.push(part);
    }
  };
  const gap = (begin, end) => {
    if (begin < end) put(begin, end, text.slice(begin, end).includes("#") ? "comment" : "");
  };
  let behind = 0;
  for (const [begin, end, kind] of looked.tokens) {
    gap(behind, unit(begin));
    put(unit(begin), unit(end), kind);
    behind = unit(end);
  }
  gap(behind, text.length);
  into.replaceChildren(...parts, "\n ");
}

function show_mistakes(into, looked) {
  into.replaceChildren(...looked.mistakes.map((m) => element("li",
    `${m.line}:${m.column}: ${m.sentence} Found ${m.found ? `"${m.found}"` : "the end of the text"}.`, "wrong")));
}

/// The letters of one standing: small where nothing supports the right, `*` for the Owner.
function letters(right) {
  const made = [...right.granted].map((c) => c === "-" || right.working.includes(c) ? c : c.toLowerCase());
  return made.join("") + (right.manages ? "*" : "");
}

function row_of(cells, name) {
  const row = element("tr");
  cells.forEach((text, k) => {
    const cell = element(k === 0 || name === "th" ? "th" : "td", text);
    cell.scope = name === "th" ? "col" : k === 0 ? "row" : "";
    row.append(cell);
  });
  return row;
}

function show_matrix(matrix) {
  const head = element("thead"), body = element("tbody");
  head.append(row_of(["", "ACL", "owner", ...matrix.servers.map(String)], "th"));
  for (const row of matrix.rows)
    body.append(row_of([row.path + (row.exists ? "" : " (is not there)"), row.acl ?? "-", row.owner ?? "-",
      ...row.rights.map(letters)]));
  at("matrix").replaceChildren(head, body);
}

function show_findings(check) {
  const kinds = { error: "wrong", warning: "warn", note: "faint" };
  const list = check.findings.map((f) => {
    const item = element("li", `${f.line}:${f.column}: ${f.severity}: ${f.sentence} `, kinds[f.severity]);
    item.append(element("code", f.id), element("br"), f.mend);
    item.dataset.id = f.id;
    item.dataset.line = f.line;
    return item;
  });
  at("findings").replaceChildren(...(list.length ? list : [element("li", "Nothing is found.", "good")]));
}

function show_cases(decide) {
  const body = element("tbody");
  for (const each of decide.statements) {
    const row = row_of([String(each.line), each.statement, each.answer, [each.why, each.shown].filter(Boolean).join(" ")]);
    if (each.differs) row.className = "wrong";
    body.append(row);
  }
  at("cases").replaceChildren(body);
  at("counted").textContent =
    `${decide.requests} requests, ${decide.expectations} expectations, ${decide.differing} differ`;
}

function show_explanation() {
  const request = at("request").value.trim();
  if (!request) return at("explanation").replaceChildren();
  const found = ask({ call: "explain", text: at("text").value, request });
  if (found.trouble) return at("explanation").replaceChildren(element("span", found.trouble, "wrong"));
  at("explanation").textContent = found.text;
}

function show_difference() {
  const compares = at("compare").checked;
  at("other-part").hidden = at("diff-part").hidden = !compares;
  if (!compares) return;
  const other = ask({ call: "look", text: at("other").value });
  highlight(at("other").previousElementSibling, at("other").value, other);
  show_mistakes(at("other-mistakes"), other);
  const found = ask({ call: "compare", text: at("text").value, other: at("other").value });
  at("diff").textContent = found.trouble ?? found.text;
}

function show() {
  const text = at("text").value;
  const looked = ask({ call: "look", text });
  highlight(at("text").previousElementSibling, text, looked);
  show_mistakes(at("mistakes"), looked);
  const edition = /^[^#\n]*\bedition\s+(draft|1\.[0-2])/im.exec(text);
  if (edition) at("edition").value = edition[1].toLowerCase();
  if (looked.matrix) {
    show_matrix(looked.matrix);
    show_findings(looked.check);
    show_cases(looked.decide);
    show_explanation();
  }
  show_difference();
  document.body.dataset.shown = String(Number(document.body.dataset.shown ?? 0) + 1);
}

function choose(example) {
  at("text").value = example.text;
  at("other").value = example.text;
  at("request").value = example.request;
  show();
}

function switch_edition() {
  at("text").value = at("text").value.replace(/\bedition\s+(draft|1\.[0-2])/gi, `edition ${at("edition").value}`);
  show();
}

function start(engine) {
  const call = engine.cwrap("page_call", "string", ["string"]);
  ask = (asked) => JSON.parse(call(JSON.stringify(asked)));
  const facts = ask({ call: "facts" });
  at("summary").textContent = facts.summary;
  at("legend").textContent = facts.legend;
  for (const each of document.querySelectorAll("[data-command]"))
    each.textContent = facts.commands[each.dataset.command].description;
  at("example").replaceChildren(...examples.map((each) => element("option", each.name)));
  at("example").addEventListener("change", () => choose(examples[at("example").selectedIndex]));
  at("edition").addEventListener("change", switch_edition);
  at("compare").addEventListener("change", show);
  let later = 0;
  const soon = () => { clearTimeout(later); later = setTimeout(show, 60); };
  for (const id of ["text", "other", "request"]) at(id).addEventListener("input", soon);
  for (const id of ["text", "other"])
    at(id).addEventListener("scroll", () => {
      at(id).previousElementSibling.scrollTop = at(id).scrollTop;
      at(id).previousElementSibling.scrollLeft = at(id).scrollLeft;
    });
  choose(examples[0]);
}

lwm2m_access_engine().then(start);
