import { AppError } from "@heed/core/errors";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type CommandIo, defineCommand } from "./command.ts";
import { runCli } from "./run-cli.ts";

const greet = defineCommand({
  usage: "NAME… [--times N]",
  options: {
    times: z.coerce.number().int().min(1).default(1).describe("how often"),
    loudly: z.boolean().default(false).describe("in capitals"),
    kindOf: z.enum(["hello", "bye"]).default("hello").describe("what to say"),
    store: z.string().optional(),
    tag: z.array(z.string()).default([]),
  },
  words: { least: 1, most: 3 },
  async run({ options, words }, io) {
    if (words.includes("nobody")) throw new AppError("NOT_FOUND", "there is nobody");
    io.print(JSON.stringify({ ...options, words }));
    return 0;
  },
});

const entry = { name: "greet", summary: "Says hello.", load: async () => greet };

async function call(...words: string[]) {
  const [printed, said]: [string[], string[]] = [[], []];
  const io: CommandIo = { folder: "", env: {}, print: (line) => printed.push(line), say: (line) => said.push(line) };
  const code = await runCli([entry], words, io);
  return { code, printed: printed.join("\n"), said: said.join("\n") };
}

describe("a command", () => {
  test("gets its options and words, with defaults", async () => {
    const { code, printed } = await call(
      "greet",
      "ann",
      "--times",
      "2",
      "--kind-of=bye",
      "--loudly",
      "--tag",
      "a",
      "--tag",
      "b",
    );
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toEqual({ times: 2, loudly: true, kindOf: "bye", tag: ["a", "b"], words: ["ann"] });
  });

  test("takes a word that begins with a dash after --", async () => {
    expect(JSON.parse((await call("greet", "--", "-x")).printed)).toMatchObject({ words: ["-x"] });
  });

  test("tells its options and their values", async () => {
    const { code, printed } = await call("greet", "--help");
    expect(code).toBe(0);
    expect(printed).toContain("greet NAME… [--times N]");
    expect(printed).toMatch(/--times TIMES\s+how often/);
    expect(printed).toContain("--kind-of hello|bye");
  });

  test("that fails says why in one line and exits with 1", async () => {
    expect(await call("greet", "nobody")).toEqual({ code: 1, printed: "", said: "heed greet: there is nobody" });
  });
});

describe("a wrong call exits with 2, with a sentence on stderr", () => {
  test.each([
    [["greet"], "something is missing"],
    [["greet", "a", "b", "c", "d"], "unexpected: d"],
    [["greet", "a", "--times", "0"], "--times: "],
    [["greet", "a", "--times", "many"], "--times: "],
    [["greet", "a", "--kind-of", "nothing"], "--kind-of: "],
    [["greet", "a", "--unknown"], "Unknown option '--unknown'"],
    [["greet", "a", "--store"], "--store"],
    [["nonsense"], 'no command "nonsense"'],
    [[], "Usage:"],
  ])("%j", async (words, sentence) => {
    const { code, printed, said } = await call(...words);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(said).toContain(sentence);
  });
});

test("help lists every command", async () => {
  expect((await call("--help")).printed).toMatch(/greet\s+Says hello\./);
});
