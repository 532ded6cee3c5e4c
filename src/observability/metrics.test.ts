import assert from "node:assert/strict";
import { test } from "node:test";
import { createMetrics, summarise, withoutService } from "./metrics.ts";

const request = { environment: "release", status: 200, durationMs: 1 };

test("the series of a service that is gone end, and its last calls do not bring them back", async () => {
  const metrics = createMetrics();
  for (const serviceId of ["service-a", "service-b"]) {
    metrics.requestFinished({ ...request, serviceId });
    metrics.requestFinished({ ...request, serviceId, status: 404, environment: null });
    metrics.requestLimited(serviceId, "release", "rateExceeded");
  }
  const text = async () => (await summarise([await metrics.values()])).text;
  assert.match(await text(), /service="service-a"/);
  await metrics.serviceRemoved("service-a");
  metrics.requestFinished({ ...request, serviceId: "service-a" });
  metrics.requestLimited("service-a", "release", "rateExceeded");
  const left = await text();
  assert.doesNotMatch(left, /service-a/);
  assert.match(left, /turnpike_requests_total\{service="none",environment="none",status="200"\} 1\n/);
  assert.match(left, /turnpike_requests_total\{service="service-b",environment="release",status="200"\} 1\n/);
  assert.match(left, /turnpike_limited_total\{service="service-b",environment="release",limit="rateExceeded"\} 1\n/);
  assert.match(left, /turnpike_request_duration_seconds_count\{service="service-b",environment="release"\} 1\n/);
});

test("what threads that are gone had counted of a service ends with it", async () => {
  const metrics = createMetrics();
  metrics.requestFinished({ ...request, serviceId: "service-a" });
  metrics.requestFinished({ ...request, serviceId: "service-b" });
  const { text } = await summarise([withoutService(await metrics.values(), "service-a")]);
  assert.doesNotMatch(text, /service-a/);
  assert.match(text, /service-b/);
});
