interface Field {
  /** Decoded, for comparing. */
  readonly name: string;
  /** As it was received, or as it will be sent. */
  readonly text: string;
}

/** The fields of a query or a form body. What is not changed keeps its spelling and place; repeats are kept. */
export class EncodedFields {
  readonly #received: string;
  #fields: Field[];
  #isChanged = false;

  constructor(text: string) {
    this.#received = text;
    this.#fields = text === "" ? [] : text.split("&").map(parseField);
  }

  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** The decoded value of the first field of that name. */
  get(name: string): string | undefined {
    const field = this.#fields.find((candidate) => candidate.name === name);
    if (field === undefined) return undefined;
    const equals = field.text.indexOf("=");
    return equals < 0 ? "" : decodeComponent(field.text.slice(equals + 1));
  }

  /** All fields in their order, decoded. */
  entries(): readonly (readonly [string, string])[] {
    return this.#fields.map(({ name, text }) => {
      const equals = text.indexOf("=");
      return [name, equals < 0 ? "" : decodeComponent(text.slice(equals + 1))];
    });
  }

  remove(name: string): void {
    const kept = this.#fields.filter((field) => field.name !== name);
    if (kept.length === this.#fields.length) return;
    this.#fields = kept;
    this.#isChanged = true;
  }

  /** Replaces all fields of that name by one. */
  set(name: string, value: string): void {
    this.remove(name);
    this.#fields.push({ name, text: `${encodeComponent(name)}=${encodeComponent(value)}` });
    this.#isChanged = true;
  }

  toString(): string {
    return this.#isChanged ? this.#fields.map((field) => field.text).join("&") : this.#received;
  }
}

function parseField(text: string): Field {
  const equals = text.indexOf("=");
  return { name: decodeComponent(equals < 0 ? text : text.slice(0, equals)), text };
}

/** Decodes what HTML forms encode; text that is not validly encoded stands for itself. */
function decodeComponent(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  return spaced.includes("%") ? decodePercent(spaced) : spaced;
}

export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodeComponent(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
