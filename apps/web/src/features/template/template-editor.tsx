"use client";

import { textFormat } from "@heed/core/message/purpose";
import type { TemplateText } from "@heed/core/template/template";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/inline-controls.tsx";
import { notify } from "../../ui/notify.ts";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { FindingList } from "./finding-list.tsx";
import { LanguageTabs } from "./language-tabs.tsx";
import { TemplatePreview } from "./template-preview.tsx";
import { TemplateVersions } from "./template-versions.tsx";
import { TestButton } from "./test-button.tsx";
import { useJudge } from "./use-judge.ts";

const CodeEditor = dynamic(() => import("./code-editor.tsx").then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => <Skeleton className="h-72 w-full rounded-box" />,
});

export type TemplateDetail = Outputs["template"]["get"];

export function TemplateEditor({ id }: { id: string }) {
  const api = useTRPC();
  const place = usePlace();
  const { data: template } = useSuspenseQuery(api.template.get.queryOptions({ ...place, id }));
  const [latest] = template.versions;
  if (latest === undefined) return null;
  return <Editor key={latest.version} template={template} saved={latest.definition.texts} base={latest.version} />;
}

interface EditorProps {
  readonly template: TemplateDetail;
  readonly saved: readonly TemplateText[];
  readonly base: number;
}

function Editor({ template, saved, base }: EditorProps) {
  const api = useTRPC();
  const place = usePlace();
  const [texts, setTexts] = useState(saved);
  const [language, setLanguage] = useState(saved[0]?.language ?? "en");
  const [order, setOrder] = useState<string | null>(null);
  const { data: orders } = useQuery(api.template.orders.queryOptions(place));
  const text = texts.find((one) => one.language === language) ?? texts[0];
  const purpose = template.versions[0]?.definition.purpose ?? "review_request";
  const isMail = textFormat(purpose) === "html";
  const judged = useJudge(text ?? { language, subject: "", body: "" }, { purpose, order });
  const save = useSave(template, { texts, base });
  if (text === undefined) return null;
  const set = (changes: Partial<TemplateText>) =>
    setTexts(texts.map((one) => (one.language === text.language ? { ...one, ...changes } : one)));
  const changed = JSON.stringify(texts) !== JSON.stringify(saved);
  return (
    <>
      <PageHeader title={template.name}>
        <span className="text-small text-ink-2">{PURPOSE_WORDS[purpose]}</span>
        {isMail ? (
          <TestButton template={template} version={base} language={text.language} order={order} unsaved={changed} />
        ) : null}
        <Button
          variant="primary"
          busy={save.isPending}
          disabled={!changed}
          onClick={() => save.mutate({ ...place, id: template.id, base, texts: [...texts] })}
        >
          Save version {base + 1}
        </Button>
      </PageHeader>
      <LanguageTabs texts={texts} current={text.language} onPick={setLanguage} onChange={setTexts} />
      <div className="mt-4 grid gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {isMail ? (
            <TextField
              label="Subject"
              name="subject"
              value={text.subject}
              onChange={(event) => set({ subject: event.target.value })}
            />
          ) : (
            <p className="text-small text-ink-2">
              Plain text that goes through Amazon's own message of this kind; Amazon writes the subject.
            </p>
          )}
          <div>
            <p className="mb-1.5 text-small font-medium">Text</p>
            <CodeEditor
              key={text.language}
              value={text.body}
              judged={judged.answer}
              onChange={(body) => set({ body })}
            />
          </div>
          <FindingList judged={judged} text={text} onChange={set} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SelectField
            label="Preview on the order"
            choices={[
              { value: "", label: "An invented order" },
              ...(orders ?? []).map((one) => ({ value: one.ref, label: one.orderId })),
            ]}
            value={order ?? ""}
            onPick={(ref) => setOrder(ref === "" ? null : ref)}
          />
          <TemplatePreview mail={judged.answer?.mail ?? null} />
          <Panel title="Versions and consent">
            <TemplateVersions template={template} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function useSave(template: TemplateDetail, { base }: { texts: readonly TemplateText[]; base: number }) {
  const api = useTRPC();
  const client = useQueryClient();
  return useMutation(
    api.template.save.mutationOptions({
      onSuccess: async ({ version, active }) => {
        await client.invalidateQueries(api.template.pathFilter());
        const kept = template.needsApproval
          ? "It serves once somebody has agreed."
          : "The rules block it, so the version before goes on.";
        void notify(active ? `Version ${version} serves from now on.` : `Version ${version} is kept. ${kept}`);
      },
      onError: ({ message }) => void notify(`Version ${base + 1} was not saved. ${message}`),
    }),
  );
}
