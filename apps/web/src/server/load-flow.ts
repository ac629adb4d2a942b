import "server-only";
import { cache } from "react";
import { call } from "../trpc/server.tsx";
import { orNotFound } from "./or-not-found.ts";

/** One flow of the address; read once, however many parts of the page ask. */
export const loadFlow = cache((workspace: string, store: string, id: string) =>
  orNotFound(call.flow.get({ workspace, store, id })),
);
