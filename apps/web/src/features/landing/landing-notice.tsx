/**
 * What Amazon writes when a buyer has opted out, and the ledger line that it becomes. The wording is that of the
 * English notice as sellers published it; ids and times are invented.
 */
export function LandingNotice() {
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:items-center">
      <figure className="rounded-box border border-hairline bg-sunken p-5 font-mono text-small">
        <figcaption className="sr-only">The notice as it arrives</figcaption>
        <p className="text-ink-3">
          From: <span className="text-ink">auto-communication@amazon.com</span>
        </p>
        <p className="text-ink-3">
          Subject: <span className="text-ink">Your message to a buyer could not be delivered</span>
        </p>
        <p className="mt-4 leading-6 text-ink-2">
          Dear Seller,
          <br />
          We were unable to deliver the message you sent for order <span className="text-ink">002-1172915-4483205</span>{" "}
          <mark className="rounded-badge bg-refused-soft px-1 text-refused">
            because the buyer has chosen to opt out of receiving unsolicited messages from sellers.
          </mark>
        </p>
      </figure>
      <figure className="rounded-box border border-hairline bg-surface">
        <figcaption className="border-b border-hairline px-4 py-2.5 font-semibold">What Heed makes of it</figcaption>
        <ol className="flex flex-col px-4 py-3">
          <Line
            at="09:14"
            title="Notice received"
            text="Amazon’s signature checked, matched to the message by its order id"
          />
          <Line
            at="09:14"
            title="Refused by the buyer"
            text="The message is not billed; the buyer is remembered by a keyed hash"
            bad
          />
          <Line
            at="09:14"
            title="Next message to this buyer: not sent"
            text="Rule: buyer opted out, learnt today 09:14"
            last
          />
        </ol>
      </figure>
    </div>
  );
}

interface LineProps {
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly bad?: boolean;
  readonly last?: boolean;
}

function Line({ at, title, text, bad = false, last = false }: LineProps) {
  return (
    <li className="grid grid-cols-[14px_minmax(0,1fr)_auto] gap-x-2.5">
      <span className="flex flex-col items-center pt-1.5">
        <span className={bad ? "size-2 rounded-badge bg-mark-refused" : "size-2 rounded-full bg-accent"} />
        {last ? null : <span className="mt-1 w-px flex-1 bg-hairline" />}
      </span>
      <span className={last ? "" : "pb-3"}>
        <span className={bad ? "block font-medium text-refused" : "block font-medium"}>{title}</span>
        <span className="block text-small text-ink-2">{text}</span>
      </span>
      <span className="font-mono text-small text-ink-3 tabular-nums">{at}</span>
    </li>
  );
}
