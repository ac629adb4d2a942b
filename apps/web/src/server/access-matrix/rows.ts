import type { Actor, Answer } from "./actors.ts";

/** One cell of the matrix: what the declared access promises, and what really came. */
export interface MatrixRow {
  readonly subject: "procedure" | "route";
  readonly name: string;
  readonly actor: Actor;
  readonly expected: Answer;
  readonly got: Answer;
}
