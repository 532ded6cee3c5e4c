import { type ApiPath, parseApiPath } from "../../api-path/api-path.ts";
import { type BestMatch, type Pattern, PatternIndex } from "./pattern-index.ts";
import { RadixTrie } from "./radix-trie.ts";
import { matchTemplate } from "./template.ts";

/** One API of an environment, as the router needs it. */
export interface Route<T> {
  /** As the user wrote it, see `parseApiPath`. */
  readonly path: string;
  /** An HTTP method, or ANY. BEGIN never matches. */
  readonly method: string;
  /** Any measure of time that grows; only compared. */
  readonly createdAt: number;
  readonly id: string;
  readonly target: T;
}

/** Values of path parameters in canonical spelling (escapes not decoded): `values[i]` belongs to `names[i]`. */
export interface PathParameters {
  readonly names: readonly string[];
  readonly values: readonly string[];
}

export type RouteMatch<T> =
  | {
      readonly kind: "match";
      readonly target: T;
      readonly params: PathParameters;
      /** What follows the matched prefix when the API path is a prefix, else empty. */
      readonly rest: string;
    }
  | { readonly kind: "no-path" }
  | { readonly kind: "no-method" };

/** A route that was left out, and why. The others are served. */
interface RouteProblem {
  readonly id: string;
  readonly path: string;
  readonly message: string;
}

export interface Router<T> {
  /** Selects on the canonical path first, then on the method: an API of exactly that method, else the one of ANY. */
  match(path: string, method: string): RouteMatch<T>;
  readonly problems: readonly RouteProblem[];
}

interface MethodRoute<T> {
  readonly target: T;
  readonly names: readonly string[];
}

/** The APIs of one path shape. */
interface PathEntry<T> {
  readonly path: ApiPath;
  readonly methods: Map<string, MethodRoute<T>>;
}

interface PatternEntry<T> extends Pattern {
  readonly entry: PathEntry<T>;
}

/** What is filed under one prefix. */
interface PrefixNode<T> {
  readonly prefix: string;
  priorityPrefix: PathEntry<T> | undefined;
  plainPrefix: PathEntry<T> | undefined;
  readonly patterns: PatternEntry<T>[];
  index: PatternIndex<PatternEntry<T>> | undefined;
  /** The nearest node above that has patterns. */
  next: PrefixNode<T> | undefined;
}

const NO_PATH = Object.freeze({ kind: "no-path" });
const NO_METHOD = Object.freeze({ kind: "no-method" });
const NO_VALUES: readonly string[] = Object.freeze([]);

/**
 * Builds the router of one environment. A request costs one look-up among exact paths, one walk down a prefix trie, and tries
 * of those patterns whose prefix and rarest literal the path holds; it does not depend on the number of routes.
 */
export function compileRoutes<T>(routes: readonly Route<T>[]): Router<T> {
  const problems: RouteProblem[] = [];
  const exactPaths = new Map<string, PathEntry<T>>();
  const prefixes = new RadixTrie<PrefixNode<T>>();
  const patternPaths: PathEntry<T>[] = [];

  for (const entry of groupByShape(routes, problems)) {
    const { prefix, kind } = entry.path;
    if (kind === "exact") exactPaths.set(prefix, entry);
    else if (kind === "priority-prefix") prefixNode(prefixes, prefix).priorityPrefix = entry;
    else if (kind === "prefix") prefixNode(prefixes, prefix).plainPrefix = entry;
    else patternPaths.push(entry);
  }
  filePatterns(prefixes, patternPaths);
  return { match: (path, method) => matchRoute(exactPaths, prefixes, path, method), problems };
}

/** Entries in the order of the oldest route of each. */
function groupByShape<T>(routes: readonly Route<T>[], problems: RouteProblem[]): Iterable<PathEntry<T>> {
  const entries = new Map<string, PathEntry<T>>();
  for (const { id, path: text, method, target } of [...routes].sort(byAge)) {
    const parsed = parseApiPath(text);
    if (!parsed.ok) {
      problems.push({ id, path: text, message: parsed.message });
      continue;
    }
    if (method === "BEGIN") continue;
    const { path } = parsed;
    let entry = entries.get(path.shape);
    if (entry === undefined) {
      entry = { path, methods: new Map() };
      entries.set(path.shape, entry);
    }
    if (entry.methods.has(method)) problems.push({ id, path: text, message: "an older API has this path and method" });
    else entry.methods.set(method, { target, names: path.names });
  }
  return entries.values();
}

