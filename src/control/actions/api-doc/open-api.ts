import type { Api, ApiDefinition, RequestParameter } from "../../../model/api.ts";

/** What a document describes. */
export interface DocumentedRelease {
  readonly name: string;
  readonly versionName: string;
  readonly schemes: readonly string[];
  /** Default domain and environment, without scheme. */
  readonly address: string;
  readonly apis: readonly Api[];
}

const everyMethod = ["get", "post", "put", "delete", "patch"];
const securityOf: ReadonlyMap<string, string> = new Map([
  ["SECRET", "keyPair"],
  ["APP", "apiApp"],
  ["OAUTH", "token"],
]);

/** The release as OpenAPI 3.0.3. Only what callers need: nothing of backends. */
export function toOpenApi(release: DocumentedRelease): object {
  const paths = new Map<string, Map<string, object>>();
  for (const api of release.apis) {
    const methods = api.definition.method === "ANY" ? everyMethod : [api.definition.method.toLowerCase()];
    const path = freePath(paths, api, methods);
    const operations = paths.get(path) ?? new Map<string, object>();
    for (const method of methods) operations.set(method, toOperation(api, method));
    paths.set(path, operations);
  }
  const entries = [...paths].map(([path, operations]) => [path, Object.fromEntries(operations)]);
  return {
    openapi: "3.0.3",
    info: { title: release.name, version: release.versionName },
    servers: release.schemes.map((scheme) => ({ url: `${scheme}://${release.address}` })),
    paths: Object.fromEntries(entries),
    components: {
      securitySchemes: {
        keyPair: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "An HMAC signature made with an API key.",
        },
        apiApp: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "An HMAC signature made by an API app.",
        },
        token: { type: "http", scheme: "bearer" },
      },
    },
  };
}

/** OpenAPI has no marks for exact and prefix paths, so that two APIs may seem to have the same. The second gets its id added. */
function freePath(
  paths: ReadonlyMap<string, ReadonlyMap<string, object>>,
  api: Api,
  methods: readonly string[],
): string {
  const path = plainPath(api.definition.path);
  const taken = paths.get(path);
  return taken !== undefined && methods.some((method) => taken.has(method)) ? `${path}#${api.id}` : path;
}

function plainPath(path: string): string {
  const unmarked = path.replace(/^(?:=|\^~)\s*/, "");
  return unmarked.startsWith("/") ? unmarked : `/${unmarked}`;
}

function toOperation({ id, definition }: Api, method: string): object {
  const fields = definition.requestParameters;
  const inBody = fields.filter(({ position }) => position.toLowerCase() === "body");
  const security = securityOf.get(definition.authType);
  return {
    operationId: definition.method === "ANY" ? `${id}-${method}` : id,
    ...(definition.name && { summary: definition.name }),
    ...(definition.description && { description: definition.description }),
    "x-apigw-path": definition.path,
    parameters: fields.filter((field) => !inBody.includes(field)).map(toParameter),
    ...(inBody.length > 0 && method !== "get" && { requestBody: toRequestBody(inBody) }),
    responses: toResponses(definition),
    ...(security && { security: [{ [security]: [] }] }),
  };
}

function toParameter(parameter: RequestParameter): object {
  const position = parameter.position.toLowerCase();
  return {
    name: parameter.name,
    in: position,
    required: position === "path" || parameter.isRequired,
    ...(parameter.description && { description: parameter.description }),
    schema: toSchema(parameter),
  };
}

function toRequestBody(fields: readonly RequestParameter[]): object {
  const properties = Object.fromEntries(fields.map((field) => [field.name, toSchema(field)]));
  const required = fields.filter((field) => field.isRequired).map((field) => field.name);
  const schema = { type: "object", properties, ...(required.length > 0 && { required }) };
  return { content: { "application/x-www-form-urlencoded": { schema } } };
}

function toSchema({ type, defaultValue, description }: RequestParameter): object {
  const known = new Map([
    ["int", "integer"],
    ["integer", "integer"],
    ["long", "integer"],
    ["float", "number"],
    ["double", "number"],
    ["boolean", "boolean"],
  ]);
  return {
    type: known.get(type.toLowerCase()) ?? "string",
    ...(defaultValue && { default: defaultValue }),
    ...(description && { description }),
  };
}

function toResponses(definition: ApiDefinition): object {
  const responses = new Map<string, object>([["200", toResponse("Success.", definition.responseSuccessExample)]]);
  for (const { code, message, description } of definition.responseErrorCodes) {
    if (code >= 100 && code <= 599) responses.set(String(code), toResponse(description || message || "Error.", null));
  }
  responses.set("default", toResponse("Any other answer.", definition.responseFailExample));
  return Object.fromEntries(responses);
}

function toResponse(description: string, example: string | null): object {
  return { description, ...(example && { content: { "text/plain": { schema: { type: "string" }, example } } }) };
}
