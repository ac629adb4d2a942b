import { encode } from "uqr";

const QUIET = 4;

/** A code for cameras: dark on white in both themes, since that is what they read. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { data, size } = encode(value, { ecc: "M", border: QUIET });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-44 rounded-box bg-paper text-on-paper"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
