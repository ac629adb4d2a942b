import { describe, expect, it } from "vitest";
import { deviceWords, networkPart } from "./request-origin.ts";

describe("where a request came from", () => {
  it.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:DB8:7:1:2:3:4:5", "2001:db8:7::/48"],
    ["2001:db8::1", "2001:db8::/48"],
    ["unknown", null],
    ["<script>", null],
  ])("of %s only %s is kept", (address, kept) => expect(networkPart(address)).toBe(kept));
});

describe("the words for a device", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox on Windows"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15",
      "Safari on macOS",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0", "Edge on Linux"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) CriOS/142.0 Mobile Safari/604.1", "Chrome on iOS"],
    ["curl/8.9", "Another browser"],
    [null, null],
  ])("of %s are %s", (agent, words) => expect(deviceWords(agent)).toBe(words));
});
