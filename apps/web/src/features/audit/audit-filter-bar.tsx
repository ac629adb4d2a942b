"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import { AUDIT_FILTERS } from "./audit-filters.ts";
import { ABOUT_WORDS } from "./audit-words.ts";

/** Narrows the log: to a subject, a person, some days. All of it stands in the address. */
export function AuditFilterBar() {
  const [filters, setFilters] = useQueryStates(AUDIT_FILTERS, { history: "push" });
  const set = (name: keyof typeof AUDIT_FILTERS) => ({
    name,
    value: filters[name] ?? "",
    className: "w-44 max-sm:w-full",
    onChange: (event: { target: { value: string } }) =>
      void setFilters({ [name]: event.target.value === "" ? null : event.target.value, after: null }),
  });
  return (
    <div className="flex flex-wrap gap-3 pb-3">
      <SelectField label="About" {...set("about")}>
        <option value="">Everything</option>
        {Object.entries(ABOUT_WORDS).map(([about, words]) => (
          <option key={about} value={about}>
            {words}
          </option>
        ))}
      </SelectField>
      <SelectField label="By" {...set("by")}>
        <option value="">Everybody</option>
        <PeopleOptions />
      </SelectField>
      <TextField label="From" type="date" {...set("from")} />
      <TextField label="Until" type="date" {...set("until")} />
    </div>
  );
}

/** The page has asked for them already. */
function PeopleOptions() {
  const api = useTRPC();
  const { here } = useShell();
  const { data = [] } = useQuery(api.audit.people.queryOptions({ workspace: here.slug }));
  return data.map(({ userId, name, email }) => (
    <option key={userId} value={userId}>
      {name ?? email ?? "A deleted account"}
    </option>
  ));
}
