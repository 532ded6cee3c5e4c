const maxQuotedCharacters = 64;

/** A caller's text made safe to repeat in a message: shortened, and without control characters or backticks. */
export function quote(text: string): string {
  let quoted = "";
  let characters = 0;
  for (const character of text) {
    if (characters === maxQuotedCharacters) return `${quoted}…`;
    quoted += isPlain(character) ? character : `\\u${codeUnit(character)}`;
    characters += 1;
  }
  return quoted;
}

/** Control characters, line separators, direction overrides and lone surrogates could disturb a log or a terminal. */
function isPlain(character: string): boolean {
  return character !== "`" && !/^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]$/u.test(character);
}

function codeUnit(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
}
