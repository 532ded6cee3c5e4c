import { appendField } from "../../http1/field-block.ts";
import { answerRewriter } from "../answers/backend-fields.ts";
import type { Clock } from "../clock.ts";
import { type EndpointAnswer, type EndpointClient, type EndpointFailure, parseJson } from "../endpoint-client.ts";
import { GatewayError, type GatewayErrorCode, gatewayError } from "../errors.ts";
import type { Answer, Exchange, Outcome } from "../exchange.ts";
import { fieldBlock } from "../field-lists.ts";
import { type HeaderList, headerValue } from "../headers.ts";
import { formBytes } from "../parameters/form.ts";
import { readBody } from "../read-body.ts";
import { functionEvent, isSentInBase64 } from "./function-event.ts";
import type { FunctionTarget } from "./function-target.ts";
import { readIntegratedAnswer } from "./integrated-answer.ts";

/** The most a function is sent, and the most it answers. Source: Tencent Cloud docs 628/34009. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;
/** Base64 in JSON. */
const MAX_ANSWER_BYTES = 2 * MAX_BODY_BYTES;

const errorOf: Readonly<Record<EndpointFailure, GatewayErrorCode>> = {
  blocked: "backendBlocked",
  failed: "backendUnreachable",
  "timed-out": "backendTimeout",
};

const json: HeaderList = ["Content-Type", "application/json"];

export interface FunctionCalls {
  readonly endpoints: EndpointClient;
  readonly clock: Clock;
  /** Told of every call nobody waits for that was lost. */
  readonly onLost: (exchange: Exchange, failure: EndpointFailure) => void;
}

/** Invokes a function with the call as an event, and answers with what it returns. */
export async function invokeFunction(
  exchange: Exchange,
  target: FunctionTarget,
  timeoutMs: number,
  calls: FunctionCalls,
): Promise<Outcome> {
  if (exchange.head.contentLength > MAX_BODY_BYTES) return gatewayError("bodyTooLarge");
  const body = await bodyOf(exchange);
  if (body.length > MAX_BODY_BYTES) return gatewayError("bodyTooLarge");
  const isBase64 = isSentInBase64(exchange, target.base64);
  const event = JSON.stringify(functionEvent(exchange, body.toString(isBase64 ? "base64" : "utf8"), isBase64));
  const startedAt = calls.clock.monotonic();
  const asked = calls.endpoints.post({ ...target.endpoint, timeoutMs }, event, MAX_ANSWER_BYTES);
  if (target.isAsync) {
    asked.then((lost) => typeof lost === "string" && calls.onLost(exchange, lost));
    return answerOf(200, "", Buffer.alloc(0));
  }
  const answer = await asked;
  const endedAt = calls.clock.monotonic();
  const status = typeof answer === "string" ? null : answer.status;
  exchange.invocation = { address: target.endpoint.origin, status, startedAt, endedAt };
  const outcome = typeof answer === "string" ? gatewayError(errorOf[answer]) : read(exchange, target, answer);
  // Plugins judge what the function said, not what it is converted to.
  exchange.onBackendOutcome?.({
    status: outcome.status,
    latencyMs: endedAt - startedAt,
    isTimeout: answer === "timed-out",
  });
  return outcome instanceof GatewayError ? outcome : converted(exchange, outcome);
}

async function bodyOf(exchange: Exchange): Promise<Buffer> {
  if (exchange.form !== null) return formBytes(exchange.form);
  if (exchange.body === null && !exchange.head.hasBody) return Buffer.alloc(0);
  return readBody(exchange);
}

function read(
  exchange: Exchange,
  { isIntegrated }: FunctionTarget,
  { status, body }: EndpointAnswer,
): Answer | GatewayError {
  // The product's own codes for functions that failed (430 to 439) reach the caller; any other failure is the endpoint's.
  if (status >= 430 && status <= 439) return relay(exchange, status, json, body);
  if (status < 200 || status > 299) return gatewayError("backendUnreachable");
  if (!isIntegrated) return relay(exchange, 200, json, body);
  const value = parseJson(body.toString());
  if (value === undefined) {
    const error = `requestId ${exchange.requestId} , Invalid scf response. expected scf response valid JSON.`;
    return invalid({ errno: 403, error, message: "SCF invoke error" });
  }
  const answer = readIntegratedAnswer(value);
  if (answer !== undefined) return relay(exchange, answer.status, answer.headers, answer.body);
  return invalid({ errno: 403, error: "Invalid scf response format. please check your scf response format." });
}

/** Passes an answer on as one of a backend's is. */
function relay(exchange: Exchange, status: number, headers: HeaderList, body: Buffer): Answer {
  exchange.recording?.start(status, headers);
  exchange.recording?.add(body);
  exchange.recording?.end();
  let fields = fieldBlock(headers, answerRewriter(exchange));
  if (headerValue(headers, "content-type") === undefined)
    fields = appendField(fields, "Content-Type", "application/json");
  return answerOf(status, fields, body);
}

function converted(exchange: Exchange, answer: Answer): Answer {
  const conversion = exchange.api?.statusConversions?.get(answer.status);
  if (conversion === undefined) return answer;
  return { ...answer, status: conversion.status, body: answer.body.length === 0 ? conversion.body : answer.body };
}

function answerOf(status: number, fields: string, body: Buffer): Answer {
  return { kind: "answer", status, fields, body, error: null };
}

function invalid(message: { readonly errno: number; readonly error: string; readonly message?: string }): Answer {
  return {
    kind: "answer",
    status: 403,
    fields: "Content-Type: application/json; charset=utf-8\r\n",
    body: Buffer.from(JSON.stringify(message)),
    error: message.error,
  };
}
