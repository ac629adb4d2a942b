"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import {
  ChartLine,
  FileText,
  Inbox,
  Laptop,
  Moon,
  ScrollText,
  ShieldAlert,
  Store,
  Sun,
  Undo2,
  Workflow,
} from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { MessageMark } from "../message/message-mark.tsx";
import { HoldCommands, MadeCommands } from "./command-made.tsx";
import { type GoProps, Group, Item } from "./command-parts.tsx";
import {
  orderPath,
  SECTION_WORDS,
  SECTIONS,
  type Section,
  sectionOf,
  sectionPath,
  WORKSPACE_PAGE_WORDS,
  workspacePagesFor,
  workspacePath,
} from "./paths.ts";
import { usePlace, useShell } from "./shell-data.ts";

interface CommandMenuProps {
  /** "stores" shows the choice of a store alone. */
  readonly scope: "menu" | "stores";
  readonly onClose: () => void;
}

const SEARCH_FROM = 3;
const SECTION_ICONS = {
  overview: ScrollText,
  orders: Inbox,
  flows: Workflow,
  templates: FileText,
  "opt-outs": Undo2,
  critical: ShieldAlert,
  insights: ChartLine,
} as const satisfies Record<Section, unknown>;
const THEMES = [
  { key: "system", word: "Use the theme of the system", Icon: Laptop },
  { key: "light", word: "Use the light theme", Icon: Sun },
  { key: "dark", word: "Use the dark theme", Icon: Moon },
] as const;

export function CommandMenu({ scope, onClose }: CommandMenuProps) {
  const [query, setQuery] = useState("");
  const router = useRouter();
  const go = (href: string) => {
    onClose();
    router.push(href);
  };
  const title = scope === "stores" ? "Choose a store" : "Search or go to";
  return (
    <Dialog open onClose={onClose} title={title} bare className="max-w-160">
      <Command label={title} loop className="flex min-h-0 flex-col">
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder={
            scope === "stores" ? "Store, seller id or marketplace" : "Order id, store, flow, template or page"
          }
          className="h-12 w-full border-b border-hairline bg-transparent px-4 placeholder:text-ink-3 focus-visible:outline-none focus-visible:ring-0"
        />
        <Command.List className="max-h-93 overflow-y-auto p-2">
          <Command.Empty className="px-2 py-6 text-center text-ink-2">Nothing found for “{query}”.</Command.Empty>
          {scope === "menu" ? <Orders query={query} onGo={go} /> : null}
          {scope === "menu" ? <MadeCommands query={query} onGo={go} /> : null}
          {scope === "menu" ? <Pages onGo={go} /> : null}
          {scope === "menu" ? <HoldCommands onGo={go} /> : null}
          <Stores onGo={go} />
          {scope === "menu" ? <WorkspaceChoices onGo={go} /> : null}
          {scope === "menu" ? <Themes onClose={onClose} /> : null}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Orders({ query, onGo }: GoProps & { query: string }) {
  const api = useTRPC();
  const place = usePlace();
  const wanted = useDeferredValue(query.trim());
  const { data } = useQuery(
    api.order.list.queryOptions(
      { workspace: place.workspace, store: "all", q: wanted },
      { enabled: wanted.length >= SEARCH_FROM && /\d/.test(wanted), placeholderData: (previous) => previous },
    ),
  );
  if (wanted.length < SEARCH_FROM || data === undefined || data.orders.length === 0) return null;
  return (
    <Group heading="Orders">
      {data.orders.slice(0, 6).map((order) => (
        <Item
          key={order.ref}
          value={`${order.orderId} ${wanted}`}
          onSelect={() => onGo(orderPath({ ...place, store: "all" }, order.ref))}
        >
          <span className="font-mono text-small tabular-nums">{order.orderId}</span>
          <span className="truncate text-ink-3">{order.storeName}</span>
          <span className="ml-auto text-small text-ink-2">
            <MessageMark state={order.message?.state ?? null} />
          </span>
        </Item>
      ))}
    </Group>
  );
}

function Pages({ onGo }: GoProps) {
  const place = usePlace();
  return (
    <Group heading="Go to">
      {SECTIONS.map((section) => {
        const Icon = SECTION_ICONS[section];
        return (
          <Item
            key={section}
            value={`Go to ${SECTION_WORDS[section]}`}
            onSelect={() => onGo(sectionPath(place, section))}
          >
            <Icon aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
            <span>
              Go to <b className="font-medium">{SECTION_WORDS[section]}</b>
            </span>
          </Item>
        );
      })}
    </Group>
  );
}

function Stores({ onGo }: GoProps) {
  const { stores } = useShell();
  const place = usePlace();
  const section = sectionOf(usePathname()) ?? "overview";
  return (
    <Group heading="Stores">
      <Item value="All stores" onSelect={() => onGo(sectionPath({ ...place, store: "all" }, section))}>
        <Store aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
        All stores
      </Item>
      {stores.map((store) => {
        const countries = store.marketplaces
          .map(({ marketplaceId }) => marketplaceLook(marketplaceId).country)
          .join(" ");
        return (
          <Item
            key={store.id}
            value={`${store.name} ${store.sellerId} ${countries} ${store.region}`}
            onSelect={() => onGo(sectionPath({ ...place, store: store.id }, section))}
          >
            <Store aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
            <span className="truncate">{store.name}</span>
            <span className="ml-auto text-small text-ink-3">{countries}</span>
          </Item>
        );
      })}
    </Group>
  );
}

/** Other workspaces, and the pages of this one. */
function WorkspaceChoices({ onGo }: GoProps) {
  const { here, workspaces } = useShell();
  return (
    <Group heading="Workspace">
      {workspacePagesFor(here).map((page) => (
        <Item
          key={page}
          value={`Go to ${WORKSPACE_PAGE_WORDS[page]}`}
          onSelect={() => onGo(workspacePath(here.slug, page))}
        >
          Go to {WORKSPACE_PAGE_WORDS[page]}
        </Item>
      ))}
      {workspaces
        .filter(({ id }) => id !== here.id)
        .map(({ id, name, slug }) => (
          <Item key={id} value={`Switch to ${name} ${slug}`} onSelect={() => onGo(`/w/${slug}`)}>
            <span className="truncate">
              Switch to <b className="font-medium">{name}</b>
            </span>
          </Item>
        ))}
    </Group>
  );
}

function Themes({ onClose }: { onClose: () => void }) {
  const { setTheme } = useTheme();
  return (
    <Group heading="Theme">
      {THEMES.map(({ key, word, Icon }) => (
        <Item
          key={key}
          value={word}
          onSelect={() => {
            setTheme(key);
            onClose();
          }}
        >
          <Icon aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
          {word}
        </Item>
      ))}
    </Group>
  );
}
