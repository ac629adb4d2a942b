import type { Outputs } from "../../server/routers/app.ts";
import { Badge } from "../../ui/badge.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { languageWord, VERIFICATION_WORDS } from "./notice-words.ts";

type Notice = Outputs["order"]["get"]["notices"][number];

/** How far a notice can be trusted, and the way to its text. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const place = usePlace();
  const { word, tone, meaning } = VERIFICATION_WORDS[notice.verification];
  return (
    <p className="flex flex-wrap items-center gap-2 text-small text-ink-2">
      <span title={meaning}>
        <Badge tone={tone}>{word}</Badge>
      </span>
      {languageWord(notice.language)}
      <IntentLink
        href={`${sectionPath(place, "opt-outs")}?notice=${notice.id}`}
        className="rounded-badge text-accent underline underline-offset-2"
      >
        Read the notice
      </IntentLink>
    </p>
  );
}
