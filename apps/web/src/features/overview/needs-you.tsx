import type { Outputs } from "../../server/routers/app.ts";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Mark } from "../../ui/state-mark.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { type NeedItem, needWords } from "./need-words.ts";

export function NeedsYou({ items }: { items: Outputs["overview"]["get"]["needsYou"] }) {
  return (
    <Panel title="Needs you">
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-ink-2">Nothing needs you. What does will stand here.</p>
      ) : (
        <ul className="pb-2">
          {items.map((item) => (
            <Need key={JSON.stringify(item)} item={item} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Need({ item }: { item: NeedItem }) {
  const place = usePlace();
  const { title, text, href } = needWords(item, place);
  return (
    <li>
      <IntentLink href={href} className="focus-inset flex gap-2.5 px-4 py-2 hover:bg-hover">
        <Mark tone="waiting" shape="diamond" className="mt-1.25" />
        <span className="min-w-0">
          <span className="block font-medium">{title}</span>
          <span className="block text-small text-ink-2">{text}</span>
        </span>
      </IntentLink>
    </li>
  );
}
