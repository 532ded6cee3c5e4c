/** How the form of our reply may differ from the published one; the reason stands where it is used. */
export interface Deviation {
  /** Members that we fill although the example shows null. */
  readonly filled?: readonly string[];
  /** Members of another type than the example shows; what they are instead is tested with their action. */
  readonly retyped?: readonly string[];
  /** Lists that are empty here although the example shows items. */
  readonly empty?: readonly string[];
  /** Members the example leaves out. */
  readonly additional?: readonly string[];
  /** The example is filled with placeholders, which say nothing about what is null. */
  readonly isPlaceholder?: boolean;
}

/**
 * What keeps a reply from having the form of the published one: the same members with values of the same types, null where
 * that is null, and items where that has items. Undefined when nothing does.
 */
export function formFault(published: unknown, actual: unknown, deviation: Deviation = {}): string | undefined {
  const { filled = [], retyped = [], empty = [], additional = [], isPlaceholder = false } = deviation;
  const isOwn = (name: string) => filled.includes(name) || retyped.includes(name);

  function fault(path: string, expected: unknown, given: unknown): string | undefined {
    if (isPlaceholder && given === null) return undefined;
    if (typeOf(given) !== typeOf(expected)) return `${path} is ${typeOf(given)}, not ${typeOf(expected)}`;
    if (Array.isArray(expected)) return faultOfList(path, expected, given as readonly unknown[]);
    if (typeof expected !== "object" || expected === null) return undefined;
    return faultOfMembers(path, { ...expected }, { ...(given as object) });
  }

  function faultOfList(path: string, [first]: readonly unknown[], items: readonly unknown[]): string | undefined {
    if (first === undefined) return undefined;
    if (items.length === 0) return `${path} is empty`;
    return firstOf(items, (item, index) => fault(`${path}.${index}`, first, item));
  }

  function faultOfMembers(path: string, expected: Members, given: Members): string | undefined {
    const strange = Object.keys(given).find((name) => !Object.hasOwn(expected, name) && !additional.includes(name));
    if (strange !== undefined) return `${path}.${strange} is not published`;
    return firstOf(Object.entries(expected), ([name, value]) => {
      const at = `${path}.${name}`;
      if (!Object.hasOwn(given, name)) return `${at} is missing`;
      if (empty.includes(name) && isEmpty(given[name])) return undefined;
      if (!isOwn(name)) return fault(at, value, given[name]);
      return given[name] === null ? `${at} is null` : undefined;
    });
  }

  return fault("Response", published, actual);
}

type Members = Readonly<Record<string, unknown>>;

function firstOf<T>(items: readonly T[], judge: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = judge(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "a list" : typeof value;
}
