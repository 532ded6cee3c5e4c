import assert from "node:assert/strict";
import { publishedReply } from "./published-form.ts";

/**
 * Fails unless `actual` has the members of the published reply, with values of its types or null. For examples that are
 * filled with placeholders, which say nothing about what is null. `additional` names members the example leaves out.
 */
export function assertPublishedMembers(action: string, actual: object, additional: readonly string[] = []): void {
  compare(action, publishedReply(action), actual, additional);
}

function compare(path: string, published: unknown, actual: unknown, additional: readonly string[]): void {
  if (actual === null) return;
  if (Array.isArray(published)) {
    assert.ok(Array.isArray(actual), `${path} is a list`);
    for (const [index, item] of actual.entries()) compare(`${path}[${index}]`, published[0], item, additional);
    return;
  }
  assert.equal(typeof actual, typeof published, path);
  if (typeof published !== "object" || published === null || typeof actual !== "object") return;
  const members: Record<string, unknown> = { ...actual };
  const names = Object.keys(members).filter((name) => Object.hasOwn(published, name) || !additional.includes(name));
  assert.deepEqual(names.sort(), Object.keys(published).sort(), `members of ${path}`);
  for (const [name, value] of Object.entries(published)) compare(`${path}.${name}`, value, members[name], additional);
}
