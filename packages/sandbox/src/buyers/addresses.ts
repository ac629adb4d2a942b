import type { Sandbox } from "../sandbox.ts";
import type { State, StoreState } from "../state.ts";
import type { WorldBuyer } from "../world/types.ts";

/** The bare address of `Name <address>` or `address`, in lower case; null if it is none. */
export function addressOf(text: string): string | null {
  const address = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
  return /^[^\s@<>,;]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(address) ? address : null;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

export function isRelayAddress(address: string): boolean {
  return /^(m\.)?marketplace\.amazon\./.test(domainOf(address));
}

/** The buyer behind a relay address. A plus part only threads a case and names the same buyer. */
export function findBuyer(state: State, address: string): WorldBuyer | null {
  return state.buyers.get(address.toLowerCase().replace(/^([^+@]*)\+[^@]*@/, "$1@")) ?? null;
}

/** The store whose sender address this is. */
export function findSender({ state, settings }: Sandbox, address: string): StoreState | null {
  const found = [...state.stores.values()].find(
    ({ store, senders }) =>
      (store.senderToken !== "" && address === senderAddress(store.senderToken, settings.mailDomain)) ||
      senders.includes(address),
  );
  return found ?? null;
}

export function senderAddress(senderToken: string, mailDomain: string): string {
  return `${senderToken}@mail.${mailDomain}`.toLowerCase();
}

export function noticeAddress(noticeToken: string, mailDomain: string): string {
  return `n-${noticeToken}@in.${mailDomain}`.toLowerCase();
}
