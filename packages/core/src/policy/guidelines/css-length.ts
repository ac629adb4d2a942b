/** The width that Amazon's mail shows a message in is not published; mail clients settle on 600 pixels. */
export const MAX_WIDTH = 600;

const FONT_SIZE = 16;
const LENGTH = /^(-?\d{0,7}(?:\.\d{1,7})?)(px|pt|pc|in|cm|mm|em|rem|ex|ch|vw|vmax|%)?$/;

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: FONT_SIZE,
  rem: FONT_SIZE,
  ex: FONT_SIZE / 2,
  ch: FONT_SIZE / 2,
};

/** A length as a share of the widest a message gets, or null where the text is no plain length. */
export function shareOfWidth(text: string): number | null {
  const match = LENGTH.exec(text.trim().toLowerCase());
  const amount = match === null || match[1] === "" ? Number.NaN : Number(match[1]);
  if (Number.isNaN(amount)) {
    return null;
  }
  const unit = match?.[2] ?? "px";
  return unit === "%" || unit === "vw" || unit === "vmax" ? amount / 100 : (amount * (PIXELS[unit] ?? 1)) / MAX_WIDTH;
}

/** A length in pixels, or null where it is relative to the width or no plain length. */
export function pixels(text: string): number | null {
  return /%|v/.test(text) ? null : scale(shareOfWidth(text));
}

function scale(share: number | null): number | null {
  return share === null ? null : share * MAX_WIDTH;
}
