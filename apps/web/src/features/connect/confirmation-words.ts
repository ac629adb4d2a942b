import type { Confirmation } from "@heed/db/commands/service-address";

export const CONFIRMATION_WORDS: Readonly<Record<Confirmation, { readonly title: string; readonly text: string }>> = {
  confirmed: {
    title: "This address is confirmed",
    text: "Answers of buyers will be forwarded to it. You can close this page.",
  },
  unknown: {
    title: "This link does not work",
    text: "It was used already, or a newer one was sent. If answers should come here, ask the store's owner to send the link again.",
  },
  expired: {
    title: "This link has run out",
    text: "It was valid for seven days. Ask the store's owner to send it again.",
  },
};

export function confirmationOf(text: string | undefined): Confirmation | null {
  return text !== undefined && Object.hasOwn(CONFIRMATION_WORDS, text) ? (text as Confirmation) : null;
}
