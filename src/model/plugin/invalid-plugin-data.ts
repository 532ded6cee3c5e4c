/** Which rule of plugin data is broken. */
export type PluginRule =
  | "json"
  | "missing"
  | "backend-missing"
  | "value"
  | "condition"
  | "duplicate"
  | "too-many"
  | "backend-type"
  | "backend-url"
  | "backend-address"
  | "backend-port"
  | "backend-path"
  | "backend-config"
  | "function"
  | "upstream"
  | "unsupported";

/** Plugin data that cannot be used. The message is a sentence, without its full stop, for the author of the data. */
export class InvalidPluginData extends Error {
  override readonly name = "InvalidPluginData";
  readonly rule: PluginRule;

  constructor(rule: PluginRule, message: string) {
    super(message);
    this.rule = rule;
  }
}
