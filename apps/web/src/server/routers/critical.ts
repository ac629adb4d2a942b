import { AppError } from "@heed/core/errors";
import { PURPOSES } from "@heed/core/message/message";
import { FILE_TYPES } from "@heed/core/message/typed-content";
import { TEXT_PURPOSES, TYPED_NAMES } from "@heed/core/message/typed-operation";
import { criticalChoices } from "@heed/core/policy/critical-choices";
import { answerApproval } from "@heed/db/commands/answer-approval";
import { storeFile } from "@heed/db/commands/attachments";
import { criticalSettings, setCriticalSettings } from "@heed/db/commands/critical-settings";
import { askActions } from "@heed/db/commands/order-actions";
import { closeTask, openTask } from "@heed/db/commands/tasks";
import { judgeDraft, writeTypedMessage } from "@heed/db/commands/write-typed-message";
import { findOrders } from "@heed/db/queries/find-orders";
import { readyTexts } from "@heed/db/queries/ready-texts";
import { listTasks } from "@heed/db/queries/tasks";
import { criticalQuota } from "@heed/db/queries/typed-facts";
import { listTypedMessages } from "@heed/db/queries/typed-messages";
import { typedOrder } from "@heed/db/queries/typed-order";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { cursorText } from "./cursor.ts";
import { PAGE_SIZE, pageInput } from "./page-input.ts";

const see = { scope: "store", role: "viewer", factor: 1 } as const;
const write = { scope: "store", role: "manager", factor: 1 } as const;
const approve = { scope: "store", role: "approver", factor: 1 } as const;

const orderInput = z.object({ ref: z.uuid() });
const day = z.iso.date().nullable();

const draft = orderInput.extend({
  operation: z.enum(TYPED_NAMES),
  // Postgres takes no NUL in a text.
  text: z
    .string()
    .max(5000)
    .transform((text) => text.replaceAll("\0", ""))
    .nullable(),
  language: z.string().min(2).max(16),
  coverageFrom: day,
  coverageTo: day,
  fileIds: z.array(z.uuid()).max(5),
});

/** Base64 of 10 MB. */
const LONGEST_FILE = Math.ceil((10 * 1024 * 1024 * 4) / 3) + 4;

const MOST_BULK = 50;

const contentOf = ({ text, language, coverageFrom, coverageTo }: z.infer<typeof draft>) => ({
  text: text === null || text === "" ? null : text,
  ...{ language, coverageFrom, coverageTo },
});

