/** A `{param}` path split at its parameters: `literals[i]` stands before parameter i, the last one after the last parameter. */
interface PathTemplate {
  readonly literals: readonly string[];
}

/**
 * The values of a template's parameters, or undefined when the path does not fit it.
 *
 * Each parameter is a greedy span of one character or more that crosses slashes, as `(.+)` is in a regular expression
 * anchored at both ends. In a leftmost-greedy match every literal between two parameters stands as far right as it can, so
 * placing them from the right finds that match without backtracking: one `lastIndexOf` per literal, over disjoint parts of
 * the path.
 */
export function matchTemplate(template: PathTemplate, path: string): string[] | undefined {
  const { literals } = template;
  const head = literals[0] ?? "";
  const tail = literals.at(-1) ?? "";
  if (!path.startsWith(head) || !path.endsWith(tail)) return undefined;

  const values = new Array<string>(literals.length - 1);
  let valueEnd = path.length - tail.length;
  for (let parameter = literals.length - 2; parameter > 0; parameter--) {
    const literal = literals[parameter] ?? "";
    const latestStart = valueEnd - 1 - literal.length;
    // A negative position would be read as 0.
    const start = latestStart < head.length ? -1 : path.lastIndexOf(literal, latestStart);
    if (start <= head.length) return undefined;
    values[parameter] = path.slice(start + literal.length, valueEnd);
    valueEnd = start;
  }
  if (valueEnd <= head.length) return undefined;
  values[0] = path.slice(head.length, valueEnd);
  return values;
}
