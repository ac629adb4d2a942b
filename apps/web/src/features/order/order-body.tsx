"use client";

import { buttonClass } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Time } from "../../ui/time.tsx";
import { HoldButton } from "../brake/hold-button.tsx";
import { criticalQuery } from "../critical/critical-filters.ts";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { MessageMark } from "../message/message-mark.tsx";
import { proofPath, sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { money } from "./money.ts";
import { TimeLine } from "./time-line.tsx";
import { type OrderDetail, timeLineEvents } from "./time-line-events.ts";

/** Facts and story of an order, in the panel and on the full page. */
export function OrderBody({ order }: { order: OrderDetail }) {
  const { zone } = marketplaceLook(order.row.marketplaceId);
  return (
    <div className="flex flex-col gap-6">
      <Facts order={order} />
      <OrderLinks orderRef={order.row.ref} />
      <section aria-label="Time line">
        <div className="flex items-baseline justify-between pb-3">
          <h2 className="font-semibold">Time line</h2>
          <span className="text-small text-ink-3">Times in {zone.replace("_", " ")}</span>
        </div>
        <TimeLine orderRef={order.row.ref} events={timeLineEvents(order)} zone={zone} />
      </section>
    </div>
  );
}

function OrderLinks({ orderRef }: { orderRef: string }) {
  const place = usePlace();
  return (
    <p className="flex flex-wrap gap-2">
      <IntentLink
        href={criticalQuery(sectionPath(place, "critical"), { order: orderRef })}
        className={buttonClass("secondary", "small")}
      >
        Write critical message
      </IntentLink>
      <IntentLink href={proofPath(place, orderRef)} className={buttonClass("ghost", "small")}>
        Proof for Amazon
      </IntentLink>
    </p>
  );
}

function Facts({ order }: { order: OrderDetail }) {
  const { row } = order;
  const { name, zone } = marketplaceLook(row.marketplaceId);
  const delivery = row.delivery === null ? null : (row.delivery.latest ?? row.delivery.earliest).toString();
  return (
    <section aria-label="Facts">
      <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <Fact label="Store">
          {row.storeName}, Amazon {name}
        </Fact>
        <Fact label="Status">{statusWord(row.status)}</Fact>
        <Fact label="Fulfilled by">{row.fulfilledBy === "amazon" ? "Amazon" : "the seller"}</Fact>
        <Fact label="Delivery">
          {delivery === null ? "Not known yet" : <Time at={delivery} zone={zone} show="absolute" />}
          {row.delivery?.estimated === true ? <span className="text-ink-3"> estimated by Heed</span> : null}
        </Fact>
        {row.programs.length === 0 ? null : <Fact label="Programmes">{row.programs.map(statusWord).join(", ")}</Fact>}
        {order.totalMinor === null || order.currency === null ? null : (
          <Fact label="Total">{money(order.totalMinor, order.currency)}</Fact>
        )}
        <Fact label="Buyer">
          {order.aliasSource === null ? "Relay address not known" : "Relay address known"}
          {order.repeatBuyer ? ", bought here before" : ""}
        </Fact>
        <Fact label="Items">
          <ul>
            {order.items.map((item) => (
              <li key={item.orderItemId}>
                {item.quantity} × {item.title} <span className="font-mono text-small text-ink-3">{item.sku}</span>
                <HoldButton quiet label={`Stop ${item.sku}`} start={{ kind: "stop_item", code: item.asin ?? item.sku }}>
                  Stop this item
                </HoldButton>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-small text-ink-3">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

/** "PARTIALLY_SHIPPED" → "Partially shipped" */
function statusWord(code: string): string {
  const words = code.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function OrderTitle({ order }: { order: OrderDetail }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <span className="whitespace-nowrap font-mono text-body font-medium tabular-nums">{order.row.orderId}</span>
      <CopyButton text={order.row.orderId} what="order id" />
      <span className="text-small font-normal">
        <MessageMark state={order.row.message?.state ?? null} />
      </span>
    </span>
  );
}
