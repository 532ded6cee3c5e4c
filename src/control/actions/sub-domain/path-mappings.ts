import type { PathMapping } from "../../../model/custom-domain.ts";
import type { MappingFault } from "../../../model/custom-domain-rules.ts";
import type { PathMappingInput } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";

export function toMappings(set: readonly PathMappingInput[]): readonly PathMapping[] {
  return set.map(({ Path, Environment }) => ({ path: Path, environment: Environment }));
}

export function describeFault(fault: MappingFault, limit: number): string {
  switch (fault.rule) {
    case "empty":
      return "Without the default mapping, `PathMappingSet` needs at least one path.";
    case "too-many":
      return `A domain can have at most ${limit} path mappings.`;
    case "path":
      return `The path \`${quote(fault.path)}\` must be \`/\` or segments of letters, digits, \`.\`, \`_\`, \`~\` and \`-\`, each after a slash.`;
    case "repeated":
      return `The path \`${quote(fault.path)}\` is mapped twice.`;
  }
}
