import type { Outputs } from "../../server/routers/app.ts";
import { criticalQuery } from "../critical/critical-filters.ts";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { counted } from "../number-words.ts";
import { type Place, sectionPath, storePath } from "../shell/paths.ts";

export type NeedItem = Outputs["overview"]["get"]["needsYou"][number];

interface NeedWords {
  readonly title: string;
  /** What it means for orders, and what to do. */
  readonly text: string;
  /** The page on which it is settled. */
  readonly href: string;
}

export function needWords(item: NeedItem, place: Place): NeedWords {
  return "count" in item ? countedWords(item, place) : storeWords(item, place);
}

function countedWords({ kind, count }: Extract<NeedItem, { count: number }>, place: Place): NeedWords {
  const critical = sectionPath(place, "critical");
  switch (kind) {
    case "notice_review":
      return {
        title: `${counted(count, "notice")} to judge`,
        text: "Amazon wrote something that no pattern of ours matches. The messages it is about are held.",
        href: `${sectionPath(place, "opt-outs")}?notices=review`,
      };
    case "approval_waiting":
      return {
        title: `${counted(count, "critical message")} to approve`,
        text: "Somebody wrote to a buyer and waits for a second member to agree.",
        href: criticalQuery(critical, { show: "waiting" }),
      };
    case "task_open":
      return {
        title: `${counted(count, "task")} in Seller Central`,
        text: "Amazon’s interface has no way for these messages. Write them there, then close the task.",
        href: criticalQuery(critical, { show: "tasks" }),
      };
    case "message_unknown":
      return {
        title: `${counted(count, "message")} with an unknown fate`,
        text: "Amazon's answer was lost. They are not sent again, so that no buyer is asked twice.",
        href: `${sectionPath(place, "orders")}?state=needs_you`,
      };
  }
}

function storeWords(item: Exclude<NeedItem, { count: number }>, place: Place): NeedWords {
  const store = storePath(place.workspace, item.storeId);
  switch (item.kind) {
    case "store_reauthorise":
      return {
        title: `${item.storeName} is not authorised any more`,
        text: "No order comes in and no request goes out until the store is connected again.",
        href: store,
      };
    case "store_restricted":
      return {
        title: `Amazon restricted ${item.storeName}`,
        text: "The e-mail lane paused by itself. Requests through Amazon still go.",
        href: `${sectionPath({ ...place, store: item.storeId }, "opt-outs")}?notices=all`,
      };
    case "daily_cap_near":
      return {
        title: `${item.storeName} has used ${item.sent} of ${item.cap} messages a day`,
        text: "Amazon limits proactive messages. What goes beyond waits for its turn, first planned, first sent.",
        href: store,
      };
    case "address_silent":
      return {
        title: `Too few notices from ${marketplaceLook(item.marketplaceId).name} for ${item.storeName}`,
        text: "So few come by chance less than once in a thousand. Look whether the address still stands in Seller Central.",
        href: `${sectionPath({ ...place, store: item.storeId }, "opt-outs")}?notices=addresses`,
      };
    case "address_deaf":
      return {
        title: `A notice address of ${item.storeName} does not receive`,
        text: `${marketplaceLook(item.marketplaceId).name}. Our daily test mail did not arrive: refusals are not learnt until it does.`,
        href: `${sectionPath({ ...place, store: item.storeId }, "opt-outs")}?notices=addresses`,
      };
    case "sender_stopped":
      return {
        title: `The sender of ${item.storeName} is stopped`,
        text: "Buyers complained, or too many mails bounced. No e-mail goes out until somebody looks into it.",
        href: store,
      };
    case "sender_not_proven":
      return {
        title: `Sender of ${item.storeName} not proven`,
        text: `${marketplaceName(item.marketplaceId)}The e-mail lane waits until Amazon has accepted a mail from it.`,
        href: store,
      };
  }
}

function marketplaceName(marketplaceId: string | undefined): string {
  return marketplaceId === undefined ? "" : `${marketplaceLook(marketplaceId).name}. `;
}
