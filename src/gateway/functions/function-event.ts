import type { Base64Rules } from "../../model/api.ts";
import type { Exchange } from "../exchange.ts";
import { joinedValues } from "../headers.ts";
import { decodePercent, EncodedFields } from "../parameters/encoded-fields.ts";
import { headersOf } from "../plugins/request-message.ts";

type Texts = Readonly<Record<string, string>>;

/** The event a function gets for a call. Source: Tencent Cloud docs on the API Gateway trigger. */
export function functionEvent(exchange: Exchange, body: string, isBase64Encoded: boolean): object {
  const { api, service, environment, key, head, requestId, clientAddress, path, query } = exchange;
  const stage = environment?.name ?? "";
  const headers = new Map(Object.entries(headersOf(exchange)));
  headers.set("requestsource", "APIGW");
  headers.set("x-api-requestid", requestId);
  headers.set("x-b3-traceid", requestId);
  headers.set("x-api-scheme", exchange.scheme);
  const queryFields = (exchange.queryFields ?? new EncodedFields(query ?? "")).entries();
  const declared = (position: string, look: (name: string) => string | undefined) =>
    declaredValues(exchange, position, look);
  return {
    requestContext: {
      serviceId: service?.id ?? "",
      path: api?.path ?? "",
      httpMethod: api?.method ?? "",
      requestId,
      identity: key === null ? {} : { secretId: key.id },
      sourceIp: clientAddress,
      stage,
    },
    headers: Object.fromEntries(headers),
    body,
    pathParameters: declared("path", (name) => pathValue(exchange, name)),
    queryStringParameters: declared("query", (name) => queryFields.find(([candidate]) => candidate === name)?.[1]),
    headerParameters: declared("header", (name) => joinedValues(head.fields, name.toLowerCase())),
    stageVariables: { stage },
    path: decodePercent(path),
    queryString: grouped(queryFields),
    httpMethod: head.method,
    isBase64Encoded,
  };
}

/** Whether the body of a call travels in Base64. */
export function isSentInBase64({ head }: Exchange, { isAlways, triggers }: Base64Rules): boolean {
  if (isAlways) return true;
  return triggers.some(({ header, values }) => {
    const sent = joinedValues(head.fields, header)?.toLowerCase() ?? "";
    return values.some((value) => fits(sent, value.toLowerCase()));
  });
}

/** The published rules match loosely: a part of the header will do, and `*` stands for anything. */
function fits(sent: string, value: string): boolean {
  let from = 0;
  return value.split("*").every((part) => {
    const at = sent.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

function pathValue({ pathParameters: { names, values } }: Exchange, name: string): string | undefined {
  const value = values[names.indexOf(name)];
  return value === undefined ? undefined : decodePercent(value);
}

/** Inputs the API declares, with what was sent or their defaults. */
function declaredValues({ api }: Exchange, position: string, look: (name: string) => string | undefined): Texts {
  const values: [string, string][] = [];
  for (const input of api?.inputs ?? []) {
    if (input.position.toLowerCase() !== position) continue;
    const value = look(input.name) ?? input.defaultValue;
    if (value !== null) values.push([input.name, value]);
  }
  return Object.fromEntries(values);
}

/** A field that was sent several times has the list of its values. */
function grouped(fields: readonly (readonly [string, string])[]): Readonly<Record<string, string | readonly string[]>> {
  const groups = Map.groupBy(fields, ([name]) => name);
  const entries = [...groups].map(([name, [first, ...others]]) => {
    const values = [first, ...others].flatMap((field) => field?.[1] ?? []);
    return [name, others.length === 0 ? (values[0] ?? "") : values] as const;
  });
  return Object.fromEntries(entries);
}
