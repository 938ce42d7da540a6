// Checks the Power BI project beside this folder (or the one named) with what Microsoft publishes for it:
//   1. the report validator; its warnings count as failures;
//   2. the Power Query parser, on every expression of the model and on the function library.
// With POWERBI_SCHEMAS=1 the validator also fetches Microsoft's JSON schemas and holds the files against them.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as parser from "@microsoft/powerquery-parser";

const { Parser, DefaultSettings, ResultUtils, TaskUtils } = parser.default ?? parser;
const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(process.argv[2] ?? join(here, ".."));
const failures = [];

function filesBelow(directory, ending) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.startsWith(here))
    .sort();
}

function validateReport() {
  const entry = join(here, "node_modules", "@microsoft", "powerbi-report-authoring-cli", "dist", "cli.js");
  const shortcut = filesBelow(project, ".pbip")[0];
  const options = process.env.POWERBI_SCHEMAS === "1" ? [] : ["--no-schema"];
  let output;
  try {
    output = execFileSync(process.execPath, [entry, "validate", shortcut, ...options], { encoding: "utf8" });
  } catch (failure) {
    output = failure.stdout || String(failure);
  }
  let verdict;
  try {
    verdict = JSON.parse(output).data;
  } catch {
    verdict = undefined;
  }
  if (verdict?.result !== "succeeded") {
    failures.push(`the report validator says: ${JSON.stringify(verdict ?? output, null, 2)}`);
  }
}

/** The M expressions of a TMDL file: the blocks below "source =" and "sourceExpression =", fenced or not, and parameters. */
function expressionsOf(path) {
  const found = [];
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  lines.forEach((line, at) => {
    const block = /^(\t*)(source|sourceExpression) =\s*(```)?$/.exec(line);
    if (block) {
      const isOutside = (next) => next.trim() !== "" && !next.startsWith(`${block[1]}\t`);
      const end = lines.findIndex((next, index) => index > at && (isOutside(next) || next.trim() === "```"));
      found.push(lines.slice(at + 1, end === -1 ? lines.length : end).join("\n"));
    }
    const parameter = /^expression \S+ = (.*) meta \[.*\]$/.exec(line);
    if (parameter) {
      found.push(parameter[1]);
    }
  });
  return found;
}

async function parse(expression, where) {
  const task = await TaskUtils.tryLexParse(DefaultSettings, expression);
  if (TaskUtils.isError(task)) {
    failures.push(`${where}: ${task.error.message}\n${expression}`);
  }
}

validateReport();
let parsed = 0;
for (const path of filesBelow(project, ".tmdl")) {
  for (const expression of expressionsOf(path)) {
    await parse(expression, path);
    parsed += 1;
  }
}
for (const path of filesBelow(project, ".pq")) {
  await parse(readFileSync(path, "utf8"), path);
  parsed += 1;
}
const refused = failures.length;
await parse("let a = 1 in (", "a broken expression");
if (failures.length === refused) {
  failures.push("the Power Query parser accepts a broken expression: it checks nothing");
} else {
  failures.pop();
}
if (parsed === 0) {
  failures.push(`${project} holds no Power Query expression`);
}
failures.forEach((failure) => console.error(failure));
console.log(
  failures.length === 0
    ? `Power BI project: the report validator has nothing to say, ${parsed} Power Query expressions parse`
    : `Power BI project: ${failures.length} failures`,
);
process.exit(failures.length === 0 ? 0 : 1);
