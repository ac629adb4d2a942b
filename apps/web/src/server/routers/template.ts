import type { Purpose } from "@heed/core/message/message";
import { textFormat } from "@heed/core/message/purpose";
import { TEXT_PURPOSES } from "@heed/core/message/typed-operation";
import { judgeText } from "@heed/core/template/judge-template";
import type { RenderedMessage } from "@heed/core/template/template";
import { askTemplateTest } from "@heed/db/commands/ask-template-test";
import { answerApproval, askApproval } from "@heed/db/commands/template-approval";
import {
  createTemplate,
  saveTemplateVersion,
  serveTemplateVersion,
  setNeedsApproval,
} from "@heed/db/commands/template-drafts";
import { previewOrders } from "@heed/db/queries/preview-orders";
import { getTemplate, listTemplates } from "@heed/db/queries/templates";
import { buyerMail } from "@heed/emails/buyer-layout";
import { z } from "zod";
import { limitTests } from "../test-limit.ts";
import { procedure, router } from "../trpc/procedure.ts";
import { NAME } from "./names.ts";

const read = { scope: "store", role: "viewer", factor: 1 } as const;
const change = { scope: "store", role: "manager", factor: 1 } as const;

const id = z.object({ id: z.uuid() });
const version = z.int().min(1).max(100_000);
/** Longer texts are taken up to a limit, so that the renderer can say at which place they are too long. */
const text = z.object({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language such as de or pt-BR."),
  subject: z.string().max(5_000),
  body: z.string().max(1_200_000),
});
const purpose = z.enum(TEXT_PURPOSES);
const texts = z.array(text).min(1).max(40);

export const templateRouter = router({
  list: procedure(read).query(({ ctx }) => listTemplates(ctx.tx)),
  get: procedure(read)
    .input(id)
    .query(({ ctx, input }) => getTemplate(ctx.tx, { templateId: input.id })),
  create: procedure(change)
    .input(z.object({ name: NAME, purpose: purpose.default("review_request"), texts }))
    .mutation(({ ctx, input }) => createTemplate(ctx.tx, { ...input, now: ctx.services.clock.now() })),
  save: procedure(change)
    .input(id.extend({ base: version, texts }))
    .mutation(({ ctx, input }) =>
      saveTemplateVersion(ctx.tx, { templateId: input.id, ...input, now: ctx.services.clock.now() }),
    ),
  serve: procedure(change)
    .input(id.extend({ version }))
    .mutation(async ({ ctx, input }) => {
      await serveTemplateVersion(ctx.tx, { templateId: input.id, ...input, now: ctx.services.clock.now() });
      return { version: input.version };
    }),
  /** Orders to preview a text on, the newest first. */
  orders: procedure(read).query(({ ctx }) => previewOrders(ctx.tx, { storeId: ctx.storeId })),
  /** A mutation by its transport only: a text is too long for an address. Writes nothing. */
  judge: procedure(read)
    .input(z.object({ text, purpose: purpose.default("review_request"), order: z.uuid().nullable() }))
    .mutation(async ({ ctx, input }) => {
      const orders =
        input.order === null ? [] : await previewOrders(ctx.tx, { storeId: ctx.storeId, ref: input.order });
      const judged = judgeText({
        text: input.text,
        purpose: input.purpose,
        ...(orders[0] === undefined ? {} : { variables: orders[0].variables }),
      });
      return { ...judged, mail: judged.rendered === null ? null : mailOf(judged.rendered, input.purpose) };
    }),
  /** To the person who asks, and to nobody else. */
  sendTest: procedure(change)
    .input(id.extend({ version, language: z.string().max(20), order: z.uuid().nullable() }))
    .mutation(async ({ ctx, input }) => {
      const now = ctx.services.clock.now();
      await limitTests(ctx.services.db, { userId: ctx.viewer.userId, now });
      const { id: templateId, order: orderRef, version: number, language } = input;
      await askTemplateTest(ctx.tx, { templateId, version: number, language, orderRef, now });
      return { to: ctx.viewer.email };
    }),
  requireApproval: procedure({ scope: "store", role: "admin", factor: 1 })
    .input(id.extend({ needed: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setNeedsApproval(ctx.tx, { templateId: input.id, needed: input.needed, now: ctx.services.clock.now() });
      return { needed: input.needed };
    }),
  askApproval: procedure(change)
    .input(id.extend({ version }))
    .mutation(async ({ ctx, input }) => {
      await askApproval(ctx.tx, { templateId: input.id, version: input.version, now: ctx.services.clock.now() });
      return { version: input.version };
    }),
  answerApproval: procedure({ scope: "store", role: "approver", factor: 1 })
    .input(id.extend({ version, answer: z.enum(["given", "refused"]), note: z.string().trim().max(500).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await answerApproval(ctx.tx, { templateId: input.id, ...input, now: ctx.services.clock.now() });
      return { answer: input.answer };
    }),
});

/** As the buyer sees it; a typed message has a frame and a subject of Amazon's own, which nobody can show. */
function mailOf(rendered: RenderedMessage, kind: Purpose) {
  return textFormat(kind) === "html"
    ? buyerMail(rendered)
    : { subject: "Amazon writes the subject", html: null, text: rendered.text };
}
