"use client";

import type { TemplateText } from "@heed/core/template/template";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { InlineSelect } from "../../ui/inline-controls.tsx";

interface LanguageTabsProps {
  readonly texts: readonly TemplateText[];
  readonly current: string;
  readonly onPick: (language: string) => void;
  readonly onChange: (texts: readonly TemplateText[]) => void;
}

const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "pt", "pt-BR", "ja", "tr", "ar"];
const NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** A text for each language; a buyer whose language has none gets no e-mail, never one in another language. */
export function LanguageTabs({ texts, current, onPick, onChange }: LanguageTabsProps) {
  const free = LANGUAGES.filter((language) => !texts.some((text) => text.language === language));
  const add = (language: string) => {
    const [first] = texts;
    if (language === "" || first === undefined) return;
    onChange([...texts, { ...first, language }]);
    onPick(language);
  };
  const remove = () => {
    const rest = texts.filter(({ language }) => language !== current);
    onChange(rest);
    onPick(rest[0]?.language ?? "en");
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div
        role="group"
        aria-label="Language of the text"
        className="flex flex-wrap gap-0.5 rounded-box bg-sunken p-0.5"
      >
        {texts.map(({ language }) => (
          <button
            key={language}
            type="button"
            aria-pressed={language === current}
            onClick={() => onPick(language)}
            className={cn(
              "focus-inset h-7 rounded-item px-2.5 text-small text-ink-2 hover:text-ink max-sm:h-11",
              language === current && "bg-surface font-medium text-ink ring-1 ring-hairline",
            )}
          >
            {NAMES.of(language) ?? language}
          </button>
        ))}
      </div>
      <InlineSelect
        label="Add a language"
        choices={[
          { value: "", label: "Add a language" },
          ...free.map((value) => ({ value, label: NAMES.of(value) ?? value })),
        ]}
        value=""
        onPick={add}
      />
      {texts.length > 1 ? (
        <Button size="small" variant="ghost" onClick={remove}>
          Remove {NAMES.of(current) ?? current}
        </Button>
      ) : null}
    </div>
  );
}
