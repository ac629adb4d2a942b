import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { runKilled } from "../killing/run-killed.ts";
import { asOwner } from "../sabotage.ts";

const ORDERS = 120;
const DAYS = 4;

/** Planted bug 1: a claim does not hold. A message that was sent is found `planned` again, as if nobody had taken it. */
export const plantedNoClaim: FaultEntry = {
  key: "planted-1",
  title: "planted bug: a claim does not hold, so a sent message is planned again",
  expects: "caught",
  run: loseClaims,
};

async function loseClaims({ seed, say }: FaultInput): Promise<FaultOutcome> {
  const { verdict, accepted } = await runKilled({
    orders: ORDERS,
    days: DAYS,
    seed,
    kills: [],
    say,
    sabotage: forgetOutcomes,
  });
  return {
    count: 1,
    effective: accepted.solicitation + accepted.email > 0 ? 1 : 0,
    failures: verdict.double,
    examples: verdict.examples,
    details: { double: verdict.double, sent: accepted.solicitation + accepted.email },
  };
}

/** The first outcome of each message is thrown away, and its claim with it. Runs after the trigger that checks states. */
function forgetOutcomes({ ownerUrl }: { readonly ownerUrl: string }): Promise<void> {
  return asOwner(ownerUrl, [
    "create table planted_seen (id uuid primary key)",
    "grant select, insert on planted_seen to heed_app",
    `create function planted_forget() returns trigger language plpgsql as $$
    begin
      if new.state = 'sent' and old.state = 'sending' and not exists (select from planted_seen where id = new.id) then
        insert into planted_seen values (new.id);
        new.state := 'planned';
        new.plan_version := old.plan_version + 1;
        new.dispatched_at := null;
        new.sent_at := null;
        new.settle_at := null;
      end if;
      return new;
    end
    $$`,
    "create trigger planted_forget before update of state on message for each row execute function planted_forget()",
  ]);
}
