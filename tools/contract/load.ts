import { readFileSync } from "node:fs";

/** One member as `spec/api.json` describes it, after the overlay was applied. Only what the generator reads. */
export interface SpecMember {
  name: string;
  type: string;
  ref?: string;
  required?: boolean;
  nullable?: boolean;
  presentInOutput?: boolean;
  default?: string | number | boolean | string[];
  enum?: (string | number)[];
  enumOpen?: string[];
  undocumentedMax?: boolean;
  /** What an object has that is described in place; only legacy actions do that. */
  members?: SpecMember[];
  [constraint: string]: unknown;
}

export interface SpecAction {
  group: string;
  input: string;
  output: string;
  rateLimitPerSecond: number | null;
  errors: string[];
}

/** An action outside the current list, with its members in place instead of by name. */
interface LegacyAction {
  group: string;
  input: SpecMember[];
  output: SpecMember[];
}

interface ApiSpec {
  actions: Record<string, SpecAction>;
  legacyActions: Record<string, LegacyAction>;
  objects: Record<string, SpecMember[]>;
  internationalEditionOnlyMembers: Record<string, SpecMember[]>;
  errorCodes: Record<string, string>;
  commonErrorCodes: Record<string, string>;
}

type Sourced = { source: string; why?: string };

interface Overlay {
  members: Record<string, Partial<SpecMember> & Sourced>;
  additionalMembers: Record<string, (SpecMember & Sourced)[]>;
  legacyActions: Record<string, Sourced & { errors: string[] }>;
  violations: (Sourced & { code: string; actions: string[]; members: string[] })[];
}

/** The merged contract: published spec plus overlay. */
export interface Contract {
  actions: Map<string, SpecAction>;
  objects: Map<string, SpecMember[]>;
  /** action → ("Member" or "Member:rule") → error code. */
  violations: Map<string, Map<string, string>>;
  errorCodes: Map<string, string>;
  commonErrorCodes: Set<string>;
  /** Objects reachable from a request / from a reply; some are both. */
  inputObjects: Set<string>;
  outputObjects: Set<string>;
}

export function loadContract(specFile: string, overlayFile: string): Contract {
  const spec = JSON.parse(readFileSync(specFile, "utf8")) as ApiSpec;
  const overlay = JSON.parse(readFileSync(overlayFile, "utf8")) as Overlay;
  includeLegacyActions(spec, overlay);
  const objects = mergeObjects(spec, overlay);
  const actions = new Map(Object.entries(spec.actions));
  const requests = [...actions.values()].map((action) => action.input);
  const replies = [...actions.values()].map((action) => action.output);
  return {
    actions,
    objects,
    violations: mergeViolations(actions, overlay),
    errorCodes: new Map(Object.entries({ ...spec.errorCodes, ...spec.commonErrorCodes }).sort(byKey)),
    commonErrorCodes: new Set(Object.keys(spec.commonErrorCodes)),
    inputObjects: reachable(requests, objects),
    outputObjects: reachable(replies, objects),
  };
}

/** Turns the legacy actions that are served into actions like all others. */
function includeLegacyActions(spec: ApiSpec, overlay: Overlay): void {
  for (const [name, { errors }] of Object.entries(overlay.legacyActions)) {
    const action = spec.legacyActions[name];
    if (action === undefined) throw new Error(`overlay names ${name}, which is no legacy action of the spec`);
    const [input, output] = [`${name}Request`, `${name}Response`];
    spec.objects[input] = action.input;
    spec.objects[output] = action.output.map((member) => nameObject(spec, name, member));
    spec.actions[name] = { group: action.group, input, output, rateLimitPerSecond: null, errors };
  }
}

/** An object described in place gets a name, as all others have. */
function nameObject(spec: ApiSpec, action: string, { members, ...member }: SpecMember): SpecMember {
  if (members === undefined) return member;
  const ref = `${action}${member.name}`;
  spec.objects[ref] = members;
  return { ...member, ref };
}

function mergeObjects(spec: ApiSpec, overlay: Overlay): Map<string, SpecMember[]> {
  const objects = new Map<string, SpecMember[]>();
  for (const [name, members] of Object.entries(spec.objects)) {
    const international = spec.internationalEditionOnlyMembers[name] ?? [];
    const additional = overlay.additionalMembers[name] ?? [];
    objects.set(
      name,
      [...members, ...international, ...additional].map((member) => ({ ...member })),
    );
  }
  for (const [path, { source: _source, why: _why, ...patch }] of Object.entries(overlay.members)) {
    const [object = "", name] = path.split(".");
    const member = objects.get(object)?.find((candidate) => candidate.name === name);
    if (member === undefined) throw new Error(`overlay names ${path}, which the spec does not have`);
    for (const [key, value] of Object.entries(patch)) {
      if (value === null) delete member[key];
      else member[key] = value;
    }
  }
  return objects;
}

function mergeViolations(actions: Map<string, SpecAction>, overlay: Overlay): Map<string, Map<string, string>> {
  const merged = new Map<string, Map<string, string>>();
  for (const { code, ...rule } of overlay.violations) {
    for (const name of rule.actions) {
      if (!actions.get(name)?.errors.includes(code))
        throw new Error(`overlay gives ${name} ${code}, which it does not list`);
      const byMember = merged.get(name) ?? new Map<string, string>();
      for (const member of rule.members) byMember.set(member, code);
      merged.set(name, byMember);
    }
  }
  return merged;
}

function reachable(roots: string[], objects: Map<string, SpecMember[]>): Set<string> {
  const seen = new Set<string>();
  const pending = [...roots];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const member of objects.get(name) ?? []) if (member.ref !== undefined) pending.push(member.ref);
  }
  return seen;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "string" and false for "string"; "string" and true for "list<string>"; objects are "object" plus a ref. */
export function elementType(member: SpecMember): { type: "string" | "int" | "bool" | "object"; list: boolean } {
  const list = member.type.startsWith("list<");
  const type = list ? member.type.slice("list<".length, -1) : member.type;
  if (type === "string" || type === "int" || type === "bool") return { type, list };
  return { type: "object", list };
}

/** Values a request may use: the documented list plus values known to occur; undefined when the list is not closed. */
export function closedEnum(member: SpecMember): (string | number)[] | undefined {
  if (member.enum === undefined) return undefined;
  return [...member.enum, ...(member.enumOpen ?? [])];
}
