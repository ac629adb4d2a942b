import { Temporal } from "@heed/core/time";
import { z } from "zod";

export interface Cursor {
  readonly at: Temporal.Instant;
  readonly id: string;
}

const TEXT = /^([0-9TZ:.-]{20,40})_([0-9a-f-]{36})$/;

/** As it stands in an address: `2026-11-12T10:00:00Z_<uuid>`. Checked on the way in: people edit addresses. */
export const cursorInput = z.string().transform((text, context): Cursor => {
  const match = TEXT.exec(text);
  const at = match?.[1] === undefined ? null : parseInstant(match[1]);
  const id = z.uuid().safeParse(match?.[2]);
  if (at !== null && id.success) return { at, id: id.data };
  context.addIssue({ code: "custom", message: "This page address is not valid." });
  return z.NEVER;
});

export function cursorText(cursor: Cursor | null): string | null {
  return cursor === null ? null : `${cursor.at.toString()}_${cursor.id}`;
}

function parseInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
