import type { Call } from "../action.ts";
import type { ActionName } from "../contract/generated/types.ts";
import type { Fields } from "./fields.ts";
import type { SentParameters } from "./sent-parameters.ts";

/** Members of an object of API 3.0, not typed by an action yet. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * An action of API 2.0 as a translation onto one of API 3.0. Paths name nested members by dots, without list indices:
 * "requestParameters.in". A parameter that no table mentions has the name of API 3.0 with a small first letter.
 */
export interface LegacyAction {
  /** The action of API 3.0 that does the work. */
  readonly action: ActionName;
  /** API 3.0 retired it: whatever is asked, it says so. */
  readonly isRetired?: true;
  /** Legacy path → the name its last part has in API 3.0. */
  readonly renames?: Readonly<Record<string, string>>;
  /** The same for spellings that only examples or clients use. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Path in API 3.0 → its text there for a legacy text. */
  readonly values?: Readonly<Record<string, (text: string) => string>>;
  /** Legacy path → the filter of API 3.0 it stands for. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Members of API 3.0 → what stands in for one that is not sent. */
  readonly defaults?: Members;
  /** For what stands in and has to be looked up or made up first. */
  readonly complete?: (call: Call, members: Members) => Members | Promise<Members>;
  /** Fields of the answer; none when only success is told. */
  readonly reply?: Fields;
  /** For lists: how the rows of the answer can be searched and ordered. */
  readonly list?: ListSearch;
  /** For what the answer of API 3.0 does not hold. */
  readonly finish?: (done: Done) => Members | Promise<Members>;
  /** The fields that `finish` adds, for the reference page. */
  readonly adds?: readonly string[];
}

/** What was done for a call when its answer is finished. */
export interface Done {
  readonly call: Call;
  readonly sent: SentParameters;
  /** The request of API 3.0 it became. */
  readonly input: Members;
  /** The answer so far. */
  readonly reply: Members;
}

/** Searches API 2.0 has and API 3.0 has not. */
export interface ListSearch {
  /** The field of the answer that holds the rows. */
  readonly rows: string;
  /** Legacy parameter → the field of a row that must equal one of its values. */
  readonly matches?: Readonly<Record<string, string>>;
  /** Fields of a row of which one must contain the parameter `searchKey`. */
  readonly searched?: readonly string[];
  /** Whether the rows can be ordered by a field, with the parameters `orderby` and `order`. */
  readonly isOrdered?: true;
}
