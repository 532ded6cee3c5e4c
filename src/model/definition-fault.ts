/** Which rule of an API's definition is broken. */
export type DefinitionRule =
  | "request-path"
  | "request-parameters"
  | "backend-type"
  | "websocket-method"
  | "function"
  | "backend-url"
  | "backend-address"
  | "backend-port"
  | "backend-path"
  | "backend-config"
  | "upstream"
  | "mock-body"
  | "backend-parameters"
  | "parameter-source"
  | "path-variable"
  | "constant-parameters";

/** A broken rule with a sentence, without its full stop, for the author of the API. */
export interface DefinitionFault {
  readonly rule: DefinitionRule;
  readonly message: string;
  /** What the sentence is about, in the author's own words: to be quoted with care. */
  readonly subject?: string;
}
