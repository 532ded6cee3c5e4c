/** The answer of API 2.0 until it is served, in its own flat form. 6100: not supported in this version. */
export function legacyNotYet(): string {
  return JSON.stringify({
    code: 6100,
    message: "API 2.0 is not implemented by this version of Turnpike.",
    codeDesc: "UnsupportedOperation",
  });
}
