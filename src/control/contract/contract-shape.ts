/** The vocabulary of the generated contract table: what one member of a request or of a nested object may hold. */
export interface Member {
  readonly name: string;
  readonly type: "string" | "int" | "bool" | "object";
  /** The member is a list of `type`; the value limits then apply to the elements, `maxItems` and `default` to the list. */
  readonly list?: true;
  /** Name of the nested object when `type` is "object". */
  readonly ref?: string;
  /** The nested object itself, where it is not among the named ones. */
  readonly members?: readonly Member[];
  readonly required?: true;
  /** Stands in for an absent member, so handlers always find the member present. */
  readonly default?: string | number | boolean | readonly string[];
  readonly enum?: readonly (string | number)[];
  /** Enum values are recognised in any letter case and handed on in the spelling of `enum`. */
  readonly ignoreCase?: true;
  /** An empty text counts as not sent: clients cannot leave the member out. */
  readonly emptyIsAbsent?: true;
  readonly min?: number;
  readonly max?: number;
  /** Integers accepted outside min..max; -1 means no limit. */
  readonly special?: readonly number[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxBytes?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Names a `Filters` list may use; absent where none are published and any name passes. */
  readonly filterNames?: readonly string[];
  /** Filter names of which none may be used without the others. */
  readonly mustCombine?: readonly (readonly string[])[];
  /** Accepted whatever it holds, then left out of the validated input. */
  readonly ignored?: true;
}

export interface ActionContract<Code extends string = string> {
  readonly group: string;
  readonly rateLimitPerSecond: number;
  readonly input: readonly Member[];
  /** Codes published for this action; the common codes may be answered as well. */
  readonly errors: readonly Code[];
  /** Code answered when a member breaks a value rule, by member path ("RequestConfig.Method"), alone or with a rule ("Nodes:items"). */
  readonly violations?: Readonly<Record<string, Code>>;
}
