"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/** A link that prefetches when a pointer or the focus comes near, not whenever it is in view. */
export function IntentLink({ onMouseEnter, onFocus, ...rest }: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  return (
    <Link
      {...rest}
      prefetch={near ? null : false}
      onMouseEnter={(event) => {
        setNear(true);
        onMouseEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
    />
  );
}
