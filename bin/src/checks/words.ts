import type { CheckFinding } from "./check.ts";
import { isTest, type SourceFile } from "./source-files.ts";

// Spelled in parts, so that this file does not find itself.
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern: new RegExp("(^|[\\s\"'`(=])/(wo" + "rk|ro" + "ot|ho" + "me/[a-z]+|Us" + "ers/[a-z]+)/"),
    message: "path of one machine",
  },
  { pattern: new RegExp("[\"'`\\s(]/t" + "mp/[a-z]"), message: "fixed temporary path: use os.tmpdir()" },
  { pattern: new RegExp("regist" + "ry\\.[a-z]+js\\.org"), message: "address of a registry" },
  {
    pattern: new RegExp(
      "\\b(C" + "EO|sub" + "agent|this se" + "ssion|Cla" + "ude|Chat" + "GPT|language mo" + "del)\\b",
    ),
    message: "word that does not belong here",
  },
  {
    pattern: new RegExp("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b"),
    message: "left-over mark: finish it or file an issue",
  },
  { pattern: new RegExp("\\blorem ip" + "sum\\b|\\bcoming so" + "on\\b", "i"), message: "placeholder text" },
  { pattern: new RegExp("@ts-(igno" + "re|expect-er" + "ror|noch" + "eck)"), message: "type hole" },
];

/** Words and paths that speak of a machine or of how the text came about, and marks of unfinished work. */
export function findForbiddenWords(files: readonly SourceFile[]): CheckFinding[] {
  return files.filter(({ path }) => path !== "LICENSE").flatMap(findingsOfFile);
}

function findingsOfFile({ path, lines }: SourceFile): CheckFinding[] {
  return lines.flatMap((line, index) =>
    FORBIDDEN.filter(({ pattern }) => pattern.test(line)).map(({ message }) => ({
      file: path,
      line: index + 1,
      message,
    })),
  );
}

/** Only tests may read the material that stands beside the project. */
export function findForeignMaterial(files: readonly SourceFile[]): CheckFinding[] {
  const outside = new RegExp("\\.\\./sha" + "red\\b");
  return files
    .filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path) && !isTest(path) && !path.startsWith("bin/src/checks/"))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, index) =>
        outside.test(line)
          ? [{ file: path, line: index + 1, message: "read by tests only: type the fact in, with its source" }]
          : [],
      ),
    );
}
