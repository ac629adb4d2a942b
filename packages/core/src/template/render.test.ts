import { existsSync, readFileSync } from "node:fs";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { renderTemplate, type TemplateProblem } from "./render.ts";
import type { RenderedMessage, TemplateVariables } from "./template.ts";
import { EXAMPLE_VARIABLES, isKnownVariable, VARIABLES } from "./variables.ts";

function render(
  body: string,
  change: { subject?: string; variables?: TemplateVariables } = {},
): RenderedMessage | TemplateProblem {
  const text = { language: "en", subject: change.subject ?? "Order {{ order.id }}", body };
  return renderTemplate({ text, variables: change.variables ?? EXAMPLE_VARIABLES });
}

function withTitle(title: string): TemplateVariables {
  return {
    ...EXAMPLE_VARIABLES,
    order: { id: title, items: [{ title, quantity: 1 }] },
    store: { name: title },
    marketplace: { name: title, domain: title },
  };
}

describe("a template", () => {
  it("becomes subject, HTML and text", () => {
    expect(
      render(
        '<p>Order {{ order.id }}</p>\n<ul>{% for item in order.items %}<li>{{ item.title }}</li>{% endfor %}</ul><p><a href="https://www.amazon.de/">Amazon</a></p>',
      ),
    ).toEqual({
      language: "en",
      subject: "Order 302-1234567-1234567",
      html: '<p>Order 302-1234567-1234567</p>\n<ul><li>Stainless steel kettle</li></ul><p><a href="https://www.amazon.de/">Amazon</a></p>',
      text: "Order 302-1234567-1234567\n\n- Stainless steel kettle\n\nAmazon (https://www.amazon.de/)",
    });
  });

  it.each(VARIABLES)("may name $path", ({ path }) => {
    expect(render(`<p>x{{ ${path} | size }}</p>`)).not.toHaveProperty("problem");
  });

  it("may ask for the first item and for counts", () => {
    expect(render("{{ order.items.first.title }} {{ order.items.size }}")).toMatchObject({
      html: "Stainless steel kettle 1",
    });
  });
});

