// express-gateway reads its settings from a folder; the check is a policy that a plugin brings.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const folder = join(process.env.BENCH_FOLDER, "config");
mkdirSync(folder);
cpSync(join(dirname(require.resolve("express-gateway")), "config", "models"), join(folder, "models"), {
  recursive: true,
});

// YAML reads JSON.
writeFileSync(
  join(folder, "gateway.config.yml"),
  JSON.stringify({
    http: { hostname: "127.0.0.1", port: Number(process.env.BENCH_PORT) },
    apiEndpoints: { all: { host: "*", paths: "/*" } },
    serviceEndpoints: { backend: { url: process.env.BENCH_BACKEND } },
    policies: ["bench-check", "proxy"],
    pipelines: {
      all: {
        apiEndpoints: ["all"],
        policies: [{ "bench-check": [{ action: {} }] }, { proxy: [{ action: { serviceEndpoint: "backend" } }] }],
      },
    },
  }),
);
writeFileSync(
  join(folder, "system.config.yml"),
  JSON.stringify({
    db: { redis: { emulate: true, namespace: "EG" } },
    plugins: { "bench-check": { package: join(import.meta.dirname, "express-gateway-policy.cjs") } },
    crypto: { cipherKey: "bench", algorithm: "aes256", saltRounds: 10 },
    session: { secret: "bench", resave: false, saveUninitialized: false },
  }),
);
await require("express-gateway")().load(folder).run();
