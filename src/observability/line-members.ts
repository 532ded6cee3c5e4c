import type { SearchedRecord } from "../model/log-search.ts";

/**
 * Members of a line, each read where it is asked for: a search looks at one or two of very many lines, and to parse them all
 * would take ten times as long. Only for lines as the access log writes them, one flat object without spaces; what is
 * no such line has members of any value.
 */
export class LineMembers implements SearchedRecord {
  readonly #line: string;

  constructor(line: string) {
    this.#line = line;
  }

  get time(): string {
    return this.#text("time") ?? "";
  }

  get requestId(): string {
    return this.#text("requestId") ?? "";
  }

  get appId(): number | null {
    return this.#number("appId");
  }

  get apiId(): string | null {
    return this.#text("apiId");
  }

  get status(): number {
    return this.#number("status") ?? Number.NaN;
  }

  get clientAddress(): string {
    return this.#text("clientAddress") ?? "";
  }

  get backendAddress(): string | null {
    return this.#text("backendAddress");
  }

  get durationMs(): number {
    return this.#number("durationMs") ?? Number.NaN;
  }

  get error(): string | null {
    return this.#text("error");
  }

  #number(name: string): number | null {
    const start = this.#startOf(name);
    const end = this.#line.indexOf(",", start);
    const text = this.#line.slice(start, end < 0 ? -1 : end);
    return text === "null" ? null : Number(text);
  }

  #text(name: string): string | null {
    const start = this.#startOf(name);
    if (this.#line[start] !== '"') return null;
    const end = this.#line.indexOf('"', start + 1);
    const text = this.#line.slice(start + 1, end);
    return text.includes("\\") ? unescapeText(this.#line, start) : text;
  }

  /** Callers choose texts, but not this one: within a text a quote has a backslash before it. */
  #startOf(name: string): number {
    const mark = `"${name}":`;
    return this.#line.indexOf(mark) + mark.length;
  }
}

/** The text that begins with the quote at `start`, and holds a backslash. */
function unescapeText(line: string, start: number): string | null {
  let end = start + 1;
  while (end < line.length && line[end] !== '"') end += line[end] === "\\" ? 2 : 1;
  try {
    return JSON.parse(line.slice(start, end + 1)) as string;
  } catch {
    return null;
  }
}
