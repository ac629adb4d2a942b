import "server-only";
import { cache } from "react";
import { call } from "../trpc/server.tsx";
import { orNotFound } from "./or-not-found.ts";

/** One order of the address; read once, however many parts of the page ask. */
export const loadOrder = cache((workspace: string, store: string, ref: string) =>
  orNotFound(call.order.get({ workspace, store, ref })),
);
