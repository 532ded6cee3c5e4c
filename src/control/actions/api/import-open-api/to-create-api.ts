import type { CreateApiRequest } from "../../../contract/generated/types.ts";
import { quote } from "../../../contract/quote.ts";
import { validateInput } from "../../../contract/validate.ts";
import { DocumentError, type DocumentNode, memberOf, membersOf, textOf } from "./document-node.ts";
import type { Operation } from "./list-operations.ts";
import { readBackend } from "./read-backend.ts";
import { readParameters } from "./read-parameters.ts";

/** Which member of CreateApi an extension of an operation fills. */
const extensions: ReadonlyMap<string, string> = new Map([
  ["x-apigw-api-business-type", "ApiBusinessType"],
  ["x-apigw-api-type", "ApiType"],
  ["x-apigw-protocol", "Protocol"],
  ["x-apigw-cors", "EnableCORS"],
  ["x-apigw-service-timeout", "ServiceTimeout"],
  // The first is the published spelling.
  ["x-apigw-const-paramters", "ConstantParameters"],
  ["x-apigw-const-parameters", "ConstantParameters"],
]);
const prefix = "x-apigw-";
const backendExtension = "x-apigw-backend";
/** What exported documents call the path where it holds more than a template can say. */
const pathExtension = "x-apigw-path";

/** The request of CreateApi that makes the API an operation describes, checked like one that was sent. */
export function toCreateApi(root: DocumentNode, serviceId: string, operation: Operation): CreateApiRequest {
  const { node, method } = operation;
  return validateInput("CreateApi", {
    ServiceId: serviceId,
    ...(apiName(operation) !== "" && { ApiName: apiName(operation) }),
    Protocol: "HTTP",
    ServiceTimeout: 15,
    RequestConfig: { Path: apiPath(operation), Method: method },
    RequestParameters: readParameters(root, operation),
    ...readExtensions(node),
    ...readBackend(memberOf(node, backendExtension)),
  });
}

/** Empty without one. */
export function apiName({ node }: Operation): string {
  const id = memberOf(node, "operationId");
  return id === undefined ? "" : textOf(id);
}

function apiPath({ node, path }: Operation): string {
  const own = memberOf(node, pathExtension);
  return own === undefined ? path : textOf(own);
}

function readExtensions(node: DocumentNode): Readonly<Record<string, unknown>> {
  const filled: [string, unknown][] = [];
  for (const [name, { value, pointer }] of membersOf(node)) {
    if (!name.startsWith(prefix) || name === backendExtension || name === pathExtension) continue;
    const member = extensions.get(name);
    if (member === undefined) {
      const message = `The extension \`${quote(name)}\` is not known.`;
      throw new DocumentError("InvalidParameterValue.UnsupportedParameter", { pointer }, message);
    }
    filled.push([member, value]);
  }
  return Object.fromEntries(filled);
}
