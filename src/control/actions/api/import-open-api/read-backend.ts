import { isHeaderValue, isSettableHeader } from "../../../../model/header-field.ts";
import { quote } from "../../../contract/quote.ts";
import type { MockAnswer } from "../definition-from-request.ts";
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

const statusMember = "MockReturnHttpStatusCode";
const headersMember = "MockReturnHttpHeaders";
const mockMembers: ReadonlySet<string> = new Set([statusMember, headersMember]);

/** What an operation answers whose document names no backend. */
const placeholder = { ServiceType: "MOCK", ServiceMockReturnMessage: "This API has no backend yet." };

const neededMember: ReadonlyMap<string, string> = new Map([
  ["HTTP", "ServiceConfig"],
  ["WEBSOCKET", "ServiceConfig"],
  ["SCF", "ServiceScfFunctionName"],
  ["MOCK", "ServiceMockReturnMessage"],
]);

interface ImportedBackend {
  /** The members of CreateApi an `x-apigw-backend` stands for. */
  readonly members: Readonly<Record<string, unknown>>;
  /** What CreateApi has no members for. */
  readonly mock: MockAnswer;
}

export function readBackend(backend: DocumentNode | undefined): ImportedBackend {
  if (backend === undefined) return { members: placeholder, mock: {} };
  const members = membersOf(backend);
  for (const [name, node] of members) {
    if (!backendMembers.has(name) && !mockMembers.has(name)) {
      const message = `A backend has no member \`${quote(name)}\`.`;
      throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
    }
  }
  const type = memberOf(backend, "ServiceType");
  if (type === undefined) throw missing(backend, "ServiceType");
  const needed = neededMember.get(textOf(type).toUpperCase());
  if (needed !== undefined && memberOf(backend, needed) === undefined) throw missing(backend, needed);
  return {
    members: Object.fromEntries(
      members.filter(([name]) => backendMembers.has(name)).map(([name, { value }]) => [name, value]),
    ),
    mock: readMockAnswer(memberOf(backend, statusMember), memberOf(backend, headersMember)),
  };
}

function missing(backend: DocumentNode, name: string): DocumentError {
  return new DocumentError("MissingParameter.BackendSpecificParam", backend, `The backend needs \`${name}\`.`);
}

/** What a MOCK answers where nothing is said is left out: 200, and no headers. */
function readMockAnswer(status: DocumentNode | undefined, headers: DocumentNode | undefined): MockAnswer {
  const set = itemsOf(headers).map(readHeader);
  return {
    ...(status !== undefined && status.value !== 200 && { status: readStatus(status) }),
    ...(set.length > 0 && { headers: set }),
  };
}

function readStatus(node: DocumentNode): number {
  const status = node.value;
  if (typeof status === "number" && Number.isInteger(status) && status >= 200 && status <= 599) return status;
  throw new DocumentError("InvalidParameter.FormatError", node, "A status must be a number between 200 and 599.");
}

/** The published documents show no header; `Name` is what lists of the API call it, and `Key` is taken as well. */
function readHeader(node: DocumentNode): { readonly name: string; readonly value: string } {
  const name = textOf(memberOf(node, "Name") ?? memberOf(node, "Key") ?? missingMember(node, "Name"));
  const value = textOf(memberOf(node, "Value") ?? missingMember(node, "Value"));
  if (isSettableHeader(name) && isHeaderValue(value)) return { name, value };
  const message = "This is no header field an answer may have.";
  throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
}

function missingMember(node: DocumentNode, name: string): never {
  throw new DocumentError("InvalidParameter.FormatError", node, `A header needs \`${name}\`.`);
}
