import type { CheckFinding } from "./check.ts";
import type { SourceFile } from "./source-files.ts";

const APP = "apps/web/src/app";

/** Every page says its title, and has a loading, an error and a not-found state, its own or inherited. */
export function findPageFaults(files: readonly SourceFile[]): CheckFinding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter(({ path }) => path.startsWith(`${APP}/`) && /\/page(\.demo)?\.tsx$/.test(path))
    .flatMap((page) => [...titleFault(page), ...stateFaults(page, byPath)]);
}

function titleFault({ path, lines }: SourceFile): CheckFinding[] {
  const source = lines.join("\n");
  const titled = /export (const metadata\b|(async )?function generateMetadata\b|const generateMetadata\b)/.test(source);
  const onlyRedirects = /\bredirect\(/.test(source) && !/return\s*(?:\(\s*)?</.test(source);
  return titled || onlyRedirects
    ? []
    : [{ file: path, message: "page without a title (metadata or generateMetadata)" }];
}

function stateFaults({ path }: SourceFile, byPath: ReadonlyMap<string, SourceFile>): CheckFinding[] {
  const folders = foldersUpwards(path);
  const extensions = path.endsWith(".demo.tsx") ? [".tsx", ".demo.tsx"] : [".tsx"];
  return ["loading", "error", "not-found"]
    .filter((state) => !folders.some((folder) => extensions.some((ext) => byPath.has(`${folder}/${state}${ext}`))))
    .map((state) => ({ file: path, message: `page without ${state}.tsx beside or above it` }));
}

function foldersUpwards(path: string): string[] {
  const parts = path
    .slice(APP.length + 1)
    .split("/")
    .slice(0, -1);
  return [...parts.keys(), parts.length].map((count) => [APP, ...parts.slice(0, count)].join("/"));
}
