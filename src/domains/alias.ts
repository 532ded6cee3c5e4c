import { Resolver } from "node:dns/promises";

/** Whoever asks waits for the answer while other writes wait for him. */
const resolver = new Resolver({ timeout: 1_000, tries: 1 });

/** Whether the DNS says that `name` is an alias of `target`; a lookup that fails says it is not. */
export async function isAliasOf(name: string, target: string): Promise<boolean> {
  try {
    const targets = await resolver.resolveCname(name);
    return targets.some((found) => withoutFinalDot(found) === withoutFinalDot(target));
  } catch {
    return false;
  }
}

function withoutFinalDot(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}
