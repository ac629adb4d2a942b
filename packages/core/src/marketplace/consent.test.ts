import { describe, expect, it } from "vitest";
import { appstoreCallbackUrl, consentUrl, isSellerId } from "./consent.ts";
import { MARKETPLACES, marketplaceById } from "./marketplaces.ts";

const ours = {
  applicationId: "amzn1.sp.solution.1",
  state: "s&t=1",
  redirectUri: "https://heed.example/oauth/amazon/callback",
  draft: false,
};

describe("the address of the consent page", () => {
  it.each(MARKETPLACES)("is on the Seller Central of $name", (marketplace) => {
    const url = new URL(consentUrl(marketplace, ours));
    expect(url.origin).toBe(`https://${marketplace.sellerCentralHost}`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      application_id: ours.applicationId,
      state: ours.state,
      redirect_uri: ours.redirectUri,
    });
  });

  it("says that the application is a draft", () => {
    const us = marketplaceById("ATVPDKIKX0DER");
    expect(us && consentUrl(us, { ...ours, draft: true })).toContain("version=beta");
  });
});

describe("the way back to Amazon's Appstore", () => {
  const to = (amazonCallbackUri: string) => appstoreCallbackUrl({ ...ours, amazonCallbackUri, amazonState: "a" });

  it("keeps Amazon's address and adds ours", () => {
    const url = new URL(to("https://amazon.com/apps/authorize/confirm/amzn1.sp.solution.1") ?? "");
    expect(url.origin + url.pathname).toBe("https://amazon.com/apps/authorize/confirm/amzn1.sp.solution.1");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      redirect_uri: ours.redirectUri,
      amazon_state: "a",
      state: ours.state,
    });
  });

  it("does not let the address bring its own redirect", () => {
    const url = to("https://sellercentral.amazon.com/apps/authorize/confirm/x?redirect_uri=https://evil.example");
    expect(new URL(url ?? "").searchParams.getAll("redirect_uri")).toEqual([ours.redirectUri]);
  });

  it.each([
    "https://evil.example/apps/authorize/confirm/x",
    "https://amazon.com.evil.example/apps/authorize/confirm/x",
    "https://evilamazon.com/apps/authorize/confirm/x",
    "https://amazon.com@evil.example/apps/authorize/confirm/x",
    "https://user@amazon.com/apps/authorize/confirm/x",
    "https://amazon.com:8443/apps/authorize/confirm/x",
    "http://amazon.com/apps/authorize/confirm/x",
    "https://amazon.com/gp/redirect?to=/apps/authorize/confirm/x",
    "https://amazon.com/apps/authorize/confirm/../../../gp/redirect",
    "//amazon.com/apps/authorize/confirm/x",
    "javascript:alert(1)",
    "",
  ])("refuses %s", (address) => {
    expect(to(address)).toBeNull();
  });
});

it.each([
  ["A2NORTHPIERUS1", true],
  ["a2northpierus1", false],
  ["A2", false],
  ["A2NORTHPIER'; drop", false],
  ["", false],
])("%s is a seller's id: %s", (...[text, expected]) => {
  expect(isSellerId(text)).toBe(expected);
});
