"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notify.ts";
import { Time } from "../../ui/time.tsx";
import { usePlace } from "../shell/shell-data.ts";
import type { TemplateDetail } from "./template-editor.tsx";

/** The versions, which of them serves, and who has agreed. */
export function TemplateVersions({ template }: { template: TemplateDetail }) {
  const acts = useActs(template);
  const { needsApproval, activeVersion, blocked, versions } = template;
  const active = blocked ? <Badge tone="refused">Blocked</Badge> : <Badge tone="reached">Serves</Badge>;
  return (
    <div className="pb-3 text-small">
      <label className="flex items-center gap-2 px-4 pt-1 pb-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={needsApproval}
          disabled={acts.busy}
          onChange={(event) => acts.require(event.target.checked)}
        />
        A second person, such as the client, has to agree to each version
      </label>
      <ul className="divide-y divide-hairline border-t border-hairline">
        {versions.map(({ version, at, approval }) => (
          <li key={version} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="font-medium tabular-nums">Version {version}</span>
            {version === activeVersion ? active : null}
            {approval === null ? null : <Consent approval={approval} />}
            <Time at={at.toString()} zone="UTC" className="text-ink-3" />
            <span className="ml-auto flex gap-1">
              <VersionActs
                version={version}
                template={template}
                acts={acts}
                open={approval?.answer ?? (approval === null ? "unasked" : "asked")}
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Approval = NonNullable<TemplateDetail["versions"][number]["approval"]>;

function Consent({ approval: { answer, note } }: { approval: Approval }) {
  if (answer === null) return <Badge tone="waiting">Asked</Badge>;
  return (
    <span title={note ?? undefined}>
      <Badge tone={answer === "given" ? "reached" : "refused"}>{answer === "given" ? "Agreed" : "Refused"}</Badge>
    </span>
  );
}

type Acts = ReturnType<typeof useActs>;

interface VersionActsProps {
  readonly version: number;
  readonly template: TemplateDetail;
  readonly acts: Acts;
  readonly open: "unasked" | "asked" | "given" | "refused";
}

function VersionActs({ version, template, acts, open }: VersionActsProps) {
  const { needsApproval, activeVersion } = template;
  if (open === "asked") {
    return (
      <>
        <Button size="small" disabled={acts.busy} onClick={() => acts.answer(version, "given")}>
          Agree
        </Button>
        <Button size="small" variant="ghost" disabled={acts.busy} onClick={() => acts.answer(version, "refused")}>
          Refuse
        </Button>
      </>
    );
  }
  if (needsApproval && open === "unasked" && version !== activeVersion) {
    return (
      <Button size="small" disabled={acts.busy} onClick={() => acts.ask(version)}>
        Ask to agree
      </Button>
    );
  }
  if (version === activeVersion) return null;
  return (
    <Button size="small" variant="ghost" disabled={acts.busy} onClick={() => acts.serve(version)}>
      Let it serve
    </Button>
  );
}

function useActs({ id }: TemplateDetail) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const options = {
    onSuccess: () => client.invalidateQueries(api.template.pathFilter()),
    onError: ({ message }: { readonly message: string }) => void notify(message),
  };
  const require = useMutation(api.template.requireApproval.mutationOptions(options));
  const ask = useMutation(api.template.askApproval.mutationOptions(options));
  const answer = useMutation(api.template.answerApproval.mutationOptions(options));
  const serve = useMutation(api.template.serve.mutationOptions(options));
  return {
    busy: [require, ask, answer, serve].some(({ isPending }) => isPending),
    require: (needed: boolean) => require.mutate({ ...place, id, needed }),
    ask: (version: number) => ask.mutate({ ...place, id, version }),
    answer: (version: number, given: "given" | "refused") =>
      answer.mutate({ ...place, id, version, answer: given, note: null }),
    serve: (version: number) => serve.mutate({ ...place, id, version }),
  };
}
