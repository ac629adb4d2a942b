const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder, not a file",
  EACCES: "the file may not be read",
};

/** Why a file cannot be read, in words for who named it. */
export function explainFileError(error: unknown, what: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = error instanceof Error ? error.name : "unknown error";
  return FILE_ERRORS[code] ?? `the ${what} cannot be read (${name})`;
}
