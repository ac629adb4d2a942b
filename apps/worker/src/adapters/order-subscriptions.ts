import { endSubscription, ensureDestination, type NotificationTarget } from "@heed/amazon/destinations";
import type { Application } from "@heed/amazon/grantless";
import type { Region } from "@heed/core/marketplace/marketplaces";

export interface SubscriptionPlace {
  readonly region: Region;
  readonly subscriptionId: string;
}

/** What the application itself does about notifications: where they go, and their end. */
export interface OrderSubscriptions {
  /** Amazon's id of our destination in this region, made when it is first asked for; null where none is set up. */
  destinationOf(region: Region): Promise<string | null>;
  end(place: SubscriptionPlace): Promise<void>;
}

interface Parts {
  readonly application: () => Promise<Application>;
  readonly target: NotificationTarget | null;
}

/** These calls belong to no store and are a handful a year: they are not counted by store. */
export function orderSubscriptions({ application, target }: Parts): OrderSubscriptions {
  const known = new Map<Region, Promise<string>>();
  const make = async (region: Region, wanted: NotificationTarget) =>
    ensureDestination(await application(), { region, target: wanted });
  return {
    async destinationOf(region) {
      if (target === null) return null;
      const made = known.get(region) ?? make(region, target);
      known.set(region, made);
      // What failed is tried again by the next who asks.
      made.catch(() => known.delete(region));
      return made;
    },
    end: async (place) => endSubscription(await application(), place),
  };
}

interface TargetSettings {
  readonly queueUrl: string | undefined;
  /** `<account>/<region>` */
  readonly eventBridge: string | undefined;
}

/** An event bus where one is named, else the queue that is read; null for none: then sync alone brings changes. */
export function notificationTarget({ queueUrl, eventBridge }: TargetSettings): NotificationTarget | null {
  const [accountId, region] = eventBridge?.split("/") ?? [];
  if (accountId !== undefined && region !== undefined) return { eventBridge: { accountId, region } };
  return queueUrl === undefined ? null : { sqs: { arn: queueArn(queueUrl) } };
}

export const queueRegion = (queueUrl: string) => /^https:\/\/sqs\.([a-z0-9-]+)\./.exec(queueUrl)?.[1] ?? "us-east-1";

function queueArn(queueUrl: string): string {
  const [, account, name] = new URL(queueUrl).pathname.split("/");
  return `arn:aws:sqs:${queueRegion(queueUrl)}:${account}:${name}`;
}
