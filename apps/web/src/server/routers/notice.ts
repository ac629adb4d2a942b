import { AppError } from "@heed/core/errors";
import { readRefusalList } from "@heed/core/notice/refusal-list";
import { showMail } from "@heed/core/notice/show-mail";
import { TEACHABLE_KINDS } from "@heed/core/notice/taught-sentence";
import { rawMail } from "@heed/db/commands/inbound-mail";
import { judgeNotice } from "@heed/db/commands/judge-notice";
import { removeSentence } from "@heed/db/commands/remove-sentence";
import { previewLesson, teachSentence } from "@heed/db/commands/teach-sentence";
import { uploadMails, uploadRefusals } from "@heed/db/commands/upload-notices";
import { forgedNotices, noticeAddresses } from "@heed/db/queries/notice-addresses";
import { mailOfNotice } from "@heed/db/queries/notices";
import { listTaught } from "@heed/db/queries/taught-sentences";
import type { TenantDb } from "@heed/db/tenant-db";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { oneStore } from "./one-store.ts";

const viewing = { scope: "store", role: "viewer", factor: 1 } as const;
const judging = { scope: "store", role: "manager", factor: 1 } as const;
/** A taught sentence decides for the whole workspace. */
const teaching = { scope: "store", role: "admin", factor: 1 } as const;

const one = z.object({ id: z.uuid() });
const kind = z.enum(TEACHABLE_KINDS);
const lesson = z.object({ id: z.uuid(), kind, marked: z.string().max(2_000) });
const LONGEST_LIST = 2_000_000;
/** Base64 of the mails of one call; a larger file is sent in several. */
const LARGEST_MAIL = 1_400_000;
const MAILS_AT_ONCE = 50;

export const noticeRouter = router({
  /** The mail as it came, for a sandboxed frame; null once it is erased. */
  source: procedure(judging)
    .input(one)
    .query(async ({ ctx, input }) => {
      const mailId = await mailOfNotice(ctx.tx, { id: input.id, storeId: ctx.storeId });
      const raw = mailId === null ? null : await rawMail(ctx.tx, { id: mailId, ring: ctx.services.ring });
      return { mail: raw === null ? null : await showMail(raw) };
    }),
  judge: procedure(judging)
    .input(z.object({ id: z.uuid(), kind, orderId: z.string().trim().max(40).nullable() }))
    .mutation(async ({ ctx, input: { id, kind: judged, orderId } }) => {
      await mailOfNotice(ctx.tx, { id, storeId: ctx.storeId });
      const { ring, clock } = ctx.services;
      await judgeNotice(ctx.tx, {
        noticeId: id,
        kind: judged,
        orderId: orderId === "" ? null : orderId,
        now: clock.now(),
        ring,
      });
      return { judged: id };
    }),
  /** What a sentence would change; writes nothing, and may read a thousand mails. */
  tryLesson: procedure(judging)
    .input(lesson)
    .mutation(async ({ ctx, input: { id, ...rest } }) => {
      await mailOfNotice(ctx.tx, { id, storeId: ctx.storeId });
      return previewLesson(ctx.tx, { noticeId: id, ...rest, ring: ctx.services.ring });
    }),
  teach: procedure(teaching)
    .input(lesson.extend({ propose: z.boolean() }))
    .mutation(async ({ ctx, input: { id, ...rest } }) => {
      everyStore(ctx.tx);
      const { ring, clock } = ctx.services;
      return teachSentence(ctx.tx, { noticeId: id, ...rest, ring, now: clock.now() });
    }),
  taught: procedure(viewing).query(({ ctx }) => listTaught(ctx.tx)),
  removeTaught: procedure(teaching)
    .input(one)
    .mutation(({ ctx, input }) => {
      everyStore(ctx.tx);
      return removeSentence(ctx.tx, { id: input.id, now: ctx.services.clock.now() });
    }),
  /** Where notices arrive, and whether they do. */
  addresses: procedure(viewing).query(async ({ ctx }) => {
    const input = { storeId: ctx.storeId, now: ctx.services.clock.now() };
    return {
      domain: ctx.services.mail.domain,
      addresses: await noticeAddresses(ctx.tx, input),
      forged: await forgedNotices(ctx.tx, input),
    };
  }),
  uploadMails: procedure(judging)
    .input(z.object({ mails: z.array(z.base64().max(LARGEST_MAIL)).min(1).max(MAILS_AT_ONCE) }))
    .mutation(({ ctx, input }) => {
      const { ring, clock } = ctx.services;
      const mails = input.mails.map((mail) => Buffer.from(mail, "base64"));
      return uploadMails(ctx.tx, { storeId: oneStore(ctx.storeId), now: clock.now(), ring, mails });
    }),
  uploadList: procedure(judging)
    .input(z.object({ csv: z.string().max(LONGEST_LIST) }))
    .mutation(async ({ ctx, input }) => {
      const { ring, clock } = ctx.services;
      const { lines, bad } = readRefusalList(input.csv);
      const counts = await uploadRefusals(ctx.tx, { storeId: oneStore(ctx.storeId), now: clock.now(), ring, lines });
      return { ...counts, bad };
    }),
});

function everyStore({ access }: TenantDb): void {
  if (access.stores !== "all") throw new AppError("FORBIDDEN", "This decides for all stores, and you see only some.");
}
