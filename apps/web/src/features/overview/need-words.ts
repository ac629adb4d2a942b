import type { Outputs } from "../../server/routers/app.ts";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { counted } from "../number-words.ts";
import type { Section } from "../shell/paths.ts";

export type NeedItem = Outputs["overview"]["get"]["needsYou"][number];

interface NeedWords {
  readonly title: string;
  /** What it means for orders, and what to do. */
  readonly text: string;
  readonly section: Section;
  readonly query: string;
}

export function needWords(item: NeedItem): NeedWords {
  switch (item.kind) {
    case "notice_review":
      return {
        title: `${counted(item.count, "notice")} to judge`,
        text: "Amazon wrote something that no pattern of ours matches. The messages it is about are held.",
        section: "opt-outs",
        query: "?notices=review",
      };
    case "message_unknown":
      return {
        title: `${counted(item.count, "message")} with an unknown fate`,
        text: "Amazon's answer was lost. They are not sent again, so that no buyer is asked twice.",
        section: "orders",
        query: "?state=needs_you",
      };
    case "store_reauthorise":
      return {
        title: `${item.storeName} is not authorised any more`,
        text: "No order comes in and no request goes out until the store is connected again.",
        section: "overview",
        query: "",
      };
    case "store_restricted":
      return {
        title: `Amazon restricted ${item.storeName}`,
        text: "The e-mail lane paused by itself. Requests through Amazon still go.",
        section: "opt-outs",
        query: "",
      };
    case "daily_cap_near":
      return {
        title: `${item.storeName} has used ${item.sent} of ${item.cap} messages a day`,
        text: "Amazon limits proactive messages. What goes beyond waits for its turn, first planned, first sent.",
        section: "overview",
        query: "",
      };
    case "sender_not_proven":
      return {
        title: `Sender of ${item.storeName} not proven`,
        text: `${marketplaceName(item.marketplaceId)}The e-mail lane waits until Amazon has accepted a mail from it.`,
        section: "overview",
        query: "",
      };
  }
}

function marketplaceName(marketplaceId: string | undefined): string {
  return marketplaceId === undefined ? "" : `${marketplaceLook(marketplaceId).name}. `;
}
