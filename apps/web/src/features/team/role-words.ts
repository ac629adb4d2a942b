import type { Role } from "@heed/core/tenant/role";

export const ROLE_WORDS: Readonly<Record<Role, { readonly title: string; readonly text: string }>> = {
  owner: { title: "Owner", text: "Everything, also money, ownership and deleting the workspace." },
  admin: { title: "Admin", text: "Everything but ownership and deleting the workspace." },
  manager: { title: "Manager", text: "Stores, flows, templates and messages." },
  approver: { title: "Approver", text: "Sees everything, approves messages." },
  viewer: { title: "Viewer", text: "Sees everything, changes nothing." },
};
