import { AMAZON_DOMAINS } from "../../notice/amazon-senders.ts";

/** The address of a link after the repairs that browsers make: white space dropped, back slashes turned. */
export function readUrl(address: string): URL | null {
  const cleaned = address.trim().replace(/[\t\n\r]/g, "");
  try {
    return new URL(cleaned);
  } catch {
    return null;
  }
}

/** Whether the link leads to Amazon itself: a listed domain or a host below it, no user name, no other port. */
export function isAmazonHost(url: URL): boolean {
  const host = url.hostname.toLowerCase().replace(/\.$/, "");
  return (
    url.username === "" &&
    url.password === "" &&
    url.port === "" &&
    AMAZON_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`))
  );
}
