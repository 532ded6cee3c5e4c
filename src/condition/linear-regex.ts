import { RE2JS, RE2JSException } from "re2js";

// RE2 needs time in proportion to program size × text length, so both are bounded.
const maxProgramSize = 300;
const maxTextLength = 8_192;

/** A pattern that RE2 refuses, back-references and look-around among them, or that is too large. */
export class InvalidRegex extends Error {
  override readonly name = "InvalidRegex";
}

/** Tells whether the pattern matches anywhere in a text; only the first 8192 characters of the text are looked at. */
export function compileLinearRegex(pattern: string): (text: string) => boolean {
  const regex = compile(pattern);
  return (text) => regex.matcher(text.slice(0, maxTextLength)).find();
}

function compile(pattern: string): RE2JS {
  try {
    const regex = RE2JS.compile(pattern);
    if (regex.programSize() > maxProgramSize) throw new InvalidRegex("the regular expression is too large");
    return regex;
  } catch (error) {
    if (error instanceof RE2JSException) throw new InvalidRegex(error.message);
    // Nesting deep enough to exhaust the stack.
    if (error instanceof RangeError) throw new InvalidRegex("the regular expression is nested too deeply");
    throw error;
  }
}
