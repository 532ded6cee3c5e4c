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
  const total = LIST_NAMES.reduce((sum, name) => sum + delta[name].length, 0);
  if (total <= partSize) {
    yield delta;
    return;
  }
  for (const name of LIST_NAMES) {
    for (let start = 0; start < delta[name].length; start += partSize) {
      yield { ...emptied(delta), [name]: delta[name].slice(start, start + partSize) };
    }
  }
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
