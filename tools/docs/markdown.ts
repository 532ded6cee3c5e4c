/** A Markdown table. Cells may hold anything but line breaks; `|` is escaped. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Pieces of a page, separated by blank lines, under a note on where the page comes from. */
export function page(title: string, source: string, pieces: readonly string[]): string {
  const note = `<!-- Written by tools/generate.ts from ${source}. Do not edit. -->`;
  return `${[note, `# ${title}`, ...pieces].join("\n\n")}\n`;
}
