import { InvalidPluginData } from "../invalid-plugin-data.ts";
import {
  type Condition,
  type Operand,
  type Operator,
  type Parameter,
  type SystemParameter,
  systemParameters,
} from "./condition.ts";
import { type Token, tokenize, unexpected } from "./tokens.ts";

const maxDepth = 32;
const operators: ReadonlyMap<string, Operator> = new Map([
  ["=", "="],
  ["==", "="],
  ["!=", "!="],
  ["<", "<"],
  [">", ">"],
  ["<=", "<="],
  [">=", ">="],
]);

/**
 * Reads a condition expression; `and` binds tighter than `or`. Throws InvalidPluginData. Patterns of `regex` are not looked
 * at here. The grammar is in docs/reference/plugins.md.
 */
export function parseCondition(source: string): Condition {
  const reader = new ConditionReader(tokenize(source));
  const condition = reader.readChoice(0);
  reader.expectEnd();
  return condition;
}

class ConditionReader {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  readChoice(depth: number): Condition {
    if (depth > maxDepth) throw new InvalidPluginData("condition", "The condition is nested too deeply");
    return this.#readSeries("or", () => this.#readSeries("and", () => this.#readTerm(depth)));
  }

  expectEnd(): void {
    if (this.#index < this.#tokens.length) throw this.#unexpected();
  }

  #readSeries(kind: "and" | "or", readPart: () => Condition): Condition {
    const first = readPart();
    const terms = [first];
    while (this.#takeWord(kind)) terms.push(readPart());
    return terms.length === 1 ? first : { kind, terms };
  }

  #readTerm(depth: number): Condition {
    if (this.#takeSymbol("(")) {
      const inner = this.readChoice(depth + 1);
      this.#expectSymbol(")");
      return inner;
    }
    if (this.#takeCall("exists")) {
      const operand = this.#readParameter();
      this.#expectSymbol(")");
      return { kind: "exists", operand };
    }
    if (this.#takeCall("regex")) return this.#readPattern();
    const left = this.#readOperand();
    const operator = this.#readOperator();
    return { kind: "compare", operator, left, right: this.#readOperand() };
  }

  #readPattern(): Condition {
    const operand = this.#readParameter();
    this.#expectSymbol(",");
    const pattern = this.#next();
    if (pattern.kind !== "text") throw unexpected(pattern.at);
    this.#expectSymbol(")");
    return { kind: "matches", operand, pattern: pattern.text };
  }

  #readOperator(): Operator {
    const token = this.#next();
    const operator = token.kind === "symbol" ? operators.get(token.text) : undefined;
    if (operator === undefined) throw unexpected(token.at);
    return operator;
  }

  #readOperand(): Operand {
    if (this.#takeCall("random")) {
      this.#expectSymbol(")");
      return { kind: "random" };
    }
    const token = this.#peek();
    if (token?.kind === "text" || token?.kind === "number") {
      this.#index++;
      return { kind: "constant", value: token.kind === "number" ? token.value : token.text };
    }
    const word = token?.kind === "word" ? token.text.toLowerCase() : "";
    if (word !== "true" && word !== "false") return this.#readParameter();
    this.#index++;
    return { kind: "constant", value: word === "true" };
  }

  #readParameter(): Parameter {
    const token = this.#next();
    if (token.kind !== "word") throw unexpected(token.at);
    const dot = token.text.indexOf(".");
    const place = (dot < 0 ? token.text : token.text.slice(0, dot)).toLowerCase();
    const name = dot < 0 ? "" : token.text.slice(dot + 1);
    if (place === "path" && dot < 0) return { kind: "path" };
    if ((place === "header" || place === "query") && name !== "") return { kind: place, name };
    const system = place === "sysparam" ? findSystemParameter(name) : undefined;
    if (system !== undefined) return { kind: "system", name: system };
    throw unexpected(token.at);
  }

  #next(): Token {
    const token = this.#peek();
    if (token === undefined) throw unexpected(undefined);
    this.#index++;
    return token;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#index];
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "word" || token.text.toLowerCase() !== word) return false;
    this.#index++;
    return true;
  }

  /** Takes `name(`, the name in any letter case. */
  #takeCall(name: string): boolean {
    const open = this.#tokens[this.#index + 1];
    if (open?.kind !== "symbol" || open.text !== "(") return false;
    return this.#takeWord(name) && this.#takeSymbol("(");
  }

  #takeSymbol(symbol: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "symbol" || token.text !== symbol) return false;
    this.#index++;
    return true;
  }

  #expectSymbol(symbol: string): void {
    if (!this.#takeSymbol(symbol)) throw this.#unexpected();
  }

  #unexpected(): InvalidPluginData {
    return unexpected(this.#peek()?.at);
  }
}

function findSystemParameter(name: string): SystemParameter | undefined {
  const lower = name.toLowerCase();
  return systemParameters.find((candidate) => candidate.toLowerCase() === lower);
}
