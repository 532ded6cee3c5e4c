import { appendField } from "../http1/field-block.ts";
import { endsHere } from "../http1/hop-by-hop.ts";
import type { FieldRewriter, MessageHead } from "../http1/message-head.ts";
import type { HeaderList } from "./headers.ts";

// Plugins read and change fields one by one, as lists; on the wire they are blocks of lines.

/** The block of a list's fields, each as it is unless `rewrite` says otherwise. */
export function fieldBlock(list: HeaderList, rewrite: FieldRewriter): string {
  let block = "";
  for (let index = 0; index < list.length; index += 2) {
    const name = list[index] ?? "";
    const value = list[index + 1] ?? "";
    const replaced = rewrite(name, value);
    block = replaced === null ? appendField(block, name, value) : block + replaced;
  }
  return block;
}

/** A message's fields without those that concern its connection only. */
export function endToEndFields({ fields, nominated }: MessageHead): HeaderList {
  const kept: string[] = [];
  for (let index = 0; index < fields.length; index += 2) {
    const name = fields[index] ?? "";
    if (!endsHere(name, nominated)) kept.push(name, fields[index + 1] ?? "");
  }
  return kept;
}
