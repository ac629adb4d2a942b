import { splitMails } from "@heed/core/notice/mbox";

/** As much base64 as goes in one call, and the largest single mail. */
const CALL_BYTES = 1_200_000;
const LARGEST_MAIL = 1_000_000;
const MAILS_PER_CALL = 50;

export interface UploadPlan {
  /** Mails in calls of a fair size, base64. */
  readonly calls: readonly (readonly string[])[];
  readonly mails: number;
  readonly tooLarge: number;
}

/** Cuts an .eml or .mbox file into calls. Bytes pass as Latin-1, so that every charset survives. */
export function planUpload(latin1: string): UploadPlan {
  const all = splitMails(latin1);
  const mails = all.filter((mail) => mail.length <= LARGEST_MAIL);
  const calls: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const mail of mails) {
    const last = calls.at(-1);
    const encoded = btoa(mail);
    if (last === undefined || size + encoded.length > CALL_BYTES || last.length >= MAILS_PER_CALL) {
      calls.push([encoded]);
      size = encoded.length;
    } else {
      last.push(encoded);
      size += encoded.length;
    }
  }
  return { calls, mails: mails.length, tooLarge: all.length - mails.length };
}

/** The bytes of a file, one letter each. */
export async function readLatin1(file: File): Promise<string> {
  return new TextDecoder("x-user-defined")
    .decode(await file.arrayBuffer())
    .replace(/[\uf780-\uf7ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) & 0xff));
}
