import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { renderSignInMail } from "./sign-in-mail.ts";

const url = "https://heed.example/api/auth/callback/email?token=abc&email=a%40b.example";

describe("the sign-in mail", () => {
  it("shows the link as a button, as an address and in the text part", async () => {
    const mail = await renderSignInMail({ url, expiresMinutes: 15 });
    expect(hrefsOf(parse(mail.html))).toEqual([url, url]);
    expect(mail.text).toContain(url);
    expect(mail.subject).toBe("Sign in to Heed");
  });

  it("says how long the link is valid", async () => {
    const mail = await renderSignInMail({ url, expiresMinutes: 15 });
    expect(mail.html).toContain("15");
    expect(mail.text).toContain("valid for 15 minutes");
  });

  it("keeps what stands in the link from becoming markup", async () => {
    const mail = await renderSignInMail({ url: `${url}&x="><img src=x onerror=alert(1)>`, expiresMinutes: 15 });
    expect(mail.html).not.toMatch(/<img/);
    expect(hrefsOf(parse(mail.html))).toHaveLength(2);
  });

  it("refuses what is no web address", async () => {
    await expect(renderSignInMail({ url: "javascript:alert(1)", expiresMinutes: 15 })).rejects.toThrow(TypeError);
  });
});

type Node = DefaultTreeAdapterMap["node"];

function hrefsOf(node: Node): string[] {
  const own = "attrs" in node ? node.attrs.filter(({ name }) => name === "href").map(({ value }) => value) : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(hrefsOf)] : own;
}
