import assert from "node:assert/strict";
import { test } from "node:test";
import { summarise } from "./metrics.ts";
import { RequestCounts } from "./request-counts.ts";

test("requests are counted by service, environment and status, and their durations in cumulative buckets", async () => {
  const counts = new RequestCounts();
  counts.count({ serviceId: "service-1", environment: "release", status: 200, durationMs: 1 });
  counts.count({ serviceId: "service-1", environment: "release", status: 200, durationMs: 1.5 });
  counts.count({ serviceId: "service-1", environment: "release", status: 502, durationMs: 60_000 });
  counts.count({ serviceId: null, environment: null, status: 404, durationMs: 0 });

  counts.countLimited("service-1", "release", "rateExceeded");
  counts.countLimited("service-1", "release", "rateExceeded");

  const { text } = await summarise([counts.values()]);
  const lines = new Set(text.split("\n"));
  const place = 'service="service-1",environment="release"';
  for (const line of [
    `turnpike_requests_total{${place},status="200"} 2`,
    `turnpike_requests_total{${place},status="502"} 1`,
    'turnpike_requests_total{service="none",environment="none",status="404"} 1',
    `turnpike_limited_total{${place},limit="rateExceeded"} 2`,
    `turnpike_request_duration_seconds_bucket{le="0.001",${place}} 1`,
    `turnpike_request_duration_seconds_bucket{le="0.0025",${place}} 2`,
    `turnpike_request_duration_seconds_bucket{le="30",${place}} 2`,
    `turnpike_request_duration_seconds_bucket{le="+Inf",${place}} 3`,
    `turnpike_request_duration_seconds_sum{${place}} 60.0025`,
    `turnpike_request_duration_seconds_count{${place}} 3`,
  ]) {
    assert.ok(lines.has(line), `${line} in\n${text}`);
  }
});

test("the counts of several threads add up", async () => {
  const [one, other] = [new RequestCounts(), new RequestCounts()];
  for (const counts of [one, other, other]) {
    counts.count({ serviceId: "service-1", environment: "test", status: 200, durationMs: 3 });
  }
  const { text } = await summarise([one.values(), other.values()]);
  assert.match(text, /turnpike_requests_total\{[^}]*\} 3\n/);
  assert.match(text, /turnpike_request_duration_seconds_count\{[^}]*\} 3\n/);
});
