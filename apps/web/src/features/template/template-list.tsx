"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable, type ListColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CsvButton } from "../export/csv-button.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { type Place, templatePath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { RuleChanges } from "./rule-changes.tsx";

const TemplateGallery = dynamic(() => import("./template-gallery.tsx").then((module) => module.TemplateGallery));

type Row = Outputs["template"]["list"][number];

/** The texts of the workspace, judged by the rules of today. */
export function TemplateList() {
  const api = useTRPC();
  const place = usePlace();
  const router = useRouter();
  const [choosing, setChoosing] = useState(false);
  const { data } = useSuspenseQuery(api.template.list.queryOptions(place));
  const start = (
    <Button variant="primary" onClick={() => setChoosing(true)}>
      New template
    </Button>
  );
  return (
    <>
      <PageHeader title="Templates" count={String(data.length)}>
        {data.length === 0 ? null : (
          <CsvButton
            fileName={`templates-${place.workspace}.csv`}
            header={["Template", "Purpose", "Version", "Latest version", "Consent needed", "Languages"]}
            rows={() => data.map(csvRow)}
          />
        )}
        {start}
      </PageHeader>
      <RuleChanges rows={data} />
      {data.length === 0 ? (
        <EmptyState
          title="No template yet"
          text="A template is the text of an e-mail in each language that your buyers read. It is checked against Amazon's guidelines while you type."
          action={start}
          ghosts
        />
      ) : (
        <DataTable
          caption="Templates"
          columns={columns(place)}
          rows={data}
          rowKey={(row) => row.id}
          onOpen={(row) => router.push(templatePath(place, row.id))}
          card={(row) => (
            <button
              type="button"
              className="focus-inset block w-full px-3 py-2.5 text-left hover:bg-hover"
              onClick={() => router.push(templatePath(place, row.id))}
            >
              <span className="block font-medium">{row.name}</span>
              <span className="mt-1 flex flex-wrap gap-1">
                <Languages row={row} />
              </span>
            </button>
          )}
        />
      )}
      {choosing ? <TemplateGallery onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

function csvRow({ name, purpose, activeVersion, latestVersion, needsApproval, languages }: Row): readonly string[] {
  const texts = languages.map(({ language, verdict }) => `${language} ${WORDS[verdict]}`);
  return [
    name,
    PURPOSE_WORDS[purpose],
    String(activeVersion),
    String(latestVersion),
    needsApproval ? "yes" : "no",
    texts.join("; "),
  ];
}

function columns(place: Place): readonly ListColumn<Row>[] {
  return [
    {
      id: "name",
      header: "Template",
      width: "30%",
      cell: (row) => (
        <IntentLink
          href={templatePath(place, row.id)}
          className="focus-inset rounded-badge font-medium hover:underline"
        >
          {row.name}
        </IntentLink>
      ),
    },
    {
      id: "purpose",
      header: "Purpose",
      width: "160px",
      from: "lg",
      cell: ({ purpose }) => <span className="text-small text-ink-2">{PURPOSE_WORDS[purpose]}</span>,
    },
    {
      id: "languages",
      header: "Languages",
      width: "34%",
      cell: (row) => (
        <span className="inline-flex gap-1">
          <Languages row={row} />
        </span>
      ),
    },
    {
      id: "version",
      header: "Version",
      width: "110px",
      cell: ({ activeVersion, latestVersion }) => (
        <span className="text-small text-ink-2 tabular-nums">
          {activeVersion}
          {latestVersion > activeVersion ? <span className="text-ink-3"> · draft {latestVersion}</span> : null}
        </span>
      ),
    },
    {
      id: "consent",
      header: "Consent",
      width: "120px",
      from: "lg",
      cell: ({ needsApproval }) => (
        <span className="text-small text-ink-2">{needsApproval ? "needed" : "not needed"}</span>
      ),
    },
  ];
}

const TONES: Readonly<Record<Row["languages"][number]["verdict"], BadgeTone>> = {
  pass: "reached",
  warn: "waiting",
  block: "refused",
};
const WORDS = { pass: "passes", warn: "has warnings", block: "is blocked" } as const;

function Languages({ row }: { row: Row }) {
  return row.languages.map(({ language, verdict }) => (
    <span key={language} title={`${language} ${WORDS[verdict]}`}>
      <Badge tone={TONES[verdict]}>
        {language}
        <span className="sr-only"> {WORDS[verdict]}</span>
      </Badge>
    </span>
  ));
}
