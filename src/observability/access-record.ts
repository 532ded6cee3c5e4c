import type { AccessRecord as LoggedAccess } from "../model/access-record.ts";

/** What is told of a request that is over. The line spells its time out; here it is in epoch milliseconds, of the head. */
export interface AccessRecord extends Omit<LoggedAccess, "time"> {
  readonly time: number;
}
