import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Everything in the database, for comparing. */
export function readDatabase(data: string): Record<string, unknown[]> {
  const database = new DatabaseSync(join(data, "turnpike.db"), { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
    return Object.fromEntries(
      tables.map(({ name }) => [String(name), database.prepare(`select * from "${name}"`).all()]),
    );
  } finally {
    database.close();
  }
}
