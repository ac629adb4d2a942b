"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText, OctagonPause, Workflow } from "lucide-react";
import { useTRPC } from "../../trpc/client.tsx";
import { type GoProps, Group, Item } from "./command-parts.tsx";
import { flowPath, sectionPath, templatePath } from "./paths.ts";
import { usePlace } from "./shell-data.ts";

const NAMED_FROM = 2;

/** Flows and templates by their names. */
export function MadeCommands({ query, onGo }: GoProps & { query: string }) {
  const api = useTRPC();
  const place = usePlace();
  const options = { enabled: query.trim().length >= NAMED_FROM };
  const { data: flows = [] } = useQuery(api.flow.list.queryOptions(place, options));
  const { data: templates = [] } = useQuery(api.template.list.queryOptions(place, options));
  if (!options.enabled || flows.length + templates.length === 0) return null;
  return (
    <Group heading="Flows and templates">
      {flows.map(({ id, definition: { name } }) => (
        <Item key={id} value={`Flow ${name} ${id}`} onSelect={() => onGo(flowPath(place, id))}>
          <Workflow aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
          <span className="truncate">{name}</span>
          <span className="ml-auto text-small text-ink-3">Flow</span>
        </Item>
      ))}
      {templates.map(({ id, name }) => (
        <Item key={id} value={`Template ${name} ${id}`} onSelect={() => onGo(templatePath(place, id))}>
          <FileText aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
          <span className="truncate">{name}</span>
          <span className="ml-auto text-small text-ink-3">Template</span>
        </Item>
      ))}
    </Group>
  );
}

const BRAKES = [
  { kind: "pause", word: "Pause all messages" },
  { kind: "stop_item", word: "Stop an item (SKU or ASIN)" },
  { kind: "blackout", word: "Set blackout dates" },
] as const;

export function HoldCommands({ onGo }: GoProps) {
  const place = usePlace();
  return (
    <Group heading="Hold messages">
      {BRAKES.map(({ kind, word }) => (
        <Item key={kind} value={word} onSelect={() => onGo(`${sectionPath(place, "flows")}?brake=${kind}`)}>
          <OctagonPause aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
          {word}
        </Item>
      ))}
    </Group>
  );
}
