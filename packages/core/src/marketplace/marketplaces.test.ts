import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { MARKETPLACES, marketplaceById, marketplaceBySalesChannel } from "./marketplaces.ts";
import { offsetSpan } from "./zone-time.ts";

describe("marketplaces", () => {
  it("are 23, each with its own id, country and domain", () => {
    expect(MARKETPLACES).toHaveLength(23);
    for (const key of ["marketplaceId", "country", "domain"] as const) {
      expect(new Set(MARKETPLACES.map((marketplace) => marketplace[key])).size).toBe(23);
    }
  });

  it("have zones that exist", () => {
    for (const { timeZone } of MARKETPLACES) expect(() => offsetSpan(timeZone, 0)).not.toThrow();
  });

  it.each([
    ["Amazon.com", "US"],
    ["Amazon.co.jp", "JP"],
    ["Amazon.de", "DE"],
    ["amazon.co.uk", "UK"],
    [" Amazon.com.mx ", "MX"],
  ])("sales channel %s is %s", (channel, country) => {
    expect(marketplaceBySalesChannel(channel)?.country).toBe(country);
  });

  it.each(["Non-Amazon", "Non-Amazon US", "", "Amazon", "Amazon.xyz"])(
    "sales channel %j is none of them",
    (channel) => {
      expect(marketplaceBySalesChannel(channel)).toBeNull();
    },
  );

  it("an unknown id is null", () => {
    expect(marketplaceById("A0000000000000")).toBeNull();
    expect(marketplaceById("A1VC38T7YXB528")?.timeZone).toBe("Asia/Tokyo");
  });
});

const file = new URL("../../../../../shared/spec/marketplaces.json", import.meta.url);
const seen = z
  .literal("observed-in-a-source")
  .transform(() => true)
  .or(z.literal("pattern-inferred").transform(() => false));
const specification = z.object({
  marketplaces: z.array(
    z.object({
      country: z.string(),
      marketplaceId: z.string(),
      region: z.string(),
      endpoint: z.string(),
      sandbox_endpoint: z.string(),
      domain: z.string(),
      seller_central_host: z.string(),
      timezone: z.string(),
      currency: z.string(),
      languages_recollection: z.array(z.string()),
      proxy_mail_domain_expected: z.string(),
      auto_communication_sender_expected: z.string(),
      proxy_domain_status: seen,
      auto_communication_status: seen,
    }),
  ),
});

it.skipIf(!existsSync(file))("agree with the collected facts (shared-missing)", () => {
  const { marketplaces } = specification.parse(JSON.parse(readFileSync(file, "utf8")));
  expect(marketplaces.length).toBe(MARKETPLACES.length);
  for (const row of marketplaces) {
    expect(marketplaceById(row.marketplaceId)).toMatchObject({
      country: row.country,
      region: row.region,
      endpointHost: new URL(row.endpoint).host,
      sandboxEndpointHost: new URL(row.sandbox_endpoint).host,
      domain: row.domain,
      sellerCentralHost: row.seller_central_host,
      timeZone: row.timezone,
      currency: row.currency,
      languages: row.languages_recollection.map((language) => language.replace("_", "-")),
      aliasDomain: row.proxy_mail_domain_expected,
      aliasDomainSeen: row.proxy_domain_status,
      noticeSender: row.auto_communication_sender_expected,
      noticeSenderSeen: row.auto_communication_status,
    });
  }
});
