const MAX_LENGTH = 32;

/** A set of field names, asked without regard to case and without making a lower-case copy of nearly every name. */
export class FieldNames {
  private readonly names: ReadonlySet<string>;
  /** One bit per length and first letter: these two tell nearly every other name apart. */
  private readonly firstLettersByLength = new Uint32Array(MAX_LENGTH);

  /** `names` are lower case. */
  constructor(names: readonly string[]) {
    this.names = new Set(names);
    for (const name of names) {
      if (name.length >= MAX_LENGTH) throw new RangeError(`field name ${name} is too long for this set`);
      this.firstLettersByLength[name.length] = this.lettersAt(name.length) | letterBit(name);
    }
  }

  has(name: string): boolean {
    return (this.lettersAt(name.length) & letterBit(name)) !== 0 && this.names.has(name.toLowerCase());
  }

  private lettersAt(length: number): number {
    return length < MAX_LENGTH ? (this.firstLettersByLength[length] ?? 0) : 0;
  }
}

/** The same for both cases of a letter. */
function letterBit(name: string): number {
  return 1 << (name.charCodeAt(0) & 31);
}
