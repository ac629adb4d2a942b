import { type ClientReport, rateSentence } from "@heed/core/report/client-report";
import { Scroller } from "../../ui/scroller.tsx";
import { count } from "../number-words.ts";

const HEAD = ["Store", "Orders", "Sent", "Reached", "Refused"] as const;

/** The same words and figures as the mail, under the agency's name and colour. */
export function ReportSheet({ report }: { report: ClientReport }) {
  const { client, sender, colour, week, stores, total } = report;
  return (
    <section
      aria-label={`Report for ${client}`}
      className="rounded-box border border-hairline bg-surface p-6 print:border-0 print:p-0"
      style={colour === null ? undefined : { borderTop: `4px solid ${colour}` }}
    >
      <p className="text-small text-ink-2">{sender}</p>
      <h2 className="pt-1 text-title">{client}</h2>
      <p className="text-ink-2 tabular-nums">
        {week.from} to {week.to}
      </p>
      {stores.length === 0 ? (
        <p className="pt-4">This client has no store that may be looked into, so no report goes out.</p>
      ) : (
        <>
          <Scroller label="Figures of the week" className="mt-4">
            <table className="w-full text-right text-small tabular-nums">
              <caption className="sr-only">Figures of the week</caption>
              <thead className="text-ink-3">
                <tr>
                  {HEAD.map((name, at) => (
                    <th key={name} scope="col" className={`py-1.5 font-medium ${at === 0 ? "text-left" : "pl-4"}`}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {stores.map((store) => (
                  <Row key={store.name} name={store.name} figures={store} />
                ))}
                {stores.length > 1 ? <Row name="All" figures={total} strong /> : null}
              </tbody>
            </table>
          </Scroller>
          <p className="pt-4">{rateSentence(total.rate)}</p>
          <p className="pt-2 text-small text-ink-2">
            Reached: sent, and no notice of a refusal came within 72 hours. A message of this week may still be waiting
            for that.
          </p>
        </>
      )}
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly figures: ClientReport["total"];
  readonly strong?: boolean;
}

function Row({ name, figures: { orders, sent, reached, refused }, strong = false }: RowProps) {
  return (
    <tr className={`border-t border-hairline ${strong ? "font-semibold" : ""}`}>
      <th scope="row" className="py-1.5 text-left font-[inherit]">
        {name}
      </th>
      {[orders, sent, reached, refused].map((value, at) => (
        <td key={HEAD[at + 1]} className="py-1.5 pl-4">
          {count(value)}
        </td>
      ))}
    </tr>
  );
}
