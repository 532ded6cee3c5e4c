import { SPICES } from "./attack-dictionary.ts";
import type { Random } from "./random.ts";

/** Damages latin1 text in one place. */
export function mutate(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const cut = (removed: number, put: string) => text.slice(0, at) + put + text.slice(at + removed);
  switch (random.below(11)) {
    case 0:
    case 1:
      return cut(0, random.pick(SPICES));
    case 2:
      return cut(1, "");
    case 3:
      return cut(1, random.pick(SPICES));
    case 4:
      return cut(1, String.fromCharCode(random.below(256)));
    case 5:
      return cut(1, String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(8))));
    case 6:
      return cut(0, text.slice(at, at + 1 + random.below(12)));
    case 7:
      return cut(1 + random.below(12), "");
    case 8:
      return text.slice(0, at);
    default:
      return moveLine(text, random);
  }
}

/** Doubles, drops or swaps a line. */
function moveLine(text: string, random: Random): string {
  const lines = text.split("\r\n");
  const to = random.below(lines.length);
  const from = random.below(lines.length);
  const moved = lines[from] ?? "";
  const kind = random.below(3);
  if (kind === 0) lines.splice(to, 0, moved);
  else if (kind === 1) lines.splice(to, 1);
  else {
    lines[from] = lines[to] ?? "";
    lines[to] = moved;
  }
  return lines.join("\r\n");
}

/** The beginning of one message and the end of another. */
export function splice(first: string, second: string, random: Random): string {
  return first.slice(0, random.below(first.length + 1)) + second.slice(random.below(second.length + 1));
}
