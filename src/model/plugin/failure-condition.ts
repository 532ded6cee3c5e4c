import { type Token, tokenize, unexpected } from "./condition/tokens.ts";

/** What makes a backend call count as failed; any of it suffices. */
export interface FailureCondition {
  readonly latencyAboveMs: number | null;
  readonly statuses: { readonly isFailureInside: boolean; readonly codes: ReadonlySet<number> } | null;
  readonly isTimeoutFailure: boolean;
}

/**
 * Reads up to three terms joined by `or`, each kind at most once: `latency_seconds>N`, `func_in(status_code,{…})` or
 * `func_not_in(status_code,{…})`, and `timeout`, our name for a backend that did not answer in time. Throws InvalidPluginData.
 */
export function parseFailureCondition(source: string): FailureCondition {
  const tokens = [...tokenize(source)].reverse();
  let condition: FailureCondition = { latencyAboveMs: null, statuses: null, isTimeoutFailure: false };
  do {
    const term = readTerm(tokens);
    const [member] = Object.keys(term) as (keyof FailureCondition)[];
    const isRepeated = member !== undefined && condition[member] !== null && condition[member] !== false;
    if (isRepeated) throw unexpected(tokens.at(-1)?.at);
    condition = { ...condition, ...term };
  } while (takeIf(tokens, "or"));
  const rest = tokens.at(-1);
  if (rest !== undefined) throw unexpected(rest.at);
  return condition;
}

function readTerm(tokens: Token[]): Partial<FailureCondition> {
  if (takeIf(tokens, "latency_seconds")) {
    take(tokens, ">");
    return { latencyAboveMs: readNumber(tokens) * 1000 };
  }
  if (takeIf(tokens, "timeout")) return { isTimeoutFailure: true };
  if (takeIf(tokens, "func_in")) return { statuses: { isFailureInside: true, codes: readCodes(tokens) } };
  take(tokens, "func_not_in");
  return { statuses: { isFailureInside: false, codes: readCodes(tokens) } };
}

function readCodes(tokens: Token[]): ReadonlySet<number> {
  for (const text of ["(", "status_code", ",", "{"]) take(tokens, text);
  const codes = new Set<number>();
  do codes.add(readNumber(tokens));
  while (takeIf(tokens, ","));
  for (const text of ["}", ")"]) take(tokens, text);
  return codes;
}

function readNumber(tokens: Token[]): number {
  const token = tokens.pop();
  if (token?.kind !== "number" || token.value < 0) throw unexpected(token?.at);
  return token.value;
}

function take(tokens: Token[], text: string): void {
  if (!takeIf(tokens, text)) throw unexpected(tokens.at(-1)?.at);
}

function takeIf(tokens: Token[], text: string): boolean {
  const token = tokens.at(-1);
  if (token === undefined || token.kind === "text" || token.text.toLowerCase() !== text) return false;
  tokens.pop();
  return true;
}
