import { RadixTrie } from "./radix-trie.ts";

/** A path pattern as the router tries it. */
export interface Pattern {
  /** Place in the order in which patterns are tried; the lowest that matches wins. */
  readonly order: number;
  /** Texts that occur in every path the pattern matches, after the prefix it is filed under. */
  readonly requiredLiterals: readonly string[];
  match(path: string): string[] | undefined;
}

/** The best match so far, replaced as better ones are found. */
export interface BestMatch<P extends Pattern> {
  pattern: P | undefined;
  values: readonly string[];
}

// Below this, trying every pattern is cheaper than looking for literals in the path.
const MIN_INDEXED_PATTERNS = 8;

/**
 * Patterns that share their literal prefix, filed under the literal of theirs that the fewest of the others have.
 *
 * A look-up walks a trie of those literals once from each position of the path, then tries only the patterns whose literal
 * occurs. So 10,000 templates `/a/{x}/op1` … `/a/{x}/op10000` cost a walk and one or two tries. The worst case that is left is
 * patterns without any literal after the prefix, which for templates means `/a/{x}`, `/a/{x}{y}` and so on, and regexes such as
 * `/a/[0-9]+`: they are tried in turn.
 */
export class PatternIndex<P extends Pattern> {
  readonly #tried: P[] = [];
  readonly #byLiteral: RadixTrie<P[]> | undefined;
  readonly #prefixLength: number;

  /** `patterns` in their order. */
  constructor(prefixLength: number, patterns: readonly P[]) {
    this.#prefixLength = prefixLength;
    if (patterns.length < MIN_INDEXED_PATTERNS) {
      this.#tried = [...patterns];
      return;
    }
    this.#byLiteral = new RadixTrie();
    const usersOfLiteral = countUsers(patterns);
    for (const pattern of patterns) {
      const literal = rarest(pattern.requiredLiterals, usersOfLiteral);
      const filed = literal === undefined ? this.#tried : this.#byLiteral.getOrCreate(literal, () => []);
      filed.push(pattern);
    }
  }

  improve(best: BestMatch<P>, path: string): void {
    tryInOrder(this.#tried, best, path);
    if (this.#byLiteral === undefined) return;
    const visit = (patterns: readonly P[]): void => tryInOrder(patterns, best, path);
    for (let start = this.#prefixLength; start < path.length; start++)
      this.#byLiteral.forEachPrefix(path, start, visit);
  }
}

function tryInOrder<P extends Pattern>(patterns: readonly P[], best: BestMatch<P>, path: string): void {
  for (const pattern of patterns) {
    if (best.pattern !== undefined && best.pattern.order <= pattern.order) return;
    const values = pattern.match(path);
    if (values === undefined) continue;
    best.pattern = pattern;
    best.values = values;
    return;
  }
}

function countUsers(patterns: readonly Pattern[]): Map<string, number> {
  const users = new Map<string, number>();
  for (const { requiredLiterals } of patterns) {
    for (const literal of new Set(requiredLiterals)) users.set(literal, (users.get(literal) ?? 0) + 1);
  }
  return users;
}

function rarest(literals: readonly string[], usersOfLiteral: ReadonlyMap<string, number>): string | undefined {
  let found: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const literal of literals) {
    const users = usersOfLiteral.get(literal) ?? 0;
    if (literal !== "" && users < fewest) {
      found = literal;
      fewest = users;
    }
  }
  return found;
}
