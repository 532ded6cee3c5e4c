import type { PathMapping } from "./custom-domain.ts";

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const lastLabel = /^[a-z0-9-]*[a-z][a-z0-9-]*$/;
const mappingSegment = /^[A-Za-z0-9._~-]+$/;
const maxMappingPathLength = 1024;

/**
 * A host name in the form domains are kept and looked up in: lower case, without a final dot; undefined when it is none.
 * RFC 1123 §2.1: labels of letters, digits and hyphens; at least two of them, and the last is not a number, so that no
 * address passes.
 */
export function toDomainName(text: string): string | undefined {
  const lower = text.trim().toLowerCase();
  const name = lower.endsWith(".") ? lower.slice(0, -1) : lower;
  const labels = name.split(".");
  const isName = name.length <= 253 && labels.length >= 2 && labels.every((part) => label.test(part));
  return isName && lastLabel.test(labels.at(-1) ?? "") ? name : undefined;
}

/** Whether `name` is `domain` or lies below it. */
export function isWithinDomain(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/**
 * The form mapping paths are compared in: without a slash at the end, so that `/` is the empty prefix of every path.
 * Undefined when it is no such path: it must be spelled the way canonical request paths are.
 */
export function mappingPrefix(path: string): string | undefined {
  if (!path.startsWith("/") || path.length > maxMappingPathLength) return undefined;
  const prefix = path.endsWith("/") ? path.slice(0, -1) : path;
  const segments = prefix.split("/").slice(1);
  const isPlain = segments.every((part) => mappingSegment.test(part) && part !== "." && part !== "..");
  return isPlain ? prefix : undefined;
}

export type MappingFault =
  | { readonly rule: "empty" | "too-many" }
  | { readonly rule: "path" | "repeated"; readonly path: string };

/** The first broken rule of a set of custom mappings. Source: Tencent Cloud docs 628/11791. */
export function findMappingFault(mappings: readonly PathMapping[], limit: number): MappingFault | undefined {
  if (mappings.length === 0) return { rule: "empty" };
  if (mappings.length > limit) return { rule: "too-many" };
  const seen = new Set<string>();
  for (const { path } of mappings) {
    const prefix = mappingPrefix(path);
    if (prefix === undefined) return { rule: "path", path };
    if (seen.has(prefix)) return { rule: "repeated", path };
    seen.add(prefix);
  }
  return undefined;
}
