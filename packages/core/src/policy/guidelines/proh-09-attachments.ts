import type { AttachmentKind, CheckedMessage, GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, report } from "./report.ts";

const ALLOWED: ReadonlySet<AttachmentKind> = new Set(["instructions", "warranty", "invoice"]);

/** Programs and archives are no document of any kind, whatever they are declared as. */
const DANGEROUS = /\.(?:exe|js|vbs|bat|cmd|scr|msi|jar|apk|zip|rar|7z|iso|html?|svg)$/i;

export const declaredAttachments: GuidelineRule = {
  id: "PROH-09",
  class: "prohibited-content",
  severity: "block",
  title: "Attachments are product instructions, warranty information or invoices",
  source: CONTENT_LIST,
  languages: "all",
  check(message) {
    return message.attachments
      .filter(({ name, kind }) => !isAllowed(kind, message) || DANGEROUS.test(name.trim()))
      .map(({ name }) =>
        report(this, {
          message: `“${name.slice(0, 80)}” may not be attached: only instructions, warranty information and invoices.`,
        }),
      );
  },
};

/** The operation for legal disclosures exists to carry one. */
function isAllowed(kind: AttachmentKind, { purpose }: CheckedMessage): boolean {
  return ALLOWED.has(kind) || (kind === "legal" && purpose === "legal_disclosure");
}
