import { deserialize, serialize } from "node:v8";
import type { SnapshotDelta } from "../snapshot/delta.ts";

/** Records in a part: some milliseconds of work for the thread that packs it. */
const PART_SIZE = 500;

type ListName = {
  [N in keyof SnapshotDelta]: SnapshotDelta[N] extends readonly unknown[] ? N : never;
}[keyof SnapshotDelta];

const LISTS: Readonly<Record<ListName, true>> = {
  services: true,
  removedServices: true,
  environments: true,
  keys: true,
  removedKeys: true,
  plans: true,
  removedPlans: true,
  apps: true,
  removedApps: true,
  appBindings: true,
  upstreams: true,
  removedUpstreams: true,
};
const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** Cuts a delta so that no part takes long. Most are one part. */
export function* split(delta: SnapshotDelta, partSize = PART_SIZE): Generator<SnapshotDelta, void> {
  const cuts = LIST_NAMES.flatMap((name) => cut(delta[name], partSize).map((list) => [name, list] as const));
  const total = cuts.reduce((sum, [, list]) => sum + list.length, 0);
  if (new Set(cuts.map(([name]) => name)).size === cuts.length && total <= partSize) yield delta;
  else for (const [name, list] of cuts) yield { ...emptied(delta), [name]: list };
}

function cut(list: readonly unknown[], partSize: number): (readonly unknown[])[] {
  const cuts: (readonly unknown[])[] = [];
  let start = 0;
  let weight = 0;
  for (const [index, record] of list.entries()) {
    weight += weightOf(record);
    if (weight < partSize && index < list.length - 1) continue;
    cuts.push(list.slice(start, index + 1));
    start = index + 1;
    weight = 0;
  }
  return cuts;
}

/** What runs in an environment is one record with many others in it. */
function weightOf(record: unknown): number {
  return typeof record === "object" && record !== null && "apis" in record && Array.isArray(record.apis)
    ? 1 + record.apis.length
    : 1;
}

/** Puts the parts of one delta together again. */
export function join(parts: readonly SnapshotDelta[]): SnapshotDelta {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError("a delta has at least one part");
  if (others.length === 0) return first;
  const lists = LIST_NAMES.map((name) => [name, parts.flatMap((part): readonly unknown[] => part[name])]);
  return { ...first, ...Object.fromEntries(lists) };
}

/** Bytes that threads share, so that the work of copying is done once however many there are. */
export function pack(part: SnapshotDelta): Uint8Array<SharedArrayBuffer> {
  const bytes = serialize(part);
  const packed = new Uint8Array(new SharedArrayBuffer(bytes.length));
  packed.set(bytes);
  return packed;
}

export function unpack(packed: Uint8Array): SnapshotDelta {
  // The reader does not take shared memory.
  return deserialize(Uint8Array.from(packed)) as SnapshotDelta;
}

function emptied(delta: SnapshotDelta): SnapshotDelta {
  return { ...delta, ...Object.fromEntries(LIST_NAMES.map((name) => [name, []])) };
}
