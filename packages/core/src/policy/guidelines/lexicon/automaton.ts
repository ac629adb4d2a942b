import type { Term } from "./compile-terms.ts";

/** Terms of all concepts of a language in one table: a text is read once, a step a letter (Aho and Corasick, 1975). */
export interface Automaton {
  /** A small number for each code that occurs in a term; 0 for all others. */
  readonly classes: Uint16Array;
  readonly width: number;
  /** The state after a letter; its complement (below zero) where a term ends there, so that most steps touch nothing else. */
  readonly next: Int32Array;
  /** What ends in a state. */
  readonly ends: readonly (readonly End[] | undefined)[];
}

export interface End {
  readonly concept: number;
  readonly length: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly proclitics: boolean;
}

export interface ConceptTerm extends Term {
  readonly concept: number;
}

interface Node {
  readonly children: Map<number, number>;
  ends: readonly End[];
}

export function buildAutomaton(terms: readonly ConceptTerm[]): Automaton {
  const nodes = byDepth(buildTrie(terms));
  const classes = new Uint16Array(0x10000);
  let width = 1;
  for (const { codes } of terms) {
    for (const code of codes) {
      if (classes[code] === 0) {
        classes[code] = width;
        width += 1;
      }
    }
  }
  const next = new Int32Array(nodes.length * width);
  const fail = new Int32Array(nodes.length);
  for (let state = 0; state < nodes.length; state += 1) {
    linkState({ state, nodes, classes, width, next, fail });
  }
  const ends = nodes.map((node) => (node.ends.length === 0 ? undefined : node.ends));
  return { classes, width, next: next.map((state) => (ends[state] === undefined ? state : ~state)), ends };
}

/** Numbers the states by depth: parents before children, and those that most texts visit side by side in memory. */
function byDepth(nodes: readonly Node[]): readonly Node[] {
  const order = [0];
  for (let head = 0; head < order.length; head += 1) {
    order.push(...(nodes[order[head] ?? 0]?.children.values() ?? []));
  }
  const numbers = new Int32Array(nodes.length);
  order.forEach((node, state) => {
    numbers[node] = state;
  });
  return order.map((at) => {
    const { children, ends } = nodes[at] ?? { children: new Map<number, number>(), ends: [] };
    return { children: new Map([...children].map(([code, child]) => [code, numbers[child] ?? 0])), ends };
  });
}

export function step({ next, width, classes }: Automaton, state: number, code: number): number {
  return next[state * width + (classes[code] ?? 0)] ?? 0;
}

function buildTrie(terms: readonly ConceptTerm[]): Node[] {
  const nodes: Node[] = [{ children: new Map(), ends: [] }];
  for (const { codes, concept, openStart, openEnd, proclitics } of terms) {
    let node = nodes[0];
    for (const code of codes) {
      const at: number = node?.children.get(code) ?? nodes.length;
      if (at === nodes.length) {
        nodes.push({ children: new Map(), ends: [] });
        node?.children.set(code, at);
      }
      node = nodes[at];
    }
    if (node !== undefined && codes.length > 0) {
      node.ends = [...node.ends, { concept, length: codes.length, openStart, openEnd, proclitics }];
    }
  }
  return nodes;
}

interface Building {
  readonly state: number;
  readonly nodes: readonly Node[];
  readonly classes: Uint16Array;
  readonly width: number;
  readonly next: Int32Array;
  readonly fail: Int32Array;
}

/** Where a state has no child, it goes on as its longest suffix does; parents are linked before children. */
function linkState({ state, nodes, classes, width, next, fail }: Building): void {
  const suffix = fail[state] ?? 0;
  if (state !== 0) {
    next.copyWithin(state * width, suffix * width, (suffix + 1) * width);
  }
  for (const [code, child] of nodes[state]?.children ?? []) {
    const place = state * width + (classes[code] ?? 0);
    const childSuffix = state === 0 ? 0 : (next[place] ?? 0);
    fail[child] = childSuffix;
    next[place] = child;
    inheritEnds(nodes[child], nodes[childSuffix]);
  }
}

function inheritEnds(node: Node | undefined, suffix: Node | undefined): void {
  if (node !== undefined && suffix !== undefined && suffix.ends.length > 0) {
    node.ends = [...node.ends, ...suffix.ends];
  }
}
