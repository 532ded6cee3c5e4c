import assert from "node:assert/strict";

/** Fails unless the call is answered with the error `code` and a message that `message` matches. */
export async function refused(call: Promise<unknown>, code: string, message = /./): Promise<void> {
  await assert.rejects(call, (error: { code?: string; message: string }) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  });
}

/** The error code a call is answered with, or "ok". */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "ok";
  } catch (error) {
    return String((error as { code?: string }).code);
  }
}

/** What the SDK's types call optional and a reply must have. */
export function present<T>(value: T | null | undefined): T {
  assert.ok(value !== undefined && value !== null);
  return value;
}
