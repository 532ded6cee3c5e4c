import type { Handler } from "../../action.ts";
import { loadService } from "../service/load.ts";
import { loadDomain, readDomainName } from "./load.ts";

/** Its path mappings go with it. */
export const unBindSubDomain: Handler<"UnBindSubDomain"> = async (call, input) => {
  const { id } = await loadService(call, input.ServiceId);
  const name = readDomainName(input.SubDomain);
  await call.tx.customDomains.delete(await loadDomain(call, id, name, "FailedOperation.DomainNotBindService"));
  return { Result: true };
};
