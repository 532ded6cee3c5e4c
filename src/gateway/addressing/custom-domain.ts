import type { EnvironmentName } from "../../model/environment.ts";
import type { CustomDomainState } from "../../snapshot/delta.ts";
import type { ServedDomain, ServedService } from "../served.ts";

/** Sorts the mappings once, so that the first that fits a path is the longest. */
export function prepareDomain(state: CustomDomainState, service: ServedService): ServedDomain {
  const mappings = state.mappings?.toSorted((a, b) => b.prefix.length - a.prefix.length) ?? null;
  const { name, protocol, isForcedHttps, certificateId } = state;
  return { name, service, protocol, isForcedHttps, certificateId, mappings };
}

export interface MappedPath {
  readonly environment: EnvironmentName;
  /** What is left of the path for APIs to match. */
  readonly rest: string;
}

/** The mapping with the longest path that holds `path`, on segment boundaries. */
export function findMapping(mappings: NonNullable<ServedDomain["mappings"]>, path: string): MappedPath | undefined {
  for (const { prefix, environment } of mappings) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    if (rest === "" || rest.startsWith("/")) return { environment, rest: rest === "" ? "/" : rest };
  }
  return undefined;
}
