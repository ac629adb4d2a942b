import type { Outputs } from "../../server/routers/app.ts";
import { IntentLink } from "../../ui/intent-link.tsx";
import { useMinute } from "../../ui/minute-ticker.ts";
import { Panel } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { MarketplaceBadge, marketplaceLook } from "../marketplace/marketplace.tsx";
import { LANE_WORDS } from "../message/message-words.ts";
import { orderPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";

type Send = Outputs["overview"]["get"]["nextSends"][number];

/** What is due already has no instant any more: it goes when Amazon’s rate lets it. */
function SendTime({ send }: { send: Send }) {
  const now = useMinute();
  const at = send.dueAt.toString();
  const { zone } = marketplaceLook(send.marketplaceId);
  if (now === null || send.dueAt.epochMilliseconds >= now)
    return <Time at={at} zone={zone} className="w-22 text-right text-small text-ink-2" />;
  return (
    <span
      className="w-22 text-right text-small text-ink-2"
      title="It is due and goes in turn, as fast as Amazon allows."
    >
      due, in turn
    </span>
  );
}

/** What goes out next, soonest first; each is decided again on fresh facts before it goes. */
export function NextSends({ sends }: { sends: Outputs["overview"]["get"]["nextSends"] }) {
  const place = usePlace();
  return (
    <Panel title="Next sends">
      {sends.length === 0 ? (
        <p className="px-4 pb-4 text-ink-2">Nothing is planned. Messages appear here when orders come in.</p>
      ) : (
        <ol className="pb-2">
          {sends.map((send) => (
            <li key={send.ref}>
              <IntentLink
                href={orderPath(place, send.ref)}
                className="focus-inset flex items-center gap-2 px-4 py-1.5 hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-mono text-small tabular-nums">{send.orderId}</span>
                  <span className="block truncate text-small text-ink-3">
                    {LANE_WORDS[send.lane]} · {send.storeName}
                  </span>
                </span>
                <MarketplaceBadge marketplaceId={send.marketplaceId} />
                <SendTime send={send} />
              </IntentLink>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
