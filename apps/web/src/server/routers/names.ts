import { cleanName } from "@heed/core/tenant/name";
import { z } from "zod";

/** A name that a person typed, as it is kept. */
export const NAME = z
  .string()
  .max(2000)
  .transform((typed, context) => {
    const name = cleanName(typed);
    if (name !== null) return name;
    context.addIssue({ code: "custom", message: "Enter a name that can be read." });
    return z.NEVER;
  });

export const EMAIL = z.string().trim().max(254).pipe(z.email("Enter an e-mail address."));

const IDS = z.array(z.uuid()).max(500).nullable();

/** Null: no limit of that kind. */
export const LIMITS = z.object({ storeIds: IDS, clientIds: IDS });
