import { isIPv4, isIPv6 } from "node:net";

/**
 * The part of a network address that says where something came from without saying who: the first three numbers of
 * IPv4, the first three groups of IPv6. Null for what is no address.
 */
export function networkPart(address: string): string | null {
  const plain = address.replace(/^::ffff:/i, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return null;
  const groups = plain.split("::")[0]?.split(":").slice(0, 3) ?? [];
  return `${groups.map((group) => group.toLowerCase()).join(":")}::/48`;
}

const BROWSERS = [
  [/\bEdg\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const SYSTEMS = [
  [/\b(iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
] as const;

/** "Firefox on Windows": what the owner of a session recognises; nothing finer is kept. */
export function deviceWords(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "Another browser";
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}
