"use client";

import { TEMPLATE_STARTERS, type TemplateStarter } from "@heed/core/template/gallery";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { notify } from "../../ui/notify.ts";
import { templatePath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";

/** Texts that keep to the guidelines, to begin with. */
export function TemplateGallery({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const place = usePlace();
  const router = useRouter();
  const create = useMutation(
    api.template.create.mutationOptions({
      onSuccess: ({ id }) => router.push(templatePath(place, id)),
      onError: ({ message }) => void notify(`The template was not made. ${message}`),
    }),
  );
  const choose = ({ title, texts }: TemplateStarter) => create.mutate({ ...place, name: title, texts: [...texts] });
  return (
    <Dialog open onClose={onClose} title="Start from" className="max-w-160">
      <ul className="flex flex-col gap-2 overflow-y-auto p-4 pt-2">
        {TEMPLATE_STARTERS.map((starter) => (
          <li key={starter.key} className="rounded-box border border-hairline p-3">
            <div className="flex items-start justify-between gap-3">
              <div>
                <h3 className="font-medium">{starter.title}</h3>
                <p className="mt-0.5 text-small text-ink-2">{starter.why}</p>
              </div>
              <Button
                size="small"
                disabled={create.isPending}
                onClick={() => choose(starter)}
                aria-label={`Use ${starter.title}`}
              >
                Use
              </Button>
            </div>
            <p className="mt-2 flex flex-wrap gap-1">
              {starter.texts.map(({ language }) => (
                <Badge key={language}>{language}</Badge>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
