/** From most to least; each may do what the later ones may, except that an approver also approves. */
export const ROLES = ["owner", "admin", "manager", "approver", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export function atLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(needed);
}
