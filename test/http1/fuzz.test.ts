import assert from "node:assert/strict";
import { it } from "node:test";
import { fuzz } from "../../tools/fuzz-http1.ts";

it("accepts nothing that Node's strict parser refuses or reads differently, save what the tool explains", async () => {
  const report = await fuzz(20_260_101, 20_000);
  assert.deepEqual(report.violations, []);
  // Were the generator broken, agreement would mean nothing.
  assert.ok(report.accepted > 4000);
  assert.ok(report.refusedByBoth > 4000);
  assert.ok(report.stricter.size >= 10);
});
