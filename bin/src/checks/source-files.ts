import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

export interface SourceFile {
  /** Relative to the root, with forward slashes on every platform. */
  readonly path: string;
  readonly lines: readonly string[];
}

const SKIPPED = new Set([
  "node_modules",
  ".git",
  ".tools",
  ".heed",
  ".next",
  ".turbo",
  ".vitest",
  "dist",
  "coverage",
  "next-env.d.ts",
  "pnpm-lock.yaml",
]);

const TEXT = /\.(ts|tsx|mjs|js|json|css|sql|md|ya?ml|sh|html|svg)$|(^|\/)(run|LICENSE|Dockerfile)$/;

/** Every text file of the project that a person wrote. */
export async function readSourceFiles(root: string): Promise<SourceFile[]> {
  const paths = await listFiles(root);
  return Promise.all(
    paths
      .filter((path) => TEXT.test(path))
      .map(async (path) => ({ path, lines: (await readFile(join(root, path), "utf8")).split(/\r?\n/) })),
  );
}

async function listFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name) || entry.isSymbolicLink()) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await visit(path);
      else found.push(relative(root, path).split(sep).join("/"));
    }
  };
  await visit(root);
  return found.sort();
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/testing\/|\/testing\.ts$|\/e2e\//.test(path);
}
