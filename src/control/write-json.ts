import { setImmediate as nextTurn } from "node:timers/promises";

/** So many items are written in a few milliseconds. */
const itemsPerSlice = 1_000;

/**
 * What JSON.stringify writes of plain data. Lists that are very long are written in slices, between which the event loop
 * turns, so that others are served meanwhile.
 */
export async function writeJson(value: object): Promise<string> {
  if (!hasLongList(value)) return JSON.stringify(value);
  const parts: string[] = [];
  await write(value, parts);
  return parts.join("");
}

function hasLongList(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.length > itemsPerSlice || value.some(hasLongList);
  return Object.values(value).some(hasLongList);
}

async function write(value: unknown, parts: string[]): Promise<void> {
  if (!hasLongList(value)) parts.push(JSON.stringify(value ?? null));
  else if (Array.isArray(value)) await writeList(value, parts);
  else await writeObject(value as object, parts);
}

async function writeObject(value: object, parts: string[]): Promise<void> {
  let separator = "{";
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    parts.push(separator, JSON.stringify(name), ":");
    await write(member, parts);
    separator = ",";
  }
  parts.push(separator === "{" ? "{}" : "}");
}

async function writeList(list: readonly unknown[], parts: string[]): Promise<void> {
  parts.push("[");
  for (let start = 0; start < list.length; start += itemsPerSlice) {
    if (start > 0) parts.push(",");
    const slice = list.slice(start, start + itemsPerSlice);
    if (slice.some(hasLongList)) await writeEach(slice, parts);
    else parts.push(JSON.stringify(slice).slice(1, -1));
    await nextTurn();
  }
  parts.push("]");
}

async function writeEach(items: readonly unknown[], parts: string[]): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0) parts.push(",");
    await write(item, parts);
  }
}
