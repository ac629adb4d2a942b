import "server-only";
import { cache } from "react";
import { call } from "../trpc/server.tsx";
import { orNotFound } from "./or-not-found.ts";

/** One template of the address; read once, however many parts of the page ask. */
export const loadTemplate = cache((workspace: string, store: string, id: string) =>
  orNotFound(call.template.get({ workspace, store, id })),
);
