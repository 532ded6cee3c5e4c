import type { Handler } from "../../action.ts";
import { commonError } from "../../contract/errors.ts";

/** Retired in favour of the document actions: it made client libraries as well, and nothing here does. */
export const generateApiDocument: Handler<"GenerateApiDocument"> = async () => {
  throw commonError("ActionOffline");
};
