import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { environmentNames } from "./environment.ts";
import { PlaceIndex } from "./exclusivity.ts";
import { findOtherLevel } from "./level-rule.ts";
import { bindingKey, levelOf, overlaps, type Place } from "./place.ts";

const apiIds = ["api-1", "api-2", "api-3"];
const serviceIds = ["service-1", "service-2"];

const place: fc.Arbitrary<Place> = fc.record({
  serviceId: fc.constantFrom(...serviceIds),
  environment: fc.constantFrom(...environmentNames),
  apiId: fc.constantFrom(null, ...apiIds),
});
const places = fc.array(place, { maxLength: 6 });

/** Every request there can be in this small world: one API of one service in one environment. */
const requests: readonly (Place & { readonly apiId: string })[] = serviceIds.flatMap((serviceId) =>
  environmentNames.flatMap((environment) => apiIds.map((apiId) => ({ serviceId, environment, apiId }))),
);

function covers(at: Place, request: Place): boolean {
  const sameEnvironment = at.serviceId === request.serviceId && at.environment === request.environment;
  return sameEnvironment && (at.apiId === null || at.apiId === request.apiId);
}

test("two places overlap exactly when some request falls under both", () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const isShared = requests.some((request) => covers(a, request) && covers(b, request));
      assert.equal(overlaps(a, b), isShared);
      assert.equal(overlaps(b, a), isShared);
    }),
  );
});

test("an index of places answers like comparing with each of them", () => {
  fc.assert(
    fc.property(places, place, (indexed, asked) => {
      const expected = indexed.some((one) => overlaps(one, asked));
      assert.equal(new PlaceIndex(indexed).overlaps(asked), expected);
    }),
  );
});

test("bindings have the same key exactly when plan and place are equal", () => {
  const binding = fc.tuple(fc.constantFrom("plan-1", "plan-2"), place).map(([planId, at]) => ({ ...at, planId }));
  fc.assert(
    fc.property(binding, binding, (a, b) => {
      const isSamePlace = a.serviceId === b.serviceId && a.environment === b.environment && a.apiId === b.apiId;
      assert.equal(bindingKey(a) === bindingKey(b), a.planId === b.planId && isSamePlace);
    }),
  );
});

test("an environment takes a binding of a level exactly when all it has are of that level", () => {
  fc.assert(
    fc.property(fc.constantFrom("SERVICE" as const, "API" as const), places, (level, existing) => {
      const blocker = findOtherLevel(level, existing);
      if (blocker === undefined) assert.ok(existing.every((one) => levelOf(one) === level));
      else assert.ok(existing.includes(blocker) && levelOf(blocker) !== level);
    }),
  );
});
