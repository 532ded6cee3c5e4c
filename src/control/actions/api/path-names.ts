import { parseApiPath } from "../../../api-path/api-path.ts";
import { parseBackendPath } from "../../../api-path/backend-path.ts";
import { type ApiDefinition, isHttpBackend } from "../../../model/api.ts";
import type { DefinitionFault } from "../../../model/definition-fault.ts";
import type { PathNames } from "../../../model/parameter-rules.ts";

/** The `{name}`s of a definition's paths, read as the gateway will read them, or the fault it would stumble over. */
export function readPathNames({ path, backend }: ApiDefinition): PathNames | DefinitionFault {
  const frontend = parseApiPath(path);
  if (!frontend.ok) return { rule: "request-path", message: `\`RequestConfig.Path\` is invalid: ${frontend.message}` };
  if (!isHttpBackend(backend)) return { frontend: frontend.path.names, backend: [] };
  const target = parseBackendPath(backend.path);
  if (!target.ok) return { rule: "backend-path", message: `\`ServiceConfig.Path\` is invalid: ${target.message}` };
  return { frontend: frontend.path.names, backend: target.path.names };
}

/** Paths of one shape match the same requests: they differ at most in variable names or in spelling. */
export function pathShape(path: string): string | undefined {
  const parsed = parseApiPath(path);
  return parsed.ok ? parsed.path.shape : undefined;
}
