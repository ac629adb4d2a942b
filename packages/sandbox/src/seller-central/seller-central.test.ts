import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SPARE_SELLERS } from "../demo/spare-sellers.ts";
import { DEMO_STORES } from "../demo/stores.ts";
import { loginCall, startTestSandbox, type TestSandbox } from "../testing.ts";

const HOST = "sellercentral.amazon.com";
const [US] = DEMO_STORES;
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ spareSellers: true });
  await sandbox.control("POST", "/world", { stores: [...DEMO_STORES] });
});
afterAll(() => sandbox.stop());

const application = () => sandbox.running.settings.application;
const asked = () => ({
  application_id: application().applicationId,
  state: "our-state",
  redirect_uri: application().redirectUris[0] ?? "",
  version: "beta",
});

function open(path: string, query: Readonly<Record<string, string>>): Promise<Response> {
  const url = new URL(`/seller-central/${path}`, sandbox.running.controlUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return fetch(url, { redirect: "manual" });
}

function submit(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const url = new URL(`/seller-central/${path}`, sandbox.running.controlUrl);
  return fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
}

const consent = (changes: Readonly<Record<string, string>> = {}) =>
  submit(`${HOST}/apps/authorize/consent`, { ...asked(), seller: US.sellerId, answer: "confirm", ...changes });

const backOf = (response: Response) => new URL(response.headers.get("location") ?? "about:blank");

describe("the consent page", () => {
  it("offers the sellers of its region, also those that nobody has connected", async () => {
    const page = await (await open(`${HOST}/apps/authorize/consent`, asked())).text();
    const [spare] = SPARE_SELLERS;
    expect(page).toContain(US.sellerId);
    expect(page).toContain(spare?.sellerId);
    expect(page).not.toContain(DEMO_STORES[1].sellerId);
  });

  it("leads back with the state, the seller and a code that works once, at this address only, for five minutes", async () => {
    const back = backOf(await consent());
    expect(back.origin + back.pathname).toBe(asked().redirect_uri);
    expect(back.searchParams.get("state")).toBe("our-state");
    expect(back.searchParams.get("selling_partner_id")).toBe(US.sellerId);
    const code = back.searchParams.get("spapi_oauth_code") ?? "";
    const trade = (redirect_uri: string) =>
      sandbox.amazon("/auth/o2/token", loginCall({ grant_type: "authorization_code", code, redirect_uri }));
    expect((await trade("https://evil.example/")).status).toBe(400);
    expect((await trade(asked().redirect_uri)).status).toBe(200);
    expect((await trade(asked().redirect_uri)).status).toBe(400);
  });

  it.each([
    ["a foreign redirect address", { redirect_uri: "https://evil.example/callback" }, "MD5101"],
    [
      "a redirect address with more behind it",
      { redirect_uri: "http://localhost:3000/oauth/amazon/callback/x" },
      "MD5101",
    ],
    ["a draft that does not say so", { version: "" }, "MD1000"],
    ["another application", { application_id: "amzn1.sp.solution.other" }, "MD1000"],
    ["no state", { state: "" }, "no state"],
  ])("refuses %s", async (_what, changes, words) => {
    for (const response of [
      await open(`${HOST}/apps/authorize/consent`, { ...asked(), ...changes }),
      await consent(changes),
    ]) {
      expect(response.status).toBe(400);
      expect(await response.text()).toContain(words);
    }
  });

  it("gives nothing for a seller of another region, nor when one cancels", async () => {
    expect((await consent({ seller: DEMO_STORES[1].sellerId })).status).toBe(400);
    const cancelled = await consent({ answer: "cancel" });
    expect([cancelled.status, cancelled.headers.get("location")]).toEqual([200, null]);
  });
});

describe("the Appstore", () => {
  it("leads to the login address and, from there, back with a code", async () => {
    const login = backOf(await submit(`${HOST}/selling-partner-appstore/heed`, { seller: US.sellerId }));
    expect(login.origin + login.pathname).toBe(application().loginUri);
    expect(login.searchParams.get("selling_partner_id")).toBe(US.sellerId);
    const callback = new URL(login.searchParams.get("amazon_callback_uri") ?? "");
    const confirm = { amazon_state: login.searchParams.get("amazon_state") ?? "", ...asked() };
    const back = backOf(await open(`${HOST}${callback.pathname}`, confirm));
    expect(back.searchParams.get("spapi_oauth_code")).toMatch(/^ANsandbox/);
    expect((await open(`${HOST}${callback.pathname}`, { ...confirm, amazon_state: "A1.forged" })).status).toBe(400);
  });
});

describe("the settings of messages", () => {
  it("keep approved senders and the addresses for notices", async () => {
    const brise = SPARE_SELLERS[1];
    const path = `${marketplaceById(brise?.marketplaces[0]?.marketplaceId ?? "")?.sellerCentralHost}/messaging/settings`;
    const seller = brise?.sellerId ?? "";
    const notice = { [`notice:${brise?.marketplaces[0]?.marketplaceId}`]: "N-abc@in.heed.localhost" };
    for (const sender of ["one@mail.heed.localhost", "Two@mail.heed.localhost"])
      expect((await submit(path, { seller, sender, ...notice })).status).toBe(302);
    const page = await (await open(path, { seller })).text();
    for (const text of ["one@mail.heed.localhost", "two@mail.heed.localhost", "n-abc@in.heed.localhost"])
      expect(page).toContain(text);
    expect((await submit(path, { seller, sender: "no address" })).status).toBe(400);
  });
});
