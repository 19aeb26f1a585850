// test.mjs PAGE PROGRAM SCREENSHOT FILE...: the page in a browser without a window shows of every
// case file what the program says.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [page_file, program, screenshot, ...files] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "page-"));
let compared = 0, differ = 0;

/// What the program prints, whatever its exit code.
function said(...words) {
  try {
    return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (failed) {
    return failed.stdout;
  }
}

function compare(what, shown, right) {
  ++compared;
  if (JSON.stringify(shown) === JSON.stringify(right)) return;
  ++differ;
  console.log(`${what}: shown ${JSON.stringify(shown).slice(0, 400)}\n  right ${JSON.stringify(right).slice(0, 400)}`);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
const page = await context.newPage();
const errors = [], fetched = [];
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
page.on("request", (request) => fetched.push(request.url()));
await page.goto(pathToFileURL(resolve(page_file)).href);
await page.waitForFunction(() => document.body.dataset.shown);

/// Writes into an editor as a person does, and waits until it is shown.
async function write(id, text) {
  const before = await page.evaluate(() => document.body.dataset.shown);
  await page.fill(id, text, { timeout: 120000 });
  await page.waitForFunction((shown) => document.body.dataset.shown !== shown, before, { timeout: 120000 });
}

const cells = (selector) => page.$$eval(`${selector} tr`, (rows) =>
  rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
const text_of = (selector) => page.$eval(selector, (one) => one.textContent);

/// Rows of aligned text, by the columns that two spaces part.
const rows_of = (text) => text.split("\n\n")[0].split("\n").filter(Boolean)
  .map((line) => line.trim().split(/ {2,}/));

for (const file of files) {
  const text = readFileSync(file, "utf8");
  await write("#text", text);
  const matrix = rows_of(said("matrix", file));
  const shown_matrix = await cells("#matrix");
  compare(`${file}: matrix`, shown_matrix.map((row) => row.filter(Boolean)), matrix);

  const [decided] = JSON.parse(said("decide", "--json", file));
  compare(`${file}: decide`, await cells("#cases"), decided.statements.map((each) =>
    [String(each.line), each.statement, each.answer, [each.why, each.shown].filter(Boolean).join(" ")]));

  const [checked] = JSON.parse(said("check", "--json", file));
  const findings = await page.$$eval("#findings li[data-id]", (items) => items.map((item) => [item.dataset.id, Number(item.dataset.line)]));
  compare(`${file}: check`, findings, checked.findings.map((each) => [each.id, each.line]));

  for (const each of decided.statements.filter((one) => /^\d+ \S+ \/\S*$/.test(one.statement)).slice(0, 4)) {
    await write("#request", each.statement);
    compare(`${file}: explain ${each.statement}`, await text_of("#explanation"), said("explain", file, each.statement));
  }
}

// Two policies side by side.
const old_text = readFileSync(files[0], "utf8");
const new_text = old_text.replace(/102: R\b/, "102: RW");
const new_file = join(folder, "new.acl");
writeFileSync(new_file, new_text);
await page.check("#compare");
await write("#text", old_text);
await write("#other", new_text);
compare("diff", await text_of("#diff"), said("diff", files[0], new_file));
await page.screenshot({ path: screenshot, fullPage: true });

// A mistake is marked where it is, and by its sentence.
await page.uncheck("#compare");
await write("#text", "edition 1.1\nservers 1 2\nacl for /3/0 owner 1 { 1: X }\n");
compare("a mistake is marked", await page.$$eval(".mistake", (all) => all.map((one) => one.textContent)), ["X"]);
compare("a mistake is told", (await text_of("#mistakes")).startsWith("3:27: "), true);

// By keyboard alone: from the top to the editor, and typing.
await page.reload();
await page.waitForFunction(() => document.body.dataset.shown);
const reached = [];
for (let k = 0; k < 8; ++k) {
  await page.keyboard.press("Tab");
  reached.push(await page.evaluate(() => document.activeElement.id));
}
compare("by keyboard", ["example", "edition", "compare", "text"].every((id) => reached.includes(id)), true);

// The edition is switched; on a phone and in the dark nothing is wider than the screen.
await page.selectOption("#edition", "1.2");
compare("the edition", (await page.inputValue("#text")).startsWith("edition 1.2"), true);
await page.emulateMedia({ colorScheme: "dark" });
await page.setViewportSize({ width: 390, height: 844 });
compare("on a phone", await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
compare("in the dark", dark, "rgb(13, 17, 23)");
await page.screenshot({ path: screenshot.replace(/\.png$/, "-phone.png") });

compare("errors", errors, []);
compare("fetched", fetched.filter((url) => !url.startsWith("file:") && !url.startsWith("data:")), []);
await browser.close();
console.log(`figure: the page over ${files.length} case files in a browser: ${compared} comparisons with the program, ${differ} differ`);
process.exit(differ === 0 ? 0 : 1);
