import type { Config } from "../config/settings.ts";
import { managementCredentials } from "./credentials.ts";
import { CliError } from "./errors.ts";
import { callManagement, type Parameters } from "./management-client.ts";

/** `turnpike call`: prints the answer's `Response`; exits with 1 when it holds an error. */
export async function call(
  config: Config,
  action: string,
  words: readonly string[],
  options: { readonly region: string; readonly json?: string },
): Promise<number> {
  const parameters = readParameters(words, options.json);
  const response = await callManagement(
    config.management,
    managementCredentials(config),
    action,
    options.region,
    parameters,
  );
  process.stdout.write(`${JSON.stringify(response, null, 2)}\n`);
  return response.Error === undefined ? 0 : 1;
}

/** `--Name value`, `--Name=value` pairs, or the text of one JSON object. */
function readParameters(words: readonly string[], json: string | undefined): Parameters {
  if (json !== undefined) {
    if (words.length > 0) throw new CliError("--json replaces all other parameters; leave them out", 2);
    return { json: parseObject(json) };
  }
  const flat: [string, string][] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const match = /^--([A-Za-z][\w.]*)(?:=(.*))?$/s.exec(word);
    if (!match?.[1]) throw new CliError(`expected --Name value, found ${JSON.stringify(word)}`, 2);
    const value = match[2] ?? words[++index];
    if (value === undefined) throw new CliError(`${word} has no value`, 2);
    flat.push([match[1], value]);
  }
  return { flat };
}

function parseObject(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Reported below together with the other things that are not an object.
  }
  throw new CliError("--json must be one JSON object", 2);
}
