/** The running instance that the journeys look at; bin/ starts it and passes these. */
export interface Instance {
  readonly url: string;
  readonly sandboxUrl: string;
  /** Where the sandbox keeps the key with which it signs Amazon's mail. */
  readonly sandboxFolder: string;
  /** Login `heed_app`: sessions. */
  readonly appUrl: string;
  /** Login `heed_system`: whose address is it. */
  readonly systemUrl: string;
  readonly chromium: string;
  readonly owners: readonly { readonly email: string; readonly workspace: string; readonly url: string }[];
}

export function instance(): Instance {
  return {
    url: need("HEED_E2E_URL"),
    sandboxUrl: need("HEED_SANDBOX_URL"),
    sandboxFolder: need("HEED_SANDBOX_DIR"),
    appUrl: need("DATABASE_URL"),
    systemUrl: need("DATABASE_SYSTEM_URL"),
    chromium: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    owners: JSON.parse(need("HEED_E2E_SIGN_IN_LINKS")) as Instance["owners"],
  };
}

function need(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    throw new Error(`${name} is missing: the browser tests need a whole instance; \`npm test\` starts one.`);
  }
  return value;
}
