import { CLOSED_FURTHER } from "./closed/further.ts";
import { CLOSED_WEST } from "./closed/west.ts";
import { EIGHTH, NINTH } from "./eighth.ts";
import { FIFTH } from "./fifth.ts";
import { FOURTH_BLOCK } from "./fourth-block.ts";
import { FOURTH_PASS } from "./fourth-pass.ts";
import { FURTHER } from "./further.ts";
import { GERMANIC } from "./germanic.ts";
import { type LabelledMessage, readLabelled } from "./labelled-set.ts";
import { ROMANCE } from "./romance.ts";
import { SECOND_FURTHER } from "./second-further.ts";
import { SECOND_WEST } from "./second-west.ts";
import { SEVENTH } from "./seventh.ts";
import { SIXTH } from "./sixth.ts";
import { TENTH } from "./tenth.ts";
import { THIRD } from "./third.ts";

/** Looked at while terms are written. */
export const DEVELOP: readonly LabelledMessage[] = [
  GERMANIC,
  ROMANCE,
  FURTHER,
  SECOND_WEST,
  SECOND_FURTHER,
  THIRD,
  FOURTH_BLOCK,
  FOURTH_PASS,
  FIFTH,
  SIXTH,
  SEVENTH,
  EIGHTH,
  NINTH,
  TENTH,
].flatMap(readLabelled);

/**
 * Written before the terms of `lexicon/languages`, and kept closed since: only its totals are read. The same hand wrote
 * both, so that messages of others remain the real judge.
 */
export const CLOSED: readonly LabelledMessage[] = [CLOSED_WEST, CLOSED_FURTHER].flatMap(readLabelled);
