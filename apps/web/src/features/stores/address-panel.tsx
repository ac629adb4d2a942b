"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { MarketplaceBadge } from "../marketplace/marketplace.tsx";
import { useShell } from "../shell/shell-data.ts";
import { ADDRESS_LOOKS, ADDRESS_TEXTS, type StoreAddress, type StoreDetails } from "./store-words.ts";
import { useAfterChange } from "./use-store-mutation.ts";

interface AddressPanelProps {
  readonly store: StoreDetails;
  readonly kind: StoreAddress["kind"];
}

const TITLES = { notice: "Notice addresses", sender: "Sender address" } as const;
const WHERE = {
  notice: "Seller Central → Settings → Notification Preferences → Messaging → Buyer Opt-Out → Add another e-mail.",
  sender: "Seller Central → Messages → Messaging Permissions → Add an e-mail address → Approved.",
} as const;
const WHY = {
  notice: "Amazon writes here when a buyer has refused a message. Each marketplace has its own address.",
  sender: "E-mails to buyers come from this address, and Amazon lets only approved ones through.",
} as const;

/** Addresses to enter in Seller Central, each with what is proven of it. */
export function AddressPanel({ store, kind }: AddressPanelProps) {
  const addresses = store.addresses.filter((address) => address.kind === kind);
  return (
    <Panel title={TITLES[kind]}>
      <div className="px-4 pt-1 pb-3 text-ink-2">
        <p>{WHY[kind]}</p>
        <p className="mt-1 text-small">Enter it at: {WHERE[kind]}</p>
      </div>
      <ul>
        {addresses.map((address) => (
          <AddressRow key={address.id} store={store} address={address} />
        ))}
      </ul>
      {store.messageSettingsUrl === null ? null : (
        <div className="border-t border-hairline px-4 py-3">
          <a href={store.messageSettingsUrl} target="_blank" rel="noreferrer" className={buttonClass("secondary")}>
            Open Seller Central
          </a>
        </div>
      )}
    </Panel>
  );
}

export function AddressRow({ store, address }: { store: StoreDetails; address: StoreAddress }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const test = useMutation(api.store.testAddress.mutationOptions(after("A test mail is on its way.")));
  const { tone, shape, word } = ADDRESS_LOOKS[address.state];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-3">
      {address.kind === "notice" ? <MarketplaceBadge marketplaceId={address.marketplaceId} /> : null}
      <span className="inline-flex min-w-0 items-center gap-1">
        <span className="truncate font-mono text-small">{address.full}</span>
        <CopyButton text={address.full} what="address" />
      </span>
      <span aria-live="polite" className="ml-auto">
        <StateMark tone={tone} shape={shape} word={word} />
      </span>
      <Button
        size="small"
        busy={test.isPending}
        onClick={() => test.mutate({ workspace: here.slug, store: store.id, addressId: address.id })}
      >
        Send a test
      </Button>
      <p className="w-full text-small text-ink-3">{ADDRESS_TEXTS[address.kind][address.state]}</p>
    </li>
  );
}
