import { InvalidPluginData, type PluginRule } from "./invalid-plugin-data.ts";

export interface Range {
  readonly min: number;
  readonly max: number;
}

export const positive: Range = { min: 1, max: 1_000_000_000 };

/**
 * Reads members of one JSON object and names the first that is missing or wrong. Members nobody asks for are ignored, and
 * one that is null counts as absent.
 */
export class DataReader {
  readonly #members: object;
  /** Where the object is, as messages name it: `strategies.0.` */
  readonly #place: string;
  readonly #missingRule: PluginRule;

  constructor(value: unknown, place = "", missingRule: PluginRule = "missing") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new InvalidPluginData("value", `${place === "" ? "The data" : `\`${place}\``} must be a JSON object`);
    }
    this.#members = value;
    this.#place = place === "" ? "" : `${place}.`;
    this.#missingRule = missingRule;
  }

  /** The full name of a member. */
  at(name: string): string {
    return `${this.#place}${name}`;
  }

  has(name: string): boolean {
    return this.#get(name) !== undefined;
  }

  text(name: string): string {
    return this.#required(name, this.optionalText(name));
  }

  optionalText(name: string): string | undefined {
    const value = this.#get(name);
    if (value === undefined || typeof value === "string") return value;
    throw this.wrong(name, "must be text");
  }

  /** What `parse` makes of a text; what it finds wrong is told with the place of the member. */
  parsed<T>(name: string, parse: (text: string) => T): T {
    const text = this.text(name);
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof InvalidPluginData)) throw error;
      throw new InvalidPluginData(error.rule, `\`${this.at(name)}\`: ${error.message}`);
    }
  }

  oneOf<T extends string>(name: string, options: readonly T[]): T {
    const value = this.text(name);
    const option = options.find((candidate) => candidate === value);
    if (option === undefined) throw this.wrong(name, `must be one of ${options.join(", ")}`);
    return option;
  }

  integer(name: string, range: Range): number {
    return this.#required(name, this.optionalInteger(name, range));
  }

  optionalInteger(name: string, { min, max }: Range): number | undefined {
    const value = this.#get(name);
    if (value === undefined) return undefined;
    if (Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max) return value as number;
    throw this.wrong(name, `must be a whole number from ${min} to ${max}`);
  }

  boolean(name: string): boolean {
    return this.#required(name, this.optionalBoolean(name));
  }

  optionalBoolean(name: string): boolean | undefined {
    const value = this.#get(name);
    if (value === undefined || typeof value === "boolean") return value;
    throw this.wrong(name, "must be true or false");
  }

  list(name: string): readonly unknown[] {
    return this.#required(name, this.optionalList(name));
  }

  optionalList(name: string): readonly unknown[] | undefined {
    const value = this.#get(name);
    if (value === undefined || Array.isArray(value)) return value;
    throw this.wrong(name, "must be a list");
  }

  /** A list of texts; none when it is absent. */
  texts(name: string): readonly string[] {
    return (this.optionalList(name) ?? []).map((item) => {
      if (typeof item === "string") return item;
      throw this.wrong(name, "must be a list of texts");
    });
  }

  /** The objects of a list; none when it is absent. */
  objects(name: string, maxItems: number): readonly DataReader[] {
    const items = this.optionalList(name) ?? [];
    checkCount(this.at(name), items, maxItems);
    return items.map((item, index) => new DataReader(item, `${this.at(name)}.${index}`, this.#missingRule));
  }

  object(name: string, missingRule = this.#missingRule): DataReader {
    return new DataReader(this.#required(name, this.#get(name), missingRule), this.at(name), missingRule);
  }

  wrong(name: string, problem: string): InvalidPluginData {
    return new InvalidPluginData("value", `\`${this.at(name)}\` ${problem}`);
  }

  #get(name: string): unknown {
    const value: unknown = Object.hasOwn(this.#members, name) ? Reflect.get(this.#members, name) : undefined;
    return value ?? undefined;
  }

  #required<T>(name: string, value: T | undefined, rule = this.#missingRule): T {
    if (value !== undefined) return value;
    throw new InvalidPluginData(rule, `\`${this.at(name)}\` is missing`);
  }
}

export function checkCount(place: string, items: readonly unknown[], maxItems: number): void {
  if (items.length <= maxItems) return;
  throw new InvalidPluginData("too-many", `\`${place}\` may have at most ${maxItems} entries`);
}

/** Fails when two of the values are the same. */
export function checkDistinct(place: string, values: readonly (string | number)[]): void {
  if (new Set(values).size === values.length) return;
  throw new InvalidPluginData("duplicate", `\`${place}\` must not repeat a value`);
}
