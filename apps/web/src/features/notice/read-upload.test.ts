import { describe, expect, it } from "vitest";
import { planUpload, readLatin1 } from "./read-upload.ts";

describe("a file of past notices", () => {
  it("goes in calls of a fair size, every byte as it was", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const latin1 = await readLatin1(new File([bytes], "a.eml"));
    const { calls } = planUpload(latin1);
    expect(Buffer.from(calls[0]?.[0] ?? "", "base64")).toEqual(Buffer.from(bytes));
  });

  it("is cut where a call is full, and leaves out what is no notice by its size", () => {
    const mail = (letter: string, size: number) => `From x@y Mon Oct 5 10:00:00 2026\n${letter.repeat(size)}\n`;
    const plan = planUpload(mail("a", 500_000) + mail("b", 600_000) + mail("c", 10) + mail("d", 2_000_000));
    expect(plan.calls.map((call) => call.length)).toEqual([1, 2]);
    expect([plan.mails, plan.tooLarge]).toEqual([3, 1]);
  });
});
