import { quote } from "../../../contract/quote.ts";
import { DocumentError, type DocumentNode, itemsOf, memberOf, membersOf, textOf } from "./document-node.ts";

/** Members of CreateApi that describe a backend; which of them the kind of backend needs, its own rules say. */
const backendMembers: ReadonlySet<string> = new Set([
  "ServiceType",
  "ServiceConfig",
  "ServiceParameters",
  "ServiceMockReturnMessage",
  "ServiceScfFunctionName",
  "ServiceScfFunctionNamespace",
  "ServiceScfFunctionQualifier",
  "ServiceScfFunctionType",
  "ServiceScfIsIntegratedResponse",
  "IsBase64Encoded",
  "MicroServices",
  "ServiceTsfLoadBalanceConf",
  "ServiceTsfHealthCheckConf",
]);

/** What an operation answers whose document names no backend. */
const placeholder = { ServiceType: "MOCK", ServiceMockReturnMessage: "This API has no backend yet." };

const neededMember: ReadonlyMap<string, string> = new Map([
  ["HTTP", "ServiceConfig"],
  ["MOCK", "ServiceMockReturnMessage"],
]);

/** The members of CreateApi an `x-apigw-backend` stands for. */
export function readBackend(backend: DocumentNode | undefined): Readonly<Record<string, unknown>> {
  if (backend === undefined) return placeholder;
  const members = membersOf(backend);
  for (const [name, node] of members) {
    if (name === "MockReturnHttpStatusCode") checkMockStatus(node);
    else if (name === "MockReturnHttpHeaders") checkMockHeaders(node);
    else if (!backendMembers.has(name)) {
      const message = `A backend has no member \`${quote(name)}\`.`;
      throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
    }
  }
  const type = memberOf(backend, "ServiceType");
  if (type === undefined) throw missing(backend, "ServiceType");
  const needed = neededMember.get(textOf(type).toUpperCase());
  if (needed !== undefined && memberOf(backend, needed) === undefined) throw missing(backend, needed);
  return Object.fromEntries(
    members.filter(([name]) => backendMembers.has(name)).map(([name, { value }]) => [name, value]),
  );
}

function missing(backend: DocumentNode, name: string): DocumentError {
  return new DocumentError("MissingParameter.BackendSpecificParam", backend, `The backend needs \`${name}\`.`);
}

function checkMockStatus(node: DocumentNode): void {
  if (node.value === 200) return;
  const message = "A MOCK backend answers with the status 200 and no other.";
  throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
}

function checkMockHeaders(node: DocumentNode): void {
  if (itemsOf(node).length === 0) return;
  const message = "A MOCK backend cannot set headers of its own.";
  throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
}
