import type { Upstream } from "../../../model/upstream.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** Throws `ResourceNotFound`: there is no sharper code for upstreams. */
export async function loadUpstream(call: Call, id: string): Promise<Upstream> {
  const upstream = await call.tx.upstreams.find(call.scope, id);
  if (upstream !== undefined) return upstream;
  throw new ApiError("ResourceNotFound", `There is no upstream \`${quote(id)}\`.`);
}
