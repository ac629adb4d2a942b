import type { MessageWords, NoticePattern } from "./pattern.ts";

export const DE: readonly NoticePattern[] = [
  {
    id: "de.opted_out.1",
    language: "de",
    kind: "opted_out",
    phrases: [
      [
        "konnten die nachricht",
        "konnten ihre nachricht",
        "nachricht konnte nicht",
        "nachricht wurde nicht",
        "nicht zugestellt",
        "nicht zustellen",
      ],
      "käufer",
      ["unerwünschte", "unaufgeforderte", "nicht angeforderte", "unverlangte"],
      "nachrichten",
    ],
    wording: "partly",
    source: "edesk.com/de, announcement quoted by it-recht-kanzlei",
  },
  {
    id: "de.guideline_block.1",
    language: "de",
    kind: "guideline_block",
    phrases: [
      [
        "nachricht wurde nicht gesendet",
        "nachricht wurde nicht zugestellt",
        "nachricht wurde blockiert",
        "nachricht konnte nicht gesendet werden",
      ],
      ["kommunikationsrichtlinien", "richtlinien für die kommunikation", "richtlinien"],
      ["entspr", "verst", "erfüll", "einh"],
    ],
    wording: "own",
    source: "after the English status line",
  },
  {
    id: "de.restricted.1",
    language: "de",
    kind: "restricted",
    phrases: [
      ["ihr konto", "ihr verkäuferkonto"],
      ["eingeschränkt", "gesperrt", "beschränkt"],
      ["proaktive nachrichten", "proaktiver nachrichten", "senden von nachrichten", "versenden von nachrichten"],
    ],
    wording: "own",
    source: "after the English status line",
  },
];

export const DE_WORDS: MessageWords = {
  language: "de",
  message: ["ihre nachricht", "die nachricht, die sie", "nachricht an einen käufer", "nachricht an den käufer"],
  failure: [
    "nicht zugestellt",
    "nicht zustellen",
    "konnte nicht",
    "konnten nicht",
    "konnten die",
    "blockiert",
    "abgelehnt",
    "nicht gesendet",
    "unzustellbar",
  ],
};
