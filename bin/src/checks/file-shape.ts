import type { CheckFinding } from "./check.ts";
import { isTest, type SourceFile } from "./source-files.ts";

const LONGEST = 300;
const LONGEST_TEST = 500;
const VAGUE = /(^|\/)(utils?|helpers?|common|misc|shared)(\.tsx?|\/)/;
const BARREL = /\/index\.tsx?$/;

/** Files that hold more than one subject, or whose name says nothing. */
export function findShapeFaults(files: readonly SourceFile[]): CheckFinding[] {
  return files
    .filter(
      ({ path }) => /^(packages|apps|bin|bench|faults)\/.*\.(ts|tsx|mjs)$/.test(path) && !/\.generated\.ts$/.test(path),
    )
    .flatMap(({ path, lines }) => {
      const limit = isTest(path) ? LONGEST_TEST : LONGEST;
      return [
        ...(lines.length > limit
          ? [{ file: path, message: `${lines.length} lines (limit ${limit}): is there more than one subject?` }]
          : []),
        ...(VAGUE.test(path) ? [{ file: path, message: "name it by its subject" }] : []),
        ...(path.includes("/src/") && BARREL.test(path)
          ? [{ file: path, message: "no barrel files: import the module itself" }]
          : []),
      ];
    });
}
