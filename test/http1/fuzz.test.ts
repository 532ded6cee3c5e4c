import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fuzz } from "../../tools/fuzz-http1.ts";

describe("beside Node's strict parser, on spiced and damaged messages, cut anywhere", () => {
  it("no request is accepted that it refuses or reads otherwise", () => {
    const report = fuzz("requests", 20_260_101, 30_000);
    assert.deepEqual(report.violations, []);
    // Were the generator broken, agreement would mean nothing.
    assert.ok(report.accepted > 6000 && report.refusedByBoth > 6000 && report.stricter.size >= 15);
    assert.ok(report.cutEverywhere > 200);
  });

  it("no response is", () => {
    const report = fuzz("responses", 20_260_101, 20_000);
    assert.deepEqual(report.violations, []);
    assert.ok(report.accepted > 4000 && report.refusedByBoth > 4000 && report.stricter.size >= 8);
  });
});
