import type { MessageWords, NoticePattern } from "./pattern.ts";

export const FR: readonly NoticePattern[] = [
  {
    id: "fr.opted_out.1",
    language: "fr",
    kind: "opted_out",
    phrases: [
      [
        "pas parvenus à transmettre",
        "pas parvenus à remettre",
        "pas pu transmettre",
        "pas pu remettre",
        "pas pu être transmis",
        "pas pu être remis",
        "pas été transmis",
        "pas été remis",
        "impossible de transmettre",
        "impossible de remettre",
      ],
      [
        "l'acheteur a choisi de ne p",
        "l'acheteur a refusé",
        "l'acheteur ne souhaite p",
        "l'acheteur s'est désinscrit",
        "l'acheteur a désactivé",
      ],
      "messages",
    ],
    wording: "verified",
    source: "forum.cockpitlab.io/t/1370",
  },
  {
    id: "fr.guideline_block.1",
    language: "fr",
    kind: "guideline_block",
    phrases: [
      ["message n'a pas été envoyé", "message n'a pas été transmis", "message a été bloqué"],
      ["ne respecte pas", "ne respectait pas", "n'est pas conforme"],
      ["directives", "règles", "consignes"],
    ],
    wording: "own",
    source: "after the English status line",
  },
  {
    id: "fr.restricted.1",
    language: "fr",
    kind: "restricted",
    phrases: [
      ["votre compte"],
      ["n'est plus autorisé à envoyer", "restreint", "restriction"],
      ["messages proactifs", "messages spontanés", "envoi de messages", "envoyer des messages"],
    ],
    wording: "own",
    source: "after the English status line",
  },
];

export const FR_WORDS: MessageWords = {
  language: "fr",
  message: ["votre message", "message que vous avez envoyé", "messages que vous avez envoyés"],
  failure: [
    "pas pu",
    "pas parvenus",
    "pas été envoyé",
    "pas été transmis",
    "pas été remis",
    "bloqué",
    "rejeté",
    "refusé",
  ],
};
