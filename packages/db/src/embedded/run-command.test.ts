import { describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";

const says = (text: string) => runCommand({ file: "/bin/sh", args: ["-c", `echo "${text}" >&2; exit 1`], user: null });

describe.runIf(process.platform !== "win32")("what Postgres prints when it cannot go on", () => {
  it.each([
    ["initdb: error: could not write to file: No space left on device", "The disk is full"],
    ["could not bind IPv4 address: Address already in use", "The port for Postgres is taken"],
    ['FATAL:  lock file "postmaster.pid" already exists', "Another Postgres uses the data folder"],
    ["FATAL:  could not open file: Permission denied", "not readable or writable"],
    ["error while loading shared libraries: libicuuc.so.60", "library of the embedded Postgres is missing"],
    ["FATAL:  database files are incompatible with server", "another major version"],
    ["FATAL:  something new", "did not start: FATAL:  something new"],
  ])("%s", async (printed, said) => {
    await expect(says(printed)).rejects.toMatchObject({ name: "AppError", message: expect.stringContaining(said) });
  });

  it("is nothing when the program ends well", async () => {
    await expect(runCommand({ file: "/bin/sh", args: ["-c", "true"], user: null })).resolves.toBeUndefined();
  });
});
