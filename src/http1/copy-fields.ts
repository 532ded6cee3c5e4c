import { endsHere } from "./hop-by-hop.ts";
import type { FieldRewriter, MessageHead } from "./message-head.ts";

/**
 * The fields that go on, each as its received line unless `rewriter` says otherwise. Lines that stand together are
 * taken over in one piece.
 */
export function copyFields(head: MessageHead, rewriter: FieldRewriter | null): string {
  const { copied } = head;
  if (copied !== null && copied.rewriter === rewriter) return copied.block;
  const block = copy(head, rewriter);
  head.copied = { rewriter, block };
  return block;
}

function copy(head: MessageHead, rewriter: FieldRewriter | null): string {
  const { fields, lines, nominated, text } = head;
  let block = "";
  let runStart = 0;
  let runEnd = 0;
  for (let i = 0; i < fields.length; i += 2) {
    const name = fields[i] ?? "";
    let line: string | null = "";
    if (!endsHere(name, nominated)) line = rewriter === null ? null : rewriter(name, fields[i + 1] ?? "");
    const start = lines[i] ?? 0;
    if (line === null && start === runEnd) runEnd = lines[i + 1] ?? 0;
    else {
      if (runEnd > runStart) block += text.slice(runStart, runEnd);
      runStart = start;
      runEnd = line === null ? (lines[i + 1] ?? 0) : start;
      if (line !== null) block += line;
    }
  }
  return runEnd > runStart ? block + text.slice(runStart, runEnd) : block;
}
