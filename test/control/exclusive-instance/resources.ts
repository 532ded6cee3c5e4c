import type { Client } from "../management.ts";
import { present } from "../outcome.ts";

export const instance: Parameters<Client["CreateExclusiveInstances"]>[0] = {
  Zones: ["ap-guangzhou-3", "ap-guangzhou-4"],
  InstanceName: "shop",
  InstanceDescription: "for the shop",
  InstanceType: "basic",
  NetworkConfig: { InternetMaxBandwidthOut: 5000 },
  VpcConfig: { UniqVpcId: "vpc-12345678", UniqSubnetId: "subnet-12345678" },
  PayMode: "POSTPAID",
};

export async function createInstance(client: Client, change: object = {}): Promise<string> {
  return present((await client.CreateExclusiveInstances({ ...instance, ...change })).Result);
}
