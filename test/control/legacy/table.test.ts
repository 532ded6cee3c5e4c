import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Member } from "../../../src/control/contract/contract-shape.ts";
import { actions, objects } from "../../../src/control/contract/generated/contract.ts";
import { legacyActions } from "../../../src/control/legacy/actions.ts";
import type { Fields } from "../../../src/control/legacy/fields.ts";
import { currentNames } from "../../../src/control/legacy/names.ts";

// A name misspelt in a table would be a parameter silently ignored or a field always empty.

interface PublishedMember {
  readonly name: string;
  readonly ref?: string;
}

const spec: { readonly objects: Readonly<Record<string, readonly PublishedMember[]>> } = JSON.parse(
  readFileSync(new URL("../../../spec/api.json", import.meta.url), "utf8"),
);

for (const [name, legacy] of legacyActions) {
  test(`the parameters of ${name} are translated to parameters that exist`, () => {
    const toCurrent = currentNames(legacy);
    for (const from of [...Object.keys(legacy.renames ?? {}), ...Object.keys(legacy.synonyms ?? {})]) {
      const path = toCurrent(from.split("."));
      assert.ok(findMember(actions[legacy.action].input, path.split(".")), `${from} → ${path}`);
    }
    for (const path of [...Object.keys(legacy.values ?? {}), ...Object.keys(legacy.defaults ?? {})]) {
      assert.ok(findMember(actions[legacy.action].input, path.split(".")), path);
    }
    const filterNames = actions[legacy.action].input.find((member) => member.name === "Filters")?.filterNames ?? [];
    for (const filter of Object.values(legacy.filters ?? {})) assert.ok(filterNames.includes(filter), filter);
  });

  // The published specification keeps what is retired apart, without the members of its answers.
  if (legacy.isRetired) continue;
  test(`the fields of ${name} come from members that exist`, () => {
    const output = membersOf(`${legacy.action}Response`);
    const result = output.find((member) => member.name === "Result")?.ref;
    assertSources(legacy.reply ?? {}, result === undefined ? output : membersOf(result));
    const rows = legacy.list && legacy.reply?.[legacy.list.rows];
    if (legacy.list === undefined) return;
    assert.ok(typeof rows === "object" && rows.kind === "list", "a searched list has rows");
    for (const field of [...Object.values(legacy.list.matches ?? {}), ...(legacy.list.searched ?? [])]) {
      assert.ok(Object.hasOwn(rows.fields, field), field);
    }
  });
}

function findMember(members: readonly Member[], [name, ...rest]: readonly string[]): boolean {
  const member = members.find((candidate) => candidate.name === name);
  return member !== undefined && (rest.length === 0 || findMember(objects[member.ref ?? ""] ?? [], rest));
}

function assertSources(fields: Fields, members: readonly PublishedMember[]): void {
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field === "object" && field.kind === "constant") continue;
    const from = typeof field === "string" ? field : field.from;
    const member = members.find((candidate) => candidate.name === from);
    assert.ok(member, `${name} = ${from}`);
    if (typeof field === "object" && "fields" in field) assertSources(field.fields, membersOf(member.ref ?? ""));
  }
}

function membersOf(name: string): readonly PublishedMember[] {
  return spec.objects[name] ?? [];
}
