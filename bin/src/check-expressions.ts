import { check } from "recheck";
import { readExpressions } from "./checks/read-expressions.ts";
import { readSourceFiles } from "./checks/source-files.ts";
import { root } from "./repository.ts";

// `npm run check-expressions`: asks recheck whether a text could make any regular expression of the code slow. Takes minutes.
const LIMIT = { timeout: 20_000 };

const files = (await readSourceFiles(root)).filter(
  ({ path }) => /\.(?:ts|tsx|mjs)$/.test(path) && !/\.test\.ts/.test(path),
);
const expressions = files.flatMap(({ path, lines }) => readExpressions(path, lines.join("\n")));
let vulnerable = 0;
let open = 0;
for (const { path, line, source, flags } of expressions) {
  const answer = await check(source, flags, LIMIT);
  if (answer.status === "safe") continue;
  const isVulnerable = answer.status === "vulnerable";
  if (isVulnerable) vulnerable += 1;
  else open += 1;
  const why = isVulnerable ? answer.complexity.type : "no answer";
  process.stdout.write(`${path}:${line}: ${answer.status} (${why}) /${source}/${flags}\n`);
}
process.stdout.write(`${expressions.length} expressions: ${vulnerable} vulnerable, ${open} without an answer\n`);
process.exit(vulnerable > 0 || expressions.length === 0 ? 1 : 0);
