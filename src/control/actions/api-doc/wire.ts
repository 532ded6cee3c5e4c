import type { ApiDoc } from "../../../model/api-doc.ts";
import type { APIDoc as WireApiDoc } from "../../contract/generated/types.ts";
import { tagsMember } from "../tags.ts";

/** Calls that build say PROCESSING, as clients expect who then poll for COMPLETED; the build is done by the time they do. */
export function toWireApiDoc({ id, name, tags }: ApiDoc, status: "PROCESSING" | "COMPLETED"): WireApiDoc {
  return { ApiDocId: id, ApiDocName: name, ApiDocStatus: status, ...tagsMember(tags) };
}
