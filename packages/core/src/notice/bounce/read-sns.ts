import { z } from "zod";
import type { ParsedMail } from "../notice.ts";
import type { BounceVerdict } from "./read-bounce.ts";

/** Amazon SES reports by mail through SNS: JSON, bare or as the `Message` of an envelope. */
const notification = z.discriminatedUnion("notificationType", [
  z.object({
    notificationType: z.literal("Bounce"),
    bounce: z.object({
      bounceType: z.string(),
      bouncedRecipients: z.array(z.object({ status: z.string().optional() })).default([]),
    }),
  }),
  z.object({ notificationType: z.literal("Complaint") }),
  z.object({ notificationType: z.literal("Delivery") }),
]);
const envelope = z.object({ Message: z.string() });

export function readSnsNotification(mail: ParsedMail): BounceVerdict | null {
  if (!mail.text.startsWith("{") || !mail.text.includes("notificationType")) {
    return null;
  }
  const body = parseJson(mail.text.split(/\n[ \t]*--[ \t]*\n/)[0] ?? "");
  const wrapped = envelope.safeParse(body);
  const parsed = notification.safeParse(wrapped.success ? parseJson(wrapped.data.Message) : body);
  return parsed.success ? verdictOf(parsed.data) : null;
}

function verdictOf(data: z.infer<typeof notification>): BounceVerdict {
  switch (data.notificationType) {
    case "Complaint":
      return { kind: "complaint", status: null, confidence: 0.99 };
    case "Delivery":
      return { kind: "other", status: null, confidence: 0.99 };
    case "Bounce": {
      const kind = data.bounce.bounceType === "Permanent" ? "hard_bounce" : "soft_bounce";
      return { kind, status: data.bounce.bouncedRecipients[0]?.status ?? null, confidence: 0.97 };
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/\n/g, ""));
  } catch {
    return null;
  }
}
