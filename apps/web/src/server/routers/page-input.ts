import { z } from "zod";
import { cursorInput } from "./cursor.ts";

/** Rows of one page of a list. */
export const PAGE_SIZE = 50;

/** `after` asks for older rows than the cursor, `before` for newer ones. */
export const pageInput = z.object({ after: cursorInput.optional(), before: cursorInput.optional() });
