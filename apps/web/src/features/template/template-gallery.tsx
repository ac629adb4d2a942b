"use client";

import type { Purpose } from "@heed/core/message/message";
import { STARTERS } from "@heed/core/template/gallery/all";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { SelectField } from "../../ui/inline-controls.tsx";
import { notify } from "../../ui/notify.ts";
import { GalleryDialog } from "../gallery/gallery-dialog.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { templatePath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";

const NAMES = new Intl.DisplayNames(["en"], { type: "language" });
const PURPOSES = [...new Set(STARTERS.map(({ purpose }) => purpose))];
const LANGUAGES = [...new Set(STARTERS.flatMap(({ texts }) => texts.map(({ language }) => language)))];

/** Texts that keep to the guidelines, by purpose and language; a template takes all languages of its starter. */
export function TemplateGallery({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const place = usePlace();
  const router = useRouter();
  const [purpose, setPurpose] = useState<Purpose | "">("");
  const [language, setLanguage] = useState("en");
  const [busy, setBusy] = useState<string | null>(null);
  const create = useMutation(
    api.template.create.mutationOptions({
      onSuccess: ({ id }) => router.push(templatePath(place, id)),
      onError: ({ message }) => {
        setBusy(null);
        void notify(`The template was not made. ${message}`);
      },
    }),
  );
  return (
    <GalleryDialog
      items={STARTERS.filter((starter) => purpose === "" || starter.purpose === purpose)}
      filters={
        <>
          <SelectField
            label="Purpose"
            choices={[
              { value: "", label: "All purposes" },
              ...PURPOSES.map((value) => ({ value, label: PURPOSE_WORDS[value] })),
            ]}
            value={purpose}
            onPick={(value) => setPurpose(value as Purpose | "")}
          />
          <SelectField
            label="Show in"
            choices={LANGUAGES.map((value) => ({ value, label: NAMES.of(value) ?? value }))}
            value={language}
            onPick={setLanguage}
          />
        </>
      }
      busy={busy}
      details={({ purpose: kind, texts }) => (
        <>
          <StarterText body={texts.find((text) => text.language === language)?.body ?? ""} language={language} />
          <p className="mt-2 text-small text-ink-3">
            {PURPOSE_WORDS[kind]} · in {texts.length} languages
          </p>
        </>
      )}
      onChoose={({ key, title, purpose: kind, texts }) => {
        setBusy(key);
        create.mutate({ ...place, name: title, purpose: kind, texts: [...texts] });
      }}
      onClose={onClose}
    />
  );
}

/** Our own starters hold paragraphs and line breaks only. */
function StarterText({ body, language }: { body: string; language: string }) {
  const plain = body.replace(/<br>/g, "\n").replace(/<[^<>]+>/g, "");
  return (
    <p
      lang={language}
      dir={language === "ar" ? "rtl" : "ltr"}
      className="mt-2 rounded-item bg-sunken px-2.5 py-2 text-small whitespace-pre-line text-ink-2"
    >
      {plain}
    </p>
  );
}
