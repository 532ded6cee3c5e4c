// CPU per MAC of a text as short as callers sign, with Node's HMAC objects and with two hashes at once; see README.md.
import { createHmac } from "node:crypto";
import { hmac } from "../src/signing/hmac.ts";
import { median } from "./report/statistics.ts";

const ROUNDS = 9;
const CALLS = 100_000;

const key = "bench-secret-of-0";
const text = "x-date: Mon, 19 Mar 2018 12:08:40 GMT";
const contenders = {
  "createHmac of node:crypto": () => createHmac("sha1", key).update(text, "latin1").digest("base64"),
  "hmac of src/signing": () => hmac("sha1", key, text),
};

function microsPerCall(run: () => string): number {
  const before = process.cpuUsage();
  for (let call = 0; call < CALLS; call++) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CALLS;
}

const rounds = Object.entries(contenders).map(([name, run]) => ({ name, run, micros: [] as number[] }));
// The first round warms up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const { run, micros } of rounds) {
    const measured = microsPerCall(run);
    if (round > 0) micros.push(measured);
  }
}
for (const { name, micros } of rounds) process.stdout.write(`${name}: ${median(micros).toFixed(2)} µs\n`);
