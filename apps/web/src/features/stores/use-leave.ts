import { useState } from "react";

/** Leaves for a page elsewhere; the button stays busy until the browser is gone. */
export function useLeave(): { readonly leaving: boolean; readonly leave: (answer: { url: string }) => void } {
  const [leaving, setLeaving] = useState(false);
  return {
    leaving,
    leave: ({ url }) => {
      setLeaving(true);
      window.location.assign(url);
    },
  };
}
