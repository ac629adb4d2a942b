import { DE, DE_WORDS } from "./de.ts";
import { EN, EN_WORDS } from "./en.ts";
import { FR, FR_WORDS } from "./fr.ts";
import { JA, JA_WORDS } from "./ja.ts";
import { OTHER_WORDS } from "./other-languages.ts";
import type { MessageWords, NoticePattern } from "./pattern.ts";

export const NOTICE_PATTERNS: readonly NoticePattern[] = [...EN, ...FR, ...DE, ...JA];

export const MESSAGE_WORDS: readonly MessageWords[] = [EN_WORDS, FR_WORDS, DE_WORDS, JA_WORDS, ...OTHER_WORDS];

/** Subjects of notices about messages, where they are known (sagemailer.com/blog, forum.cockpitlab.io, Seller Central). */
export const NOTICE_SUBJECTS: readonly string[] = [
  "your message to a buyer could not be delivered",
  "votre message qui était adressé à un acheteur n'a pas pu être transmis",
  "購入者へのメッセージを送信できませんでした",
];
