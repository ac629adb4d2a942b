import { createHash } from "node:crypto";
import type { Instant } from "@heed/core/time";
import type { Sandbox } from "../sandbox.ts";
import type { DueNotice } from "../state.ts";
import type { RawMail } from "../tasks.ts";
import { marketplace } from "../world/marketplaces.ts";
import { signAsAmazon } from "./dkim.ts";
import type { Charset, Transfer } from "./mime.ts";
import { composeMail } from "./mime.ts";
import type { NoticeLanguage } from "./notice-texts.ts";
import { noticeLanguage, noticeText } from "./notice-texts.ts";

/** Encodings met in mail of each language; which one a notice gets depends on its id alone. */
const ENCODINGS: Readonly<Record<NoticeLanguage, readonly (readonly [Charset, Transfer])[]>> = {
  en: [
    ["utf-8", "quoted-printable"],
    ["utf-8", "base64"],
  ],
  fr: [
    ["utf-8", "quoted-printable"],
    ["iso-8859-1", "quoted-printable"],
  ],
  de: [
    ["utf-8", "base64"],
    ["utf-8", "quoted-printable"],
  ],
  ja: [
    ["iso-2022-jp", "7bit"],
    ["utf-8", "base64"],
    ["shift_jis", "base64"],
  ],
};

/** The mail in which Amazon tells a seller what became of a message, signed as Amazon's. */
export async function noticeMail(sandbox: Sandbox, noticeId: string): Promise<RawMail> {
  const { state, settings, clock, keys } = sandbox;
  const notice = state.notices.get(noticeId);
  const order = notice === undefined ? undefined : state.orders.get(notice.orderId);
  if (notice === undefined || order === undefined)
    throw new Error(`The log names a notice that it does not hold: ${noticeId}`);
  const place = marketplace(order.marketplaceId);
  const from = `auto-communication@${place.domain}`;
  const to = notice.to.includes("@") ? notice.to : `${notice.to}@in.${settings.mailDomain}`.toLowerCase();
  const draft = unsignedMail(notice, { from, to, language: noticeLanguage(place.language), now: clock.now() });
  return { from, to: [to], raw: await signAsAmazon(draft, { domain: place.domain, privateKey: keys.dkim }) };
}

interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly language: NoticeLanguage;
  readonly now: Instant;
}

function unsignedMail(notice: DueNotice, { from, to, language, now }: Envelope): Buffer {
  const digest = createHash("sha256").update(notice.id).digest();
  const token = digest.toString("hex").slice(0, 32);
  const choices = ENCODINGS[notice.kind === "opted_out" ? language : "en"];
  const [charset, transfer] = choices[digest.readUInt8(0) % choices.length] ?? ["utf-8", "base64"];
  const { subject, paragraphs } = noticeText(notice.kind, language);
  const lines = paragraphs.map((paragraph) => paragraph.replace("{order}", notice.orderId));
  const stamp = now.toString({ smallestUnit: "second" }).replace(/\D/g, "");
  const date = new Date(now.epochMilliseconds).toUTCString().replace("GMT", "+0000");
  return composeMail({
    headers: [
      ["Return-Path", `<${stamp}${token}@bounces.amazon.com>`],
      [
        "Received",
        `from a14-32.smtp-out.amazonses.com (a14-32.smtp-out.amazonses.com [54.240.14.32])\r\n\tby inbound-smtp.heed.localhost with ESMTPS id ${token.slice(0, 12)}\r\n\tfor <${to}>; ${date}`,
      ],
      ["Date", date],
      ["From", from],
      ["To", to],
      ["Message-ID", `<${token.slice(0, 16)}-${token.slice(16)}@email.amazonses.com>`],
    ],
    subject,
    text: lines.join("\n\n"),
    html: `<html><body>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")}</body></html>`,
    charset,
    transfer,
    boundary: `----=_Part_${token.slice(0, 20)}`,
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
