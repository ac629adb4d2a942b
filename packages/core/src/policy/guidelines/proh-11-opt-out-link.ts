import type { Finding, GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, findAll, report } from "./report.ts";

/** Words for leaving a mailing, per language, as whole stems. */
const OPT_OUT_WORDS = [
  "unsubscri",
  "opt[- ]?out",
  "opting out",
  "stop receiving (?:these|our|such) (?:e-?mails|messages)",
  "abmelden",
  "abbestell",
  "austragen",
  "se désinscrire",
  "désinscri",
  "désabonn",
  "cancelar la suscripción",
  "darse de baja",
  "dar(?:me|te)? de baja",
  "disiscri",
  "annulla(?:re)? l['’]iscrizione",
  "afmelden",
  "uitschrijven",
  "avregistrera",
  "avprenumerera",
  "wypisz",
  "wypisać się",
  "cancelar (?:a )?inscrição",
  "cancelar (?:a )?subscrição",
  "descadastr",
  "abonelikten çık",
  "配信停止",
  "配信を停止",
  "購読解除",
  "メール停止",
  "إلغاء الاشتراك",
];
const IN_TEXT = new RegExp(`(?<![\\p{L}])(?:${OPT_OUT_WORDS.join("|")})[\\p{L}]{0,8}`, "giu");
const IN_ADDRESS = /unsub|opt[-_]?out|abmeld|desabonn|desinscri|optoutmail|list-manage|email[-_]?preferences/i;

export const noOptOutLink: GuidelineRule = {
  id: "PROH-11",
  severity: "block",
  title: "No link or header to opt out of messages",
  source: CONTENT_LIST,
  languages: ["en", "de", "fr", "es", "it", "nl", "sv", "pl", "pt", "tr", "ja", "ar"],
  check(message, markup) {
    const findings: Finding[] = [];
    for (const name of Object.keys(message.headers)) {
      if (/^list-unsubscribe(?:-post)?$/i.test(name)) {
        findings.push(
          report(this, {
            message: `The header ${name} offers to opt out.`,
            part: "headers",
            range: { from: 0, to: 0 },
          }),
        );
      }
    }
    for (const element of markup.elements) {
      const address = element.attributes.get("href") ?? "";
      if (IN_ADDRESS.test(address.slice(0, 2_000))) {
        findings.push(
          report(this, { message: "This link offers to opt out.", range: element.attributeRange("href"), fix: "" }),
        );
      }
    }
    for (const { range } of findAll(IN_TEXT, markup.text.value)) {
      const place = markup.text.rangeOf(range.from, range.to);
      findings.push(
        report(this, { message: "A message may not offer to opt out: Amazon has its own setting.", range: place }),
      );
    }
    return findings;
  },
};
