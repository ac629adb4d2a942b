import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "@heed/core/time";
import { expect, it, onTestFinished } from "vitest";
import { openJournal } from "./journal.ts";

const now = Temporal.Instant.from("2026-11-20T12:00:00Z");

function emptyDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "heed-journal-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

it("numbers its entries on over a restart", () => {
  const dir = emptyDir();
  const first = openJournal(dir);
  first.append(now, [{ kind: "fault.cleared" }, { kind: "job.done", jobId: "a" }]);
  first.close();
  const second = openJournal(dir);
  onTestFinished(() => second.close());
  expect(second.append(now, [{ kind: "fault.cleared" }])).toMatchObject([{ seq: 3, at: "2026-11-20T12:00:00Z" }]);
  expect(second.entries().map((entry) => entry.kind)).toEqual(["fault.cleared", "job.done", "fault.cleared"]);
});

it("forgets a line that a kill cut short, and keeps what came before as it was", () => {
  const dir = emptyDir();
  const first = openJournal(dir);
  first.append(now, [{ kind: "job.done", jobId: "a" }]);
  first.close();
  const path = join(dir, "log.jsonl");
  appendFileSync(path, '{"seq":2,"kind":"job.do');
  const before = readFileSync(path, "utf8");
  const second = openJournal(dir);
  onTestFinished(() => second.close());
  second.append(now, [{ kind: "job.done", jobId: "b" }]);
  expect(readFileSync(path, "utf8").startsWith(before)).toBe(true);
  const third = openJournal(dir);
  onTestFinished(() => third.close());
  expect(third.entries()).toMatchObject([{ jobId: "a" }, { jobId: "b", seq: 2 }]);
});
