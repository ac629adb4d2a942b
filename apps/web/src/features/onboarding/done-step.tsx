import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { sectionPath, storePath } from "../shell/paths.ts";
import { useShell } from "../shell/shell-data.ts";
import { ADDRESS_LOOKS, ADDRESS_TEXTS, type StoreDetails } from "../stores/store-words.ts";
import { nextStep, STEP_WORDS } from "./steps.ts";

/** Says what works, and what nobody can know yet. */
export function DoneStep({ store }: { store: StoreDetails }) {
  const { here } = useShell();
  const open = nextStep(store);
  const unproven = store.addresses.filter(({ state }) => state !== "proven");
  return (
    <Panel title={open === null ? `${store.name} is set up` : `One thing is open: ${STEP_WORDS[open].toLowerCase()}`}>
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <p className="text-ink-2">
          {store.dryRun
            ? "Nothing goes out yet: confirm the first flow to leave the dry run."
            : "Orders come in by themselves, and each due review request goes out once."}
        </p>
        {unproven.length === 0 ? null : (
          <>
            <p className="font-medium">Not proven yet</p>
            <ul className="flex flex-col gap-2">
              {unproven.map((address) => (
                <li key={address.id} className="text-small">
                  <span className="flex flex-wrap items-center gap-2">
                    <StateMark {...ADDRESS_LOOKS[address.state]} />
                    <span className="font-mono">{address.full}</span>
                  </span>
                  <span className="text-ink-3">{ADDRESS_TEXTS[address.kind][address.state]}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="flex flex-wrap gap-2 pt-1">
          <Link
            href={sectionPath({ workspace: here.slug, store: store.id }, "overview")}
            className={buttonClass("primary", "large")}
          >
            Go to the overview
          </Link>
          <Link href={storePath(here.slug, store.id)} className={buttonClass("secondary", "large")}>
            Settings of the store
          </Link>
        </div>
      </div>
    </Panel>
  );
}
