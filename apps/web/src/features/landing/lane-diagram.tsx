const LANES = [
  { y: 44, name: "Request a Review", text: "Amazon’s own wording, for every fulfilment" },
  { y: 124, name: "Typed message", text: "what only the buyer can answer about the order" },
  { y: 204, name: "E-mail", text: "your words, if the buyer has not refused" },
] as const;

/** How an order finds its lane; the three paths draw themselves once, unless motion is unwanted. */
export function LaneDiagram() {
  return (
    <svg
      viewBox="0 0 720 256"
      role="img"
      aria-label="An order passes the rules and goes by one of three lanes, or not at all"
      className="w-full"
    >
      <g className="fill-surface stroke-hairline">
        <rect x="1" y="100" width="112" height="48" rx="8" />
        <rect x="188" y="84" width="128" height="80" rx="8" />
      </g>
      <g className="fill-ink text-body font-medium">
        <text x="57" y="129" textAnchor="middle">
          Order
        </text>
        <text x="252" y="119" textAnchor="middle">
          Rules, on
        </text>
        <text x="252" y="139" textAnchor="middle">
          fresh facts
        </text>
      </g>
      <path d="M113 124H188" className="stroke-control" strokeWidth="1.5" fill="none" />
      {LANES.map(({ y, name, text }) => (
        <g key={name}>
          <path
            d={`M316 124C368 124 356 ${y} 412 ${y}`}
            pathLength={1}
            className="lane-path stroke-accent"
            strokeWidth="1.75"
            fill="none"
          />
          <circle cx="416" cy={y} r="4" className="fill-accent" />
          <text x="432" y={y - 3} className="fill-ink text-body font-medium">
            {name}
          </text>
          <text x="432" y={y + 16} className="fill-ink-2 text-small">
            {text}
          </text>
        </g>
      ))}
      <path d="M252 164V212" className="stroke-mark-rule" strokeWidth="1.5" strokeDasharray="4 4" fill="none" />
      <text x="252" y="234" textAnchor="middle" className="fill-ink-2 text-small">
        not sent, and why
      </text>
    </svg>
  );
}
