import type { ActionContract, Member } from "./contract-shape.ts";
import { commonError } from "./errors.ts";
import { nestedMembers } from "./nested-members.ts";

/** Parameters of every call, which travel beside the action's own in a query or form. */
const commonParameters = new Set([
  "Action",
  "Version",
  "Region",
  "Timestamp",
  "Nonce",
  "SecretId",
  "Signature",
  "SignatureMethod",
  "Token",
  "Language",
  "RequestClient",
]);

const maxParameters = 10_000;
const maxNameLength = 256;

type Leaf = { text: string };
type Branch = { members: Map<string, Node> };
/** Keyed by the index as written, which has one spelling only, so that a huge index costs as little as a small one. */
type Sequence = { items: Map<string, Node> };
type Node = Leaf | Branch | Sequence;

/**
 * Query or form parameters → the nested value a JSON body would hold, shaped by the declared types of the action.
 * `Filters.0.Values.1=x` becomes `{ Filters: [{ Values: [x] }] }`. Gaps between indices close up; of repeated names the last
 * one counts. A text that cannot be read as its declared type stays a string and a name that fits no declared path
 * stays one key, so that the validator reports both exactly as it does for JSON.
 * Throws RequestSizeLimitExceeded for more than 10000 parameters.
 */
export function unflatten(
  contract: Pick<ActionContract, "input">,
  parameters: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const root: Branch = { members: new Map() };
  const unknown = new Map<string, string>();
  let count = 0;
  for (const [name, text] of parameters) {
    count += 1;
    if (count > maxParameters) throw commonError("RequestSizeLimitExceeded");
    if (commonParameters.has(name)) continue;
    const placed = name.length <= maxNameLength && place(root, contract.input, name.split("."), text);
    if (!placed) unknown.set(name, text);
  }
  const value = readBranch(root, contract.input);
  // A null prototype makes `__proto__` a key like any other.
  for (const [name, text] of unknown) value[name] = text;
  return value;
}

/** Puts the text where its path leads. False when the path does not fit the declared members. */
function place(root: Branch, members: readonly Member[], path: string[], text: string): boolean {
  let branch = root;
  let declared = members;
  for (let at = 0; ; ) {
    const name = path[at] ?? "";
    const member = declared.find((candidate) => candidate.name === name);
    // Unknown nested members are ignored, as in JSON; an unknown name at the top is an error.
    if (member === undefined) return at > 0;
    at += 1;
    const index = member.list === true ? path[at] : undefined;
    if (index !== undefined) {
      if (!isIndex(index)) return false;
      at += 1;
    }
    if (at < path.length && member.ref === undefined) return false;
    const container = index === undefined ? branch.members : sequenceAt(branch, name).items;
    const key = index ?? name;
    if (at === path.length) {
      container.set(key, { text });
      return true;
    }
    branch = branchAt(container, key);
    declared = nestedMembers(member);
  }
}

function isIndex(text: string): boolean {
  return /^(0|[1-9][0-9]{0,8})$/.test(text);
}

function sequenceAt(branch: Branch, name: string): Sequence {
  const present = branch.members.get(name);
  if (present !== undefined && "items" in present) return present;
  const created: Sequence = { items: new Map() };
  branch.members.set(name, created);
  return created;
}

function branchAt(container: Map<string, Node>, key: string): Branch {
  const present = container.get(key);
  if (present !== undefined && "members" in present) return present;
  const created: Branch = { members: new Map() };
  container.set(key, created);
  return created;
}

function readBranch(branch: Branch, members: readonly Member[]): Record<string, unknown> {
  const value: Record<string, unknown> = Object.create(null);
  for (const [name, node] of branch.members) {
    const member = members.find((candidate) => candidate.name === name);
    if (member !== undefined) value[name] = readNode(node, member);
  }
  return value;
}

function readNode(node: Node, member: Member): unknown {
  if ("items" in node) {
    const inOrder = [...node.items].sort(([a], [b]) => Number(a) - Number(b));
    return inOrder.map(([, item]) => readNode(item, member));
  }
  if ("members" in node) return readBranch(node, nestedMembers(member));
  return readText(node.text, member);
}

/** Clients write booleans as true, True, TRUE or 1. Integers are plain decimals that a number holds exactly. */
function readText(text: string, member: Member): unknown {
  if (member.type === "bool") {
    const lower = text.toLowerCase();
    if (lower === "true" || text === "1") return true;
    if (lower === "false" || text === "0") return false;
  }
  if (member.type === "int" && /^-?[0-9]{1,16}$/.test(text)) {
    const number = Number(text);
    if (Number.isSafeInteger(number)) return number;
  }
  return text;
}
