import { equalsIgnoreCase } from "./grammar.ts";

const MAX_LENGTH = 32;
const NONE: readonly string[] = [];

/** A set of field names, asked without regard to case and without making a lower-case copy of the name. */
export class FieldNames {
  private readonly namesByLength: readonly (readonly string[])[];
  /** One bit per length and first letter: these two tell nearly every other name apart. */
  private readonly firstLettersByLength = new Uint32Array(MAX_LENGTH);

  /** `names` are lower case. */
  constructor(names: readonly string[]) {
    this.namesByLength = Array.from({ length: MAX_LENGTH }, (_, length) =>
      names.filter((name) => name.length === length),
    );
    for (const name of names) {
      if (name.length >= MAX_LENGTH) throw new RangeError(`field name ${name} is too long for this set`);
      this.firstLettersByLength[name.length] = this.lettersAt(name.length) | letterBit(name);
    }
  }

  has(name: string): boolean {
    return (this.lettersAt(name.length) & letterBit(name)) !== 0 && this.isListed(name);
  }

  private isListed(name: string): boolean {
    for (const listed of this.namesByLength[name.length] ?? NONE) {
      if (equalsIgnoreCase(name, 0, name.length, listed)) return true;
    }
    return false;
  }

  private lettersAt(length: number): number {
    return length < MAX_LENGTH ? (this.firstLettersByLength[length] ?? 0) : 0;
  }
}

/** The same for both cases of a letter. */
function letterBit(name: string): number {
  return 1 << (name.charCodeAt(0) & 31);
}
