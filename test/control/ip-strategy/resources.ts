import type { Client } from "../management.ts";
import { present } from "../outcome.ts";

export async function createStrategy(client: Client, ServiceId: string, StrategyName = "list"): Promise<string> {
  const request = { ServiceId, StrategyName, StrategyType: "BLACK", StrategyData: "192.0.2.1" };
  return present((await client.CreateIPStrategy(request)).Result?.StrategyId);
}
