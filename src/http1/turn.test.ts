import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { turn } from "./turn.ts";

test("all that arrived is handled before anything of what it led to is sent", async () => {
  const steps: string[] = [];
  for (const name of ["a", "b"]) {
    turn.handleRequest({
      handleArrived() {
        steps.push(`handle ${name}`);
        turn.sendLater({ flush: () => steps.push(`send ${name}`) });
      },
    });
  }
  assert.deepEqual(steps, []);
  await nextTurn();
  assert.deepEqual(steps, ["handle a", "handle b", "send a", "send b"]);
});

test("answers are handled in a row, and then requests", async () => {
  const steps: string[] = [];
  for (const name of ["a", "b"]) {
    turn.handleRequest({ handleArrived: () => steps.push(`request ${name}`) });
    turn.handleAnswer({ handleArrived: () => steps.push(`answer ${name}`) });
  }
  await nextTurn();
  assert.deepEqual(steps, ["answer a", "answer b", "request a", "request b"]);
});

test("what arrives while a turn is handled waits for the next", async () => {
  const steps: string[] = [];
  turn.handleRequest({ handleArrived: () => turn.handleRequest({ handleArrived: () => steps.push("second") }) });
  await nextTurn();
  assert.deepEqual(steps, []);
  await nextTurn();
  assert.deepEqual(steps, ["second"]);
});

test("who waits for every socket to be looked at waits for one whole reading, not for the rest of one", async () => {
  const steps: string[] = [];
  const mark = (step: string) => turn.handleRequest({ handleArrived: () => steps.push(step) });
  turn.afterLook({ onAllRead: () => steps.push("asked while reading") });
  turn.handleRequest({ handleArrived: () => turn.afterLook({ onAllRead: () => steps.push("asked while handling") }) });
  mark("turn 1");
  await nextTurn();
  mark("turn 2");
  await nextTurn();
  assert.deepEqual(steps, ["turn 1", "asked while reading", "asked while handling", "turn 2"]);
});
