import type { ParsedMail } from "./notice.ts";

/** What a mailbox asks before it forwards to a notice address; the seller needs the code or the link to go on. */
export interface ForwardingRequest {
  readonly code: string | null;
  /** Only an address of Google's own settings is ever shown. */
  readonly link: string | null;
}

const SENDER = "forwarding-noreply@google.com";
const LINK = /https:\/\/mail(?:-settings)?\.google\.com\/mail\/[\w\-/%.~+=]{1,500}/;
const CODE =
  /\(#\s?(\d{6,12})\)|\b(?:code|código|code de confirmation|bestätigungscode)\s*[:：]\s*(\d{6,12})\b|確認コード[:：]?\s*(\d{6,12})/i;

/** Gmail's mail that confirms a forwarding, or null. It only ever asks; nothing is confirmed by us. */
export function readForwardingRequest(mail: ParsedMail): ForwardingRequest | null {
  if (mail.from !== SENDER) return null;
  const text = `${mail.subject}\n${mail.text.slice(0, 5_000)}`;
  const code = CODE.exec(text);
  return { code: code?.[1] ?? code?.[2] ?? code?.[3] ?? null, link: LINK.exec(text)?.[0] ?? null };
}
