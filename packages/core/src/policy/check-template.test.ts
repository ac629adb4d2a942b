import { describe, expect, it } from "vitest";
import { checkTemplate } from "./check-template.ts";
import type { Finding } from "./finding.ts";

function check(html: string, subject = "Order {{ order.id }}"): readonly Finding[] {
  const draft = { language: "en", subject, html, text: "", orderId: null, purpose: "review_request" as const };
  return checkTemplate(draft).findings;
}

function marked(html: string): readonly (readonly [string, string | null])[] {
  return check(html).map(({ rule, span }) => [rule, span === null ? null : html.slice(span.from, span.to)]);
}

describe("a template", () => {
  it("is judged with examples for its variables", () => {
    expect(check("<p>Your review of {{ order.items[0].title }}, please. {{ store.name }}</p>")).toEqual([]);
  });

  it("is judged in each branch, also where one begins with the word of a rule", () => {
    const hidden = "<p>{% if order.id %}Thanks for your review{% else %}gift card for a review{% endif %}</p>";
    expect(check(hidden).map(({ rule }) => rule)).toContain("PROH-04");
  });

  it("shows the order by its variable", () => {
    expect(check("<p>Your review, please.</p>", "Hello").map(({ rule }) => rule)).toEqual(["REQ-02"]);
    expect(check("<p>{{ order.id }}: your review, please.</p>", "Hello")).toEqual([]);
    expect(marked("<p>Not {{ order.id }} but 111-7654321-7654321: your review, please.</p>")).toEqual([
      ["REQ-02", "111-7654321-7654321"],
    ]);
  });

  it.each([
    ["<p>{% if order.items.size > 9 %}A gift card for your review.{% endif %}x</p>", "A gift card for your review"],
    ["<p>A {{ 'gift' }} card for your review.</p>", "A {{ 'gift' }} card for your review"],
    ["<p>{{ order.id }} {{ store.name }}: a gift card for your review.</p>", "a gift card for your review"],
  ])("hides nothing: %s", (html, place) => {
    expect(marked(html)).toContainEqual(["PROH-04", place]);
  });

  it("hides nothing in what its tags put together", () => {
    const html = '<p>{% assign a = "gift c" %}{% assign b = "ard" %}Your review: a {{ a }}{{ b }}.</p>';
    expect(marked(html)).toEqual([["PROH-04", null]]);
  });

  it.each([
    ["<p>{{ buyer.name }}</p>", "buyer.name", "There is no variable buyer.name."],
    ["<p>a</p>\n<p>{% for x in (1..1000000000) %}x{% endfor %}</p>", null, "more work than a message may take"],
    ["<p>a</p>\n<p>{% if order.id %}x</p>", "{% if order.id %}", "not closed"],
    ["<p>a</p>\n<p>{{ order.id </p>", null, "not closed"],
    ["<p {{ store.name }}>x</p>", "{{ store.name }}", "nowhere else"],
    [`{{ store.name }}${"x".repeat(1_000_000)}`, null, "longer than"],
  ])("says what is wrong with %.40s, and where", (html, place, message) => {
    const finding = check(html).find(({ rule }) => rule === "TEMPLATE");
    expect(finding?.message).toContain(message);
    expect(finding?.severity).toBe("block");
    if (place !== null) {
      expect(html.slice(finding?.span?.from, finding?.span?.to)).toBe(place);
    }
  });
});
