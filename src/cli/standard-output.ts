/**
 * Lets a command outlive the reader of its output: when `head` or a pager has seen enough, the rest is not missed, and a
 * server goes on serving. Output that is lost otherwise, as on a full disk, is told once and makes the command fail.
 */
export function tolerateLostOutput(): void {
  let isTold = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || isTold) return;
    isTold = true;
    process.exitCode = 1;
    process.stderr.write(`turnpike: cannot write to standard output: ${error.message}\n`);
  });
  // There is nowhere left to tell it.
  process.stderr.on("error", () => {});
}
