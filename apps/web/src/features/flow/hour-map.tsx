import { count } from "../number-words.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** When messages would have gone, in the zones of their marketplaces: a square for each hour of the week. */
export function HourMap({ hours }: { hours: readonly (readonly number[])[] }) {
  const most = Math.max(1, ...hours.flat());
  return (
    <figure>
      <figcaption className="mb-1 font-medium">Hours of the week, buyer's time</figcaption>
      <table className="w-full table-fixed border-separate border-spacing-px">
        <caption className="sr-only">Messages by weekday and hour</caption>
        <tbody>
          {DAYS.map((day, row) => (
            <tr key={day}>
              <th scope="row" className="w-8 text-left text-micro text-ink-3">
                {day.slice(0, 2)}
                <span className="sr-only">{day.slice(2)}</span>
              </th>
              {(hours[row] ?? []).map((value, hour) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the hour is its identity
                  key={hour}
                  title={`${day} ${hour}:00, ${count(value)}`}
                  className="h-3 rounded-badge bg-hover p-0"
                >
                  <span className="block h-full rounded-badge bg-accent" style={{ opacity: value / most }}>
                    <span className="sr-only">{value === 0 ? "" : `${hour}:00 ${count(value)}`}</span>
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
