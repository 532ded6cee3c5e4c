import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Example {
  readonly params: Record<string, unknown>;
  readonly response: { readonly Response: Record<string, unknown> };
}

const vectors = new URL("../vectors/examples.json", import.meta.url);
const published: Record<"actions" | "legacyActions", Record<string, readonly Example[]>> = JSON.parse(
  readFileSync(vectors, "utf8"),
);
const examples = { ...published.legacyActions, ...published.actions };

/** The published reply of an action, without the envelope. */
export function publishedReply(action: string): Record<string, unknown> {
  const example = examples[action]?.[0];
  assert.ok(example, `no example of ${action} is published`);
  return example.response.Response;
}

/**
 * Fails unless `actual` has the form of the published reply: the same members with values of the same types, null where
 * that is null. `filled` names members that we fill although the example shows null.
 */
export function assertPublishedForm(action: string, actual: object, filled: readonly string[] = []): void {
  compare(action, publishedReply(action), actual, new Set(filled));
}

function compare(path: string, published: unknown, actual: unknown, filled: ReadonlySet<string>): void {
  if (Array.isArray(published)) {
    assert.ok(Array.isArray(actual), `${path} is a list`);
    if (published.length === 0) return;
    for (const [index, item] of actual.entries()) compare(`${path}[${index}]`, published[0], item, filled);
    return;
  }
  if (typeof published !== "object" || published === null) {
    assert.equal(typeOf(actual), typeOf(published), path);
    return;
  }
  assert.equal(typeOf(actual), "object", path);
  const members = actual as Record<string, unknown>;
  assert.deepEqual(Object.keys(members).sort(), Object.keys(published).sort(), `members of ${path}`);
  for (const [name, value] of Object.entries(published)) {
    if (filled.has(name)) assert.notEqual(members[name], null, `${path}.${name}`);
    else compare(`${path}.${name}`, value, members[name], filled);
  }
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
}
