"use client";

import { autocompletion, type CompletionContext } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { html } from "@codemirror/lang-html";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { VARIABLES } from "@heed/core/template/variables";
import { useEffect, useRef } from "react";
import type { Judged } from "./use-judge.ts";

interface CodeEditorProps {
  readonly value: string;
  readonly judged: Judged | null;
  readonly onChange: (value: string) => void;
}

const THEME = EditorView.theme({
  "&": { backgroundColor: "var(--surface)", color: "var(--ink)", fontSize: "14px" },
  ".cm-content": { fontFamily: "var(--font-geist-mono), monospace", minHeight: "280px", caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--ink-3)", border: "none" },
  "&.cm-focused": { outline: "2px solid var(--ring)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--hairline)" },
});

/** Variables are offered once `{{` is typed. */
function completeVariable(context: CompletionContext) {
  const before = context.matchBefore(/\{\{\s*[\w.]*/);
  if (before === null) return null;
  const start = before.from + (/^\{\{\s*/.exec(before.text)?.[0].length ?? 0);
  return {
    from: start,
    options: VARIABLES.map(({ path, description, example }) => ({
      label: path,
      detail: description,
      info: `Such as ${example}`,
      type: "variable",
    })),
  };
}

/** CodeMirror with the findings in the margin and at their words; loaded when a template is opened. */
export function CodeEditor({ value, judged, onChange }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const first = useRef(value);
  useEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: first.current, extensions: extensions(changed) }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const { current } = view;
    // A fix changes the text from outside; what was typed here is the same already.
    if (current === null || current.state.doc.toString() === value) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    const { current } = view;
    if (current !== null && judged !== null)
      current.dispatch(setDiagnostics(current.state, diagnosticsOf(judged, current.state)));
  }, [judged]);
  return <div ref={place} className="overflow-hidden rounded-box border border-control" />;
}

function extensions(changed: { readonly current: (value: string) => void }) {
  return [
    lineNumbers(),
    history(),
    html(),
    autocompletion({ override: [completeVariable] }),
    lintGutter(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": "Text of the message" }),
    THEME,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed.current(update.state.doc.toString());
    }),
  ];
}

const SEVERITIES = { block: "error", warn: "warning", info: "info" } as const;

function diagnosticsOf({ findings, problem }: Judged, { doc }: EditorState): Diagnostic[] {
  if (problem !== null && problem.part === "body") {
    const line = doc.line(Math.min(problem.line, doc.lines));
    const from = Math.min(line.from + problem.column - 1, line.to);
    return [{ from, to: line.to, severity: "error", message: problem.message }];
  }
  return findings.flatMap(({ span, severity, message, rule }): Diagnostic[] => {
    if (span?.part !== "html" || span.to > doc.length) return [];
    return [
      { from: span.from, to: Math.max(span.to, span.from), severity: SEVERITIES[severity], message, source: rule },
    ];
  });
}
