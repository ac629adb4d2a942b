import { expect, test } from "vitest";
import type { CommandIo } from "./command.ts";
import { COMMANDS } from "./registry.ts";
import { runCli } from "./run-cli.ts";

test.each(COMMANDS.map(({ name, summary }) => [name, summary]))("%s explains itself", async (name, summary) => {
  const printed: string[] = [];
  const say = (line: string) => {
    throw new Error(line);
  };
  const io: CommandIo = { folder: "", env: {}, print: (line) => printed.push(line), say };
  expect(await runCli(COMMANDS, [name, "--help"], io)).toBe(0);
  expect(printed.join("\n")).toContain(summary);
});
