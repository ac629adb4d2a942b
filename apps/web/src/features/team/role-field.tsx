import { ROLES, type Role } from "@heed/core/tenant/role";
import { SelectField } from "../../ui/select-field.tsx";
import { ROLE_WORDS } from "./role-words.ts";

interface RoleFieldProps {
  readonly role: Role;
  /** Nobody gives a higher role than the own one. */
  readonly most: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleField({ role, most, onChange }: RoleFieldProps) {
  const offered = ROLES.slice(ROLES.indexOf(most));
  return (
    <SelectField
      label="Role"
      name="role"
      value={role}
      hint={ROLE_WORDS[role].text}
      onChange={(event) => onChange(ROLES.find((one) => one === event.target.value) ?? role)}
    >
      {offered.map((one) => (
        <option key={one} value={one}>
          {ROLE_WORDS[one].title}
        </option>
      ))}
    </SelectField>
  );
}
