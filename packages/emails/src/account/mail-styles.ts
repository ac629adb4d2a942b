/**
 * Colours of account mails in light and dark. Mail programs take inline styles for sure and a style sheet perhaps, so
 * the light look is inline and the dark one is a sheet that overrides it by class (`!important` beats inline).
 */
const SANS = "system-ui, -apple-system, 'Segoe UI', sans-serif";

export const BODY = {
  className: "m-body",
  style: { backgroundColor: "#fafafa", fontFamily: SANS, margin: 0, padding: "24px 12px" },
};
export const CARD = {
  className: "m-card",
  style: {
    backgroundColor: "#ffffff",
    border: "1px solid #e5e5e5",
    borderRadius: "8px",
    maxWidth: "560px",
    padding: "24px",
  },
};
export const HEADING = {
  className: "m-ink",
  style: { color: "#171717", fontSize: "20px", fontWeight: 600, lineHeight: "28px", margin: "0 0 16px" },
};
export const PARAGRAPH = {
  className: "m-ink",
  style: { color: "#171717", fontSize: "15px", lineHeight: "24px", overflowWrap: "anywhere" as const },
};
export const BUTTON = {
  className: "m-button",
  style: {
    backgroundColor: "#0f5f62",
    borderRadius: "6px",
    color: "#ffffff",
    fontSize: "15px",
    fontWeight: 600,
    padding: "10px 16px",
  },
};
export const ADDRESS = {
  className: "m-soft",
  style: { color: "#525252", fontSize: "13px", wordBreak: "break-all" as const },
};
export const TABLE = {
  role: "table",
  width: "100%",
  cellPadding: 0,
  cellSpacing: 0,
  style: { borderCollapse: "collapse" as const, margin: "8px 0 16px" },
};
export const TABLE_HEAD = {
  className: "m-soft",
  style: { color: "#525252", fontSize: "12px", fontWeight: 500, padding: "6px 4px" },
};
export const TABLE_CELL = {
  className: "m-ink m-rule",
  style: {
    borderTop: "1px solid #e5e5e5",
    color: "#171717",
    fontSize: "14px",
    lineHeight: "20px",
    overflowWrap: "anywhere" as const,
    padding: "8px 4px",
    verticalAlign: "top" as const,
  },
};
export const RULE = { className: "m-rule", style: { borderColor: "#e5e5e5", margin: "24px 0 16px" } };
export const SMALL = {
  className: "m-soft",
  style: { color: "#525252", fontSize: "13px", lineHeight: "20px", margin: "0" },
};

export const DARK_SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .m-body { background-color: #101516 !important; }
  .m-card { background-color: #171d1e !important; border-color: #2c3435 !important; }
  .m-ink { color: #eef2f2 !important; }
  .m-soft { color: #b4bebf !important; }
  .m-button { background-color: #5cc4c4 !important; color: #0d1a1b !important; }
  .m-rule { border-color: #2c3435 !important; }
}`;