function byAge(left: Route<unknown>, right: Route<unknown>): number {
  if (left.createdAt !== right.createdAt) return left.createdAt - right.createdAt;
  return left.id < right.id ? -1 : Number(left.id > right.id);
}

function prefixNode<T>(prefixes: RadixTrie<PrefixNode<T>>, prefix: string): PrefixNode<T> {
  return prefixes.getOrCreate(prefix, () => ({
    prefix,
    priorityPrefix: undefined,
    plainPrefix: undefined,
    patterns: [],
    index: undefined,
    next: undefined,
  }));
}

/** Files the patterns, given in the order of their age, and lets every node know what stands above it. */
function filePatterns<T>(prefixes: RadixTrie<PrefixNode<T>>, paths: readonly PathEntry<T>[]): void {
  // Sorting is stable: where the literal text is of one length, the older pattern stays first.
  const ordered = [...paths].sort((left, right) => literalLength(right.path) - literalLength(left.path));
  ordered.forEach((entry, order) => {
    prefixNode(prefixes, entry.path.prefix).patterns.push({ entry, order, ...patternOf(entry.path) });
  });
  prefixes.forEachWithParent((node, parent) => {
    node.priorityPrefix ??= parent?.priorityPrefix;
    node.plainPrefix ??= parent?.plainPrefix;
    node.next = parent?.index === undefined ? parent?.next : parent;
    if (node.patterns.length > 0) node.index = new PatternIndex(node.prefix.length, node.patterns);
  });
}

function literalLength(path: ApiPath): number {
  if (path.kind === "regex") return path.regex.literalLength;
  return path.kind === "template" ? path.literals.join("").length : path.prefix.length;
}

function patternOf(path: ApiPath): Pick<Pattern, "match" | "requiredLiterals"> {
  if (path.kind === "regex") return path.regex;
  if (path.kind !== "template") throw new TypeError(`a path of kind ${path.kind} is not a pattern`);
  return { requiredLiterals: path.literals.slice(1), match: (text) => matchTemplate(path, text) };
}

function matchRoute<T>(
  exactPaths: ReadonlyMap<string, PathEntry<T>>,
  prefixes: RadixTrie<PrefixNode<T>>,
  path: string,
  method: string,
): RouteMatch<T> {
  const exact = exactPaths.get(path);
  if (exact !== undefined) return selectMethod(exact, method, NO_VALUES, "");
  const deepest = prefixes.longestPrefix(path);
  if (deepest === undefined) return NO_PATH;
  const { priorityPrefix, plainPrefix } = deepest;
  if (priorityPrefix !== undefined) return matchPrefix(priorityPrefix, path, method);

  const best: BestMatch<PatternEntry<T>> = { pattern: undefined, values: NO_VALUES };
  for (let node: PrefixNode<T> | undefined = deepest; node !== undefined; node = node.next)
    node.index?.improve(best, path);
  if (best.pattern !== undefined) return selectMethod(best.pattern.entry, method, best.values, "");
  return plainPrefix === undefined ? NO_PATH : matchPrefix(plainPrefix, path, method);
}

function matchPrefix<T>(entry: PathEntry<T>, path: string, method: string): RouteMatch<T> {
  return selectMethod(entry, method, NO_VALUES, path.slice(entry.path.prefix.length));
}

function selectMethod<T>(entry: PathEntry<T>, method: string, values: readonly string[], rest: string): RouteMatch<T> {
  const route = entry.methods.get(method) ?? entry.methods.get("ANY");
  if (route === undefined) return NO_METHOD;
  return { kind: "match", target: route.target, params: { names: route.names, values }, rest };
}
