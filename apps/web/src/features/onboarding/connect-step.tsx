import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { ConnectForm } from "../stores/connect-form.tsx";
import { ConnectionFacts } from "../stores/connection-facts.tsx";
import type { StoreDetails } from "../stores/store-words.ts";

export function ConnectStep({ store, onNext }: { store: StoreDetails | null; onNext: () => void }) {
  if (store !== null && store.authorisation === "active")
    return (
      <Panel title={`${store.name} is connected`}>
        <ConnectionFacts store={store} />
        <div className="flex justify-end border-t border-hairline px-4 py-3">
          <Button variant="primary" size="large" onClick={onNext}>
            Go on
          </Button>
        </div>
      </Panel>
    );
  return (
    <Panel title="Connect your Amazon account">
      <div className="px-4 pt-2 pb-4">
        <ConnectForm returnTo="onboarding" />
      </div>
    </Panel>
  );
}
