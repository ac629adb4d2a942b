"use client";

import { useParams } from "next/navigation";
import { createContext, useContext } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import type { Place } from "./paths.ts";

export type WorkspaceHere = Outputs["workspace"]["current"];
export type WorkspaceChoice = Outputs["workspace"]["list"][number];
export type StoreChoice = Outputs["store"]["list"][number];

export interface ShellData {
  readonly here: WorkspaceHere;
  readonly workspaces: readonly WorkspaceChoice[];
  readonly stores: readonly StoreChoice[];
  /** What is wrong with a payment, for owners; null for everybody else. */
  readonly payment: Outputs["billing"]["notice"] | null;
}

const ShellContext = createContext<ShellData | null>(null);
export const ShellProvider = ShellContext.Provider;

export function useShell(): ShellData {
  const data = useContext(ShellContext);
  if (data === null) throw new Error("useShell is for components inside of a workspace.");
  return data;
}

/** Workspace and store of the address; "all" where the address names no store. */
export function usePlace(): Place {
  const { here } = useShell();
  const { store } = useParams<{ store?: string }>();
  return { workspace: here.slug, store: store ?? "all" };
}
