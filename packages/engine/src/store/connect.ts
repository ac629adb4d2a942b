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
