import { isAddress } from "./address-list.ts";
import { checkDistinct, type DataReader, positive } from "./data-reader.ts";

/** Calls per window to an API: of all callers together, of each app and of each address. */
export interface TrafficControl {
  readonly windowSeconds: number;
  readonly apiLimit: number;
  readonly appLimit: number | null;
  readonly addressLimit: number | null;
  /** Figures of single apps and addresses, instead of the general ones. */
  readonly appLimits: ReadonlyMap<string, number>;
  readonly addressLimits: ReadonlyMap<string, number>;
}

const secondsOf = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;
const maxSpecialLimits = 30;

export function readTrafficControl(data: DataReader): TrafficControl {
  const unit = data.oneOf("expire_type", ["second", "minute", "hour", "day"]);
  return {
    windowSeconds: data.integer("expire", { min: 1, max: 100_000 }) * secondsOf[unit],
    apiLimit: data.integer("api_rate_limit", positive),
    appLimit: data.optionalInteger("app_rate_limit", positive) ?? null,
    addressLimit: data.optionalInteger("ip_rate_limit", positive) ?? null,
    appLimits: readSpecial(data, "spec_app_rate_limits", "app_id", () => true),
    addressLimits: readSpecial(data, "spec_ip_rate_limits", "ip_key", isAddress),
  };
}

function readSpecial(
  data: DataReader,
  list: string,
  member: string,
  isValid: (text: string) => boolean,
): ReadonlyMap<string, number> {
  const entries = data.objects(list, maxSpecialLimits).map((entry): [string, number] => {
    const name = entry.text(member);
    if (name === "" || !isValid(name)) throw entry.wrong(member, "has not the right form");
    return [name, entry.integer("rate_limit", positive)];
  });
  checkDistinct(
    data.at(list),
    entries.map(([name]) => name),
  );
  return new Map(entries);
}
