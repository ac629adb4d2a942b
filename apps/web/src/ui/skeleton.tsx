import { cn } from "./cn.ts";

/** A box that stands where something will be; give it the height of the thing. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block animate-shimmer rounded-badge bg-hover", className)} />;
}

/** Wraps the skeletons of one region, so that a reader hears one sentence and not thirty boxes. */
export function Loading({
  what,
  className,
  children,
}: {
  what: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <div role="status" aria-label={`Loading ${what}`} className={cn("animate-appear", className)}>
      {children}
    </div>
  );
}
