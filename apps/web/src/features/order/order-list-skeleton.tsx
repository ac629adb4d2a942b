import { PageHeader } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";

const WIDTHS = [62, 70, 58, 66, 74, 60, 68, 64];

/** The frame is the true one; only what is not known yet is grey. */
export function OrderListSkeleton() {
  return (
    <>
      <PageHeader title="Orders" />
      <Loading what="orders">
        <Skeleton className="mb-3 h-8 w-full max-w-xl rounded-box" />
        <div className="overflow-clip rounded-box border border-hairline bg-surface">
          <div className="h-9 border-b border-hairline bg-sunken" />
          {WIDTHS.map((width) => (
            <div key={width} className="flex h-9 items-center gap-6 border-b border-hairline px-4 last:border-b-0">
              <Skeleton className="h-3.5 w-40" />
              <span className="block" style={{ width: `${width}%` }}>
                <Skeleton className="h-3.5 w-full" />
              </span>
            </div>
          ))}
        </div>
      </Loading>
    </>
  );
}
