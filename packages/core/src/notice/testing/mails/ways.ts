import { composeMail, type MailDraft } from "../compose-mail.ts";

export const SELLER = "Seller <office@shop.example>";

export interface Text {
  readonly subject: string;
  readonly text: string;
}

const asHtml = (text: string) =>
  `<html><body><div style="font-size:13px">${text
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph.replaceAll(/(\d{3})-(\d{7})-(\d{7})/g, "<b>$1</b>-<b>$2</b>&#45;$3")}</p>`)
    .join("")}</div><img src="https://x.example/p.gif" alt=""></body></html>`;

/** How one text may reach a notice address. */
export const WAYS: Readonly<Record<string, (text: Text) => MailDraft>> = {
  direct: ({ subject, text }) => ({ subject, text }),
  "quoted-printable": ({ subject, text }) => ({ subject, text, transfer: "quoted-printable" }),
  base64: ({ subject, text }) => ({ subject, text, transfer: "base64" }),
  "HTML only": ({ subject, text }) => ({ subject, html: asHtml(text), transfer: "quoted-printable" }),
  "banner and footer": ({ subject, text }) => ({
    subject: `[EXT] ${subject}`,
    text: `[EXTERNAL EMAIL] If you do not know the sender, do not open links or attachments.\n\n${text}\n\nThis message was scanned. Case 123-1234567-7654321-9 is not an order.`,
  }),
  "forwarded by Gmail": ({ subject, text }) => ({
    from: SELLER,
    subject: `Fwd: ${subject}`,
    text: `---------- Forwarded message ---------\nFrom: Amazon <auto-communication@amazon.com>\nDate: Mon, Oct 5, 2026\nSubject: ${subject}\nTo: <office@shop.example>\n\n\n${text}`,
  }),
  "forwarded by Outlook": ({ subject, text }) => ({
    from: SELLER,
    subject: `TR: ${subject}`,
    text: `________________________________\nDe : auto-communication@amazon.fr <auto-communication@amazon.fr>\nEnvoyé : lundi 5 octobre 2026\nÀ : office@shop.example\nObjet : ${subject}\n\n${text}`,
  }),
  attached: ({ subject, text }) => ({
    from: SELLER,
    subject: "notice",
    text: "",
    attached: [composeMail({ subject, text, transfer: "quoted-printable" })],
  }),
};
