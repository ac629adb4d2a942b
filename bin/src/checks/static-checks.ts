import { root } from "../repository.ts";
import { type Check, type CheckFinding, resultOfFindings } from "./check.ts";
import { dependencyCheck } from "./dependencies.ts";
import { findShapeFaults } from "./file-shape.ts";
import { findEditedMigrations, readLanded } from "./migrations.ts";
import { findPageFaults } from "./pages.ts";
import { readSourceFiles, type SourceFile } from "./source-files.ts";
import { findClockInSql } from "./sql-clock.ts";
import { toolChecks } from "./tools.ts";
import { findUiFaults } from "./ui-rules.ts";
import { findForbiddenWords, findForeignMaterial } from "./words.ts";

/** Fewer files than this means that the checks read the wrong folder. */
const FEWEST_FILES = 50;

/** All static checks, in the order in which they are reported. */
export function staticChecks(): readonly Check[] {
  const files = once(() => readSourceFiles(root));
  const own = (
    name: string,
    find: (files: readonly SourceFile[]) => CheckFinding[] | Promise<CheckFinding[]>,
  ): Check => ({
    name,
    async run() {
      const read = await files();
      if (read.length < FEWEST_FILES) return { ok: false, output: `read ${read.length} files only` };
      return resultOfFindings(await find(read));
    },
  });
  return [
    ...toolChecks,
    dependencyCheck,
    own("sql-clock", findClockInSql),
    own("ui-rules", findUiFaults),
    own("pages", findPageFaults),
    own("words", findForbiddenWords),
    own("foreign-material", findForeignMaterial),
    own("file-shape", findShapeFaults),
    own("migrations", async (read) => findEditedMigrations(read, await readLanded(root))),
  ];
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
