import { describe, expect, it } from "vitest";
import { classifyMail } from "./classify.ts";
import { parseMail } from "./parse-mail.ts";
import { sentenceFault, teachableSentence } from "./taught-sentence.ts";
import { composeMail } from "./testing/compose-mail.ts";

const ORDER = "403-4565603-0457311";
const MARKED = `Viestisi tilauksesta ${ORDER} jäi toimittamatta, sillä ostaja on kieltänyt myyjien viestit.`;
const TEXT = `Hei myyjä,\n\n${MARKED}\n\nYstävällisin terveisin`;
const sentence = teachableSentence(MARKED);

const read = async (text: string, from = "auto-communication@amazon.se") =>
  classifyMail(await parseMail(composeMail({ from, subject: "Ilmoitus", text })), [
    { id: "p1", kind: "opted_out", sentence },
  ]);

describe("a sentence that a person taught", () => {
  it("keeps no id, address or number", () => {
    expect(sentence).toBe("Viestisi tilauksesta {order} jäi toimittamatta, sillä ostaja on kieltänyt myyjien viestit.");
  });

  it("decides about Amazon's mails that hold it, whatever order they name", async () => {
    const other = "302-1111111-2222222";
    expect(await read(TEXT.replace(ORDER, other))).toMatchObject({
      kind: "opted_out",
      pattern: "taught:p1",
      orderId: other,
    });
  });

  it("says nothing about other people's mails", async () => {
    expect((await read(TEXT, "someone@shop.example")).kind).toBe("other");
  });

  it("does not take the place of our own patterns", async () => {
    const known = `This message was not delivered because your account was restricted from sending proactive messages. ${ORDER}\n\n${TEXT}`;
    expect(await read(known)).toMatchObject({ kind: "restricted" });
  });
});

describe("what cannot be taught", () => {
  it.each([
    ["Hei myyjä,", "too_short"],
    ["a".repeat(700), "too_long"],
    ["This sentence stands in no such notice at all.", "not_in_notice"],
    [sentence, null],
  ])("%s: %s", (marked, fault) => {
    expect(sentenceFault(teachableSentence(marked), { kind: "opted_out", noticeText: TEXT })).toBe(fault);
  });

  it("is a sentence that means another kind already", () => {
    const text = `Your message for order ${ORDER} was blocked because it violates our Communication Guidelines.`;
    expect(sentenceFault(teachableSentence(text), { kind: "opted_out", noticeText: text })).toBe("other_kind");
    expect(sentenceFault(teachableSentence(text), { kind: "guideline_block", noticeText: text })).toBeNull();
  });
});
