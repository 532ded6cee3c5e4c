import { compileLinearRegex } from "../../../condition/linear-regex.ts";
import type { Condition, Constant, Operand, Operator, Parameter } from "../../../model/plugin/condition/condition.ts";
import type { Exchange } from "../../exchange.ts";
import { headerValue } from "../../headers.ts";
import { EncodedFields } from "../../parameters/encoded-fields.ts";

/** Whether a request fits. */
type Predicate = (exchange: Exchange) => boolean;

type Value = string | number | boolean;
type Reader = (exchange: Exchange) => Value | undefined;

/** Prepares a condition. `random` gives a number from 0 to 1. Throws InvalidRegex. */
export function compileCondition(condition: Condition, random: () => number = Math.random): Predicate {
  switch (condition.kind) {
    case "and": {
      const terms = condition.terms.map((term) => compileCondition(term, random));
      return (exchange) => terms.every((term) => term(exchange));
    }
    case "or": {
      const terms = condition.terms.map((term) => compileCondition(term, random));
      return (exchange) => terms.some((term) => term(exchange));
    }
    case "exists":
      return (exchange) => readParameter(exchange, condition.operand) !== undefined;
    case "matches": {
      const matches = compileLinearRegex(condition.pattern);
      return (exchange) => {
        const value = readParameter(exchange, condition.operand);
        return value !== undefined && matches(value);
      };
    }
    case "compare":
      return compileComparison(condition.operator, condition.left, condition.right, random);
  }
}

function compileComparison(operator: Operator, left: Operand, right: Operand, random: () => number): Predicate {
  const readLeft = compileOperand(left, random);
  const readRight = compileOperand(right, random);
  // Schemes are written in both cases.
  const ignoresCase = [left, right].some((operand) => operand.kind === "system" && operand.name === "httpScheme");
  const fold = (value: Value) => (ignoresCase && typeof value === "string" ? value.toLowerCase() : value);
  return (exchange) => {
    const leftValue = readLeft(exchange);
    const rightValue = readRight(exchange);
    // What was not sent makes every comparison false.
    if (leftValue === undefined || rightValue === undefined) return false;
    return compare(operator, fold(leftValue), fold(rightValue));
  };
}

function compileOperand(operand: Operand, random: () => number): Reader {
  switch (operand.kind) {
    case "constant":
      return constant(operand);
    case "random":
      return random;
    default:
      return (exchange) => readParameter(exchange, operand);
  }
}

function constant({ value }: Constant): Reader {
  return () => value;
}

const numeric = /^-?[0-9]+(?:\.[0-9]+)?$/;

function compare(operator: Operator, left: Value, right: Value): boolean {
  const leftNumber = toNumber(left);
  const rightNumber = toNumber(right);
  if (leftNumber !== undefined && rightNumber !== undefined) return holds(operator, leftNumber, rightNumber);
  // A number is neither equal to other text nor before or after it.
  if (typeof left === "number" || typeof right === "number") return operator === "!=";
  return holds(operator, String(left), String(right));
}

function toNumber(value: Value): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && numeric.test(value) ? Number(value) : undefined;
}

function holds<T extends number | string>(operator: Operator, left: T, right: T): boolean {
  switch (operator) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
  }
}

/** What the caller sent, decoded; the path as it is matched. Undefined: nothing. */
export function readParameter(exchange: Exchange, parameter: Parameter): string | undefined {
  switch (parameter.kind) {
    case "header":
      return headerValue(exchange.head.fields, parameter.name.toLowerCase());
    case "query":
      exchange.queryFields ??= new EncodedFields(exchange.query ?? "");
      return exchange.queryFields.get(parameter.name);
    case "path":
      return exchange.path;
    case "system":
      if (parameter.name === "clientIp") return exchange.clientAddress;
      if (parameter.name === "httpScheme") return exchange.scheme;
      return headerValue(exchange.head.fields, "user-agent");
  }
}
