import type { Actor, Answer } from "./actors.ts";

/** With the application's checks taken away: whether anything of the workspace came out all the same. */
export type RowsAnswer = "nothing" | "rows";

/** One cell of the matrix: what the declared access promises, and what really came. */
export interface MatrixRow {
  readonly subject: "procedure" | "route" | "rows";
  readonly name: string;
  readonly actor: Actor;
  readonly expected: Answer | RowsAnswer;
  readonly got: Answer | RowsAnswer;
}
