import { parameterNameAt } from "./parameter-name.ts";
import { canonicalEscape, hexByteAt } from "./path-characters.ts";
import { InvalidApiPath } from "./path-literal.ts";

/** What is known of a regular expression before it is compiled. */
export interface RegexScan {
  /** RE2 syntax: each `{param}` is a named capturing group. */
  readonly source: string;
  /** The parameter each of those groups stands for. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Text every matching path begins with. */
  readonly prefix: string;
  /** Further texts that occur in every matching path. */
  readonly requiredLiterals: readonly string[];
  /** How many characters stand for themselves outside groups and classes. */
  readonly literalLength: number;
}

const QUANTIFIER = /^\{\d+(?:,\d*)?\}/;
const REPEATED = /^[*+?]/;
// The only groups after which the meaning of the pattern's text is unchanged; `(?i)` and its kind change it.
const PLAIN_GROUP = /^\((?:\?:|\?P?<(?![=!])|(?!\?))/;
// Escapes that stand for a set or a position and are over after one letter.
const SHORT_ESCAPE = /^\\[dDwWsSbBAz]/;
const LONG_ESCAPE = /^\\(?:[pP]|x)\{[^}]*\}/;

/**
 * Reads a pattern once, from left to right: writes `{param}`s as groups, spells escapes as canonical paths do, and collects
 * the literal text outside groups and classes, by which the router finds the pattern.
 */
export function scanRegex(text: string): RegexScan {
  return new Scanner(text).scan();
}

class Scanner {
  readonly #text: string;
  #index = 0;
  #source = "";
  readonly #parameters = new Map<string, string>();
  /** Literal runs at the top level; the first one begins the path. */
  readonly #runs: string[] = [];
  #run = "";
  #depth = 0;
  /** The rest of the pattern may not mean what it says, so no text in it is relied on. */
  #isOpaque = false;
  #hasTopLevelChoice = false;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): RegexScan {
    if (this.#text.startsWith("^")) this.#copy(1);
    while (this.#index < this.#text.length) this.#step(this.#text.charAt(this.#index));
    this.#endRun();
    const runs = this.#hasTopLevelChoice ? [] : this.#runs;
    return {
      source: this.#source,
      parameters: this.#parameters,
      prefix: runs[0] ?? "",
      requiredLiterals: runs.slice(1).filter((run) => run !== ""),
      literalLength: runs.reduce((length, run) => length + run.length, 0),
    };
  }

  #step(char: string): void {
    switch (char) {
      case "\\":
        this.#escape();
        break;
      case "[":
        this.#characterClass();
        break;
      case "{":
        this.#brace();
        break;
      case "%":
        this.#percent();
        break;
      case "(":
        this.#endRun();
        if (!PLAIN_GROUP.test(this.#text.slice(this.#index, this.#index + 5))) this.#isOpaque = true;
        this.#depth++;
        this.#copy(1);
        break;
      case ")":
        this.#depth--;
        this.#copy(1);
        break;
      case "|":
        this.#endRun();
        if (this.#depth === 0) this.#hasTopLevelChoice = true;
        this.#copy(1);
        break;
      case "*":
      case "+":
      case "?":
      case ".":
      case "^":
      case "$":
      case "]":
      case "}":
        this.#endRun();
        this.#copy(1);
        break;
      default:
        if (char > "~" || char <= " ")
          throw new InvalidApiPath("write other than ASCII characters percent-encoded in a regex");
        this.#literal(char, 1);
    }
  }

  /** Copies characters that match themselves; `spelling` is what they are in a request path. */
  #literal(spelling: string, length: number): void {
    const rest = this.#text.slice(this.#index + length, this.#index + length + 16);
    // A repeated character may be absent; the repetition binds to the last one only, and that is the only one here.
    const isRepeated = REPEATED.test(rest) || QUANTIFIER.test(rest);
    if (isRepeated) this.#endRun();
    else if (this.#depth === 0 && !this.#isOpaque) this.#run += spelling;
    this.#copy(length);
  }

  #escape(): void {
    const rest = this.#text.slice(this.#index);
    const escaped = rest.charAt(1);
    const long = LONG_ESCAPE.exec(rest);
    if (long !== null) {
      this.#endRun();
      this.#copy(long[0].length);
    } else if (SHORT_ESCAPE.test(rest)) {
      this.#endRun();
      this.#copy(2);
    } else if (/^[A-Za-z0-9]/.test(escaped)) {
      this.#endRun();
      this.#isOpaque = true;
      this.#copy(2);
    } else {
      this.#literal(escaped, 2);
    }
  }

  #percent(): void {
    const byte = hexByteAt(this.#text, this.#index + 1);
    const spelling = byte < 0 ? undefined : canonicalEscape(byte);
    if (spelling === undefined)
      throw new InvalidApiPath("a percent sign must begin the escape of a printable character");
    this.#endRun();
    // An atom of its own, so that a repetition after it takes all three characters.
    this.#source += spelling === "." ? "\\." : `(?:${spelling})`;
    this.#index += 3;
  }

  #brace(): void {
    this.#endRun();
    const quantifier = QUANTIFIER.exec(this.#text.slice(this.#index, this.#index + 16));
    if (quantifier !== null) {
      this.#copy(quantifier[0].length);
      return;
    }
    const name = parameterNameAt(this.#text, this.#index);
    const group = `turnpike_${this.#parameters.size}`;
    this.#parameters.set(group, name);
    this.#source += `(?P<${group}>.+)`;
    this.#index += name.length + 2;
  }

  #characterClass(): void {
    this.#endRun();
    let end = this.#index + 1;
    if (this.#text.charAt(end) === "^") end++;
    // A bracket in the first place belongs to the class.
    if (this.#text.charAt(end) === "]") end++;
    while (end < this.#text.length && this.#text.charAt(end) !== "]") {
      const posixEnd = this.#text.startsWith("[:", end) ? this.#text.indexOf(":]", end) : -1;
      if (posixEnd > 0) end = posixEnd + 2;
      else end += this.#text.charAt(end) === "\\" ? 2 : 1;
    }
    this.#copy(end + 1 - this.#index);
  }

  #copy(length: number): void {
    this.#source += this.#text.slice(this.#index, this.#index + length);
    this.#index += length;
  }

  #endRun(): void {
    this.#runs.push(this.#run);
    this.#run = "";
  }
}