describe("problems", () => {
  it.each([
    ["a\nb {{ ordr.id }}", { problem: "unknown_variable", line: 2, column: 6, suggestion: "order.id" }],
    ["{{ order.title }}", { problem: "unknown_variable", suggestion: "order.items[0].title" }],
    ["{{ buyer.name }}", { problem: "unknown_variable" }],
    ["{% for item in order.items %}{{ item.titel }}{% endfor %}", { problem: "unknown_variable", line: 1 }],
    ["{{ order.constructor.name }}", { problem: "unknown_variable" }],
    ["x {% if order.id %}", { problem: "syntax", line: 1, column: 3 }],
    ["{{ order.id", { problem: "syntax" }],
    ["{% include 'x' %}", { problem: "syntax" }],
    ["{% render 'x' %}", { problem: "syntax" }],
    ["{% layout 'x' %}", { problem: "syntax" }],
    ["{{ order.id | raw }}", { problem: "syntax" }],
    ["{{ 'now' | date: '%Y' }}", { problem: "syntax" }],
    ["{% for i in (1..1000000000) %}x{% endfor %}", { problem: "limit" }],
    [`{% for i in (1..900) %}${"x".repeat(40_000)}{% endfor %}`, { problem: "limit" }],
    ["x".repeat(1_000_000), { problem: "limit" }],
    ["<p {{ order.id }}>x</p>", { problem: "unsafe_place", line: 1, column: 4 }],
    ["<a href={{ order.id }}>x</a>", { problem: "unsafe_place" }],
    ["<{{ order.id }}>x", { problem: "unsafe_place" }],
    ["<style>{{ order.id }}</style>x", { problem: "unsafe_place" }],
    ["<script>{{ order.id }}</script>x", { problem: "unsafe_place" }],
    ["<!-- {{ order.id }} -->x", { problem: "unsafe_place" }],
    ["<p> </p>", { problem: "empty", part: "body" }],
  ])("%.60s", (body, problem) => {
    expect(render(body)).toMatchObject({ part: "body", ...problem });
  });

  it("are told of the subject too", () => {
    expect(render("<p>x</p>", { subject: "{{ order.nr }}" })).toMatchObject({
      problem: "unknown_variable",
      part: "subject",
    });
    expect(render("<p>x</p>", { subject: " " })).toMatchObject({ problem: "empty", part: "subject" });
  });

  it("end an endless work within a second", () => {
    const start = performance.now();
    const loop =
      "{% for a in (1..900) %}{% for b in (1..900) %}{% for c in (1..900) %}{{ a }}{% endfor %}{% endfor %}{% endfor %}";
    expect(render(loop)).toMatchObject({ problem: "limit" });
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

describe("values of variables", () => {
  const paths = VARIABLES.filter(({ type }) => type === "text").map(({ path }) => path);
  const source = paths
    .map((path) => `<p title="{{ ${path} }}">{{ ${path} }}</p><a href="https://www.amazon.de/?q={{ ${path} }}">x</a>`)
    .join("");
  const strings = new URL("../../../../../shared/corpus/strings/blns.json", import.meta.url);
  const shape = JSON.stringify(shapeOf(html("plain")));

  it.each([
    '"><script>alert(1)</script>',
    "' onmouseover='x",
    "{{ order.id }}",
    "</p><img src=x>",
    "a\0b\ud800c",
    "&lt;b&gt;",
  ])("%j adds no markup", (value) => {
    expect(JSON.stringify(shapeOf(html(value)))).toBe(shape);
  });

  it.skipIf(!existsSync(strings))(
    "none of the hostile strings, in any variable, adds markup, a link or a line to the subject (else shared-missing)",
    () => {
      for (const value of z.array(z.string()).parse(JSON.parse(readFileSync(strings, "utf8")))) {
        expect(JSON.stringify(shapeOf(html(value)))).toBe(shape);
        const subject = `a ${paths.map((path) => `{{ ${path} }}`).join(" ")}`;
        const rendered = render("<p>x</p>", { subject, variables: withTitle(value) });
        expect("problem" in rendered ? "" : rendered.subject).not.toMatch(/[\r\n\0]/);
        expect(linksOf(html(value)).every((href) => href.startsWith("https://www.amazon.de/?q="))).toBe(true);
      }
    },
  );

  function html(value: string): string {
    const rendered = render(source, { variables: withTitle(value) });
    if ("problem" in rendered) {
      throw new Error(rendered.message);
    }
    return rendered.html;
  }
});

describe("known variables", () => {
  it("are paths of the list and their parents, nothing else", () => {
    expect(isKnownVariable(["order", "id"])).toBe(true);
    expect(isKnownVariable(["order", "items", 3, "title"])).toBe(true);
    expect(isKnownVariable(["order"])).toBe(true);
    expect(isKnownVariable(["order", "__proto__"])).toBe(false);
    expect(isKnownVariable(["size"])).toBe(false);
  });
});

type Node = DefaultTreeAdapterMap["node"];

function linksOf(source: string): readonly string[] {
  const visit = (node: Node): readonly string[] => [
    ...("attrs" in node ? node.attrs.filter(({ name }) => name === "href").map(({ value }) => value) : []),
    ...("childNodes" in node ? node.childNodes.flatMap(visit) : []),
  ];
  return visit(parse(source));
}

/** Names of elements and attributes, in order. */
function shapeOf(source: string): unknown {
  const visit = (node: Node): unknown => [
    node.nodeName,
    "attrs" in node ? node.attrs.map(({ name }) => name) : [],
    "childNodes" in node ? node.childNodes.filter(({ nodeName }) => nodeName !== "#text").map(visit) : [],
  ];
  return visit(parse(source));
}
