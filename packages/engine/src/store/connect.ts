import postgres from "postgres";

export type Sql = postgres.Sql;
export type Tx = postgres.TransactionSql;

export interface ConnectOptions {
  readonly databaseUrl: string;
  readonly connections: number;
}

export function connect(options: ConnectOptions): Sql {
  return postgres(options.databaseUrl, {
    max: options.connections,
    onnotice: () => undefined,
    connection: { application_name: "heed-engine" },
  });
}

/** An epoch millisecond as an element of a timestamptz array: postgres.js takes an array of Dates for a single one. */
export function timeText(epochMilliseconds: number | null): string | null {
  return epochMilliseconds === null ? null : new Date(epochMilliseconds).toISOString();
}
