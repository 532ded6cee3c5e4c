import type { CreateApiRequest } from "../../../contract/generated/types.ts";
import { quote } from "../../../contract/quote.ts";
import { validateInput } from "../../../contract/validate.ts";
import type { MockAnswer } from "../definition-from-request.ts";
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

/** What an operation describes, as a request of CreateApi that is checked like one that was sent. */
interface DescribedApi {
  readonly request: CreateApiRequest;
  readonly mock: MockAnswer;
}

export function toCreateApi(root: DocumentNode, serviceId: string, operation: Operation): DescribedApi {
  const { node, method } = operation;
  const { members, mock } = readBackend(memberOf(node, backendExtension));
  const request = validateInput("CreateApi", {
    ServiceId: serviceId,
    ...(apiName(operation) !== "" && { ApiName: apiName(operation) }),
    ...describe(node),
    Protocol: "HTTP",
    ServiceTimeout: 15,
    RequestConfig: { Path: apiPath(operation), Method: method },
    RequestParameters: readParameters(root, operation),
    ...readExtensions(node),
    ...members,
  });
  return { request, mock };
}

/** What describes the operation to readers of the document does so to those of the API. */
function describe(node: DocumentNode): { readonly ApiDesc?: string } {
  const description = (memberOf(node, "description") ?? memberOf(node, "summary"))?.value;
  return typeof description === "string" ? { ApiDesc: description } : {};
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
