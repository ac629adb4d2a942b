import { classifyMail } from "@heed/core/notice/classify";
import { parseMail } from "@heed/core/notice/parse-mail";
import PostalMime from "postal-mime";
import type { BenchEntry } from "../entry.ts";
import { sampleMails } from "../mails.ts";
import { timeAsyncLoop } from "../measure.ts";

const PIECES = 1_500;

/** e: raw mail → classified, beside postal-mime alone on the same mails; signatures are not part of it. */
export const noticeBench: BenchEntry = {
  key: "e",
  field: "notice_ratio",
  title: "raw mail to classified notice, one thread",
  floorTitle: "postal-mime alone on the same mails",
  goal: 0.8,
  async prepare() {
    const mails = sampleMails();
    let read = 0;
    const mailAt = (index: number) => mails[index % mails.length] ?? new Uint8Array();
    return {
      ours: () =>
        timeAsyncLoop(PIECES, async (index) => {
          read += classifyMail(await parseMail(mailAt(index))).kind.length;
        }),
      floor: () =>
        timeAsyncLoop(PIECES, async (index) => {
          read += (await PostalMime.parse(mailAt(index))).headers.length;
        }),
      close: async () => {
        if (read === 0) throw new Error("no mail was read");
      },
    };
  },
};
