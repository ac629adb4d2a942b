/** Notices come in on one domain, senders stand on another. */
export function ownAddress(
  address: { readonly kind: "notice" | "sender"; readonly localPart: string },
  mailDomain: string,
): string {
  return `${address.localPart}@${address.kind === "notice" ? "in" : "mail"}.${mailDomain}`;
}
