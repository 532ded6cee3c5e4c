/** Parameters every legacy call carries. Their case counts: `SecretId` is the caller, `secretId` an API key. */
const commonParameters = new Set([
  "Action",
  "Region",
  "Timestamp",
  "Nonce",
  "SecretId",
  "Signature",
  "SignatureMethod",
  "Token",
  "Version",
  "Language",
  "RequestClient",
  "RequestSource",
]);

const maxNameLength = 256;

/** A parameter of the action, such as `requestParameters.0.name`. */
interface SentParameter {
  /** Names, with a small first letter, and list indices as written. */
  readonly steps: readonly string[];
  /** The names alone: "requestParameters.name". */
  readonly path: string;
  readonly text: string;
}

export interface SentParameters {
  readonly all: readonly SentParameter[];
  /** The texts sent under a path, empty ones left out. */
  texts(path: string): readonly string[];
}

/** The action's own parameters. The first letter of a name may be of either case. */
export function readSentParameters(values: ReadonlyMap<string, string>): SentParameters {
  const all: SentParameter[] = [];
  for (const [name, text] of values) {
    // A name that long is none of ours, and unknown parameters are ignored.
    if (commonParameters.has(name) || name.length > maxNameLength) continue;
    const steps = name.split(".").map((step) => step.charAt(0).toLowerCase() + step.slice(1));
    all.push({ steps, path: steps.filter((step) => !isIndex(step)).join("."), text });
  }
  return {
    all,
    texts: (path) => all.filter((sent) => sent.path === path && sent.text !== "").map((sent) => sent.text),
  };
}

export function isIndex(step: string): boolean {
  return /^[0-9]+$/.test(step);
}