export const criticalRouter = router({
  order: procedure(see)
    .input(orderInput)
    .query(async ({ ctx, input }) => {
      const found = await typedOrder(ctx.tx, { storeId: ctx.storeId, ref: input.ref });
      if (found === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
      const { ref, storeId, storeName, order, buyer, actions } = found;
      const choices = criticalChoices({ order, buyer, actions: actions?.names ?? null });
      const { approval } = await criticalSettings(ctx.tx);
      return { ref, storeId, storeName, order, optedOut: buyer.optedOut !== null, actions, choices, approval };
    }),
  /** Texts to begin with, filled in for the order, in the buyer's language. */
  texts: procedure(see)
    .input(orderInput.extend({ purpose: z.enum(TEXT_PURPOSES), language: z.string().min(2).max(16) }))
    .query(({ ctx, input: { ref, purpose, language } }) =>
      readyTexts(ctx.tx, { storeId: ctx.storeId, orderRef: ref, purpose, wanted: language }),
    ),
  /** Orders by Amazon's ids, for the reviewed list; ids that are not here are left out. */
  find: procedure(see)
    .input(z.object({ orderIds: z.array(z.string().max(40)).min(1).max(MOST_BULK) }))
    .query(({ ctx, input }) => findOrders(ctx.tx, { storeId: ctx.storeId, orderIds: input.orderIds })),
  ask: procedure(write)
    .input(orderInput)
    .mutation(async ({ ctx, input }) => {
      const found = await typedOrder(ctx.tx, { storeId: ctx.storeId, ref: input.ref });
      if (found === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
      await askActions(ctx.tx, { orderRef: input.ref, now: ctx.services.clock.now() });
      return { asked: true };
    }),
  /** What the rules find in a text while it is written. */
  check: procedure(write)
    .input(draft)
    .query(async ({ ctx, input }) => {
      const target = await typedOrder(ctx.tx, { storeId: ctx.storeId, ref: input.ref });
      if (target === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
      const { operation, fileIds } = input;
      return { findings: await judgeDraft(ctx.tx, { target, operation, content: contentOf(input), fileIds }) };
    }),
  attach: procedure(write)
    .input(
      orderInput.extend({
        fileName: z.string().trim().min(1).max(120),
        contentType: z.enum(Object.keys(FILE_TYPES)),
        content: z.base64().max(LONGEST_FILE),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const found = await typedOrder(ctx.tx, { storeId: ctx.storeId, ref: input.ref });
      if (found === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
      const { ref: orderRef, fileName, contentType } = input;
      const content = Buffer.from(input.content, "base64");
      const { ring, clock } = ctx.services;
      return storeFile(ctx.tx, { orderRef, fileName, contentType, content, ring, now: clock.now() });
    }),
  write: procedure(write)
    .input(draft)
    .mutation(({ ctx, input }) => {
      const { ring, clock } = ctx.services;
      const { ref: orderRef, operation, fileIds } = input;
      const place = { storeId: ctx.storeId, orderRef, operation, fileIds };
      return writeTypedMessage(ctx.tx, { ...place, content: contentOf(input), ring, now: clock.now() });
    }),
  answer: procedure(approve)
    .input(z.object({ messageId: z.uuid(), approved: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      const { messageId, approved } = input;
      await answerApproval(ctx.tx, { messageId, approved, now: ctx.services.clock.now() });
      return { answered: true };
    }),
  openTask: procedure(write)
    .input(orderInput.extend({ purpose: z.enum(PURPOSES) }))
    .mutation(async ({ ctx, input }) => {
      const { ref: orderRef, purpose } = input;
      await openTask(ctx.tx, { storeId: ctx.storeId, orderRef, purpose, now: ctx.services.clock.now() });
      return { opened: true };
    }),
  closeTask: procedure(write)
    .input(z.object({ taskId: z.uuid(), state: z.enum(["done", "dropped"]) }))
    .mutation(async ({ ctx, input }) => {
      const { taskId, state } = input;
      await closeTask(ctx.tx, { taskId, state, now: ctx.services.clock.now() });
      return { closed: true };
    }),
  list: procedure(see)
    .input(pageInput.extend({ waiting: z.boolean() }))
    .query(async ({ ctx, input }) => {
      const { after, before, waiting } = input;
      const asked = { storeId: ctx.storeId, after, before, waiting, limit: PAGE_SIZE, ring: ctx.services.ring };
      const page = await listTypedMessages(ctx.tx, asked);
      return { messages: page.messages, newer: cursorText(page.newer), older: cursorText(page.older) };
    }),
  tasks: procedure(see).query(({ ctx }) => listTasks(ctx.tx, { storeId: ctx.storeId, open: false, limit: PAGE_SIZE })),
  quota: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(async ({ ctx }) => ({
    ...(await criticalQuota(ctx.tx, ctx.services.clock.now())),
    approval: (await criticalSettings(ctx.tx)).approval,
    role: ctx.access.role,
    userId: ctx.viewer.userId,
  })),
  setSettings: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(z.object({ approval: z.boolean(), quota: z.int().min(0).max(1000) }))
    .mutation(async ({ ctx, input: { approval, quota } }) => {
      await setCriticalSettings(ctx.tx, { approval, quota, now: ctx.services.clock.now() });
      return { approval, quota };
    }),
});
