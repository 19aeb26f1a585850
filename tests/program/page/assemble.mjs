// assemble.mjs ENGINE OUT EXAMPLE...: the page in one file, with the engine and the examples in it.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [engine, out, ...files] = process.argv.slice(2);
const examples = files.map((file) => {
  const text = readFileSync(file, "utf8");
  const requests = text.split("\n").filter((line) => /^\d+ (read|write|execute|create|delete) /.test(line));
  const request = requests.find((line) => line.includes("4.01")) ?? requests[0] ?? "";
  return { name: basename(file, ".acl"), text, request: request.replace(/\s*->.*/, "").replace(/\s+/g, " ") };
});

/// Script text that ends no script element.
const inline = (text) => text.replace(/<\/script/gi, "<\\/script");
const page = readFileSync(join(here, "page.html"), "utf8")
  .replace("/*ENGINE*/", () => inline(readFileSync(engine, "utf8")))
  .replace("/*EXAMPLES*/[]", () => inline(JSON.stringify(examples)))
  .replace("/*SCRIPT*/", () => inline(readFileSync(join(here, "page.js"), "utf8")));
writeFileSync(out, page);
