import { openSqlite } from "../../../src/store/dialect/sqlite/database.ts";
import { migrations } from "../../../src/store/migrations/all.ts";
import { migrate } from "../../../src/store/migrations/migrate.ts";

// Migrates the database it is given up to a step that never ends, and says when it is there.
const endless = {
  number: 1_000_000,
  name: "endless",
  up: () => {
    process.stdout.write("there\n");
    setInterval(() => {}, 1000);
    return new Promise<never>(() => {});
  },
};
await openSqlite(process.argv[2] ?? "").write((db) => migrate(db, [...migrations, endless], 0));
