import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { turn } from "./turn.ts";

test("all that arrived is handled before anything of what it led to is sent", async () => {
  const steps: string[] = [];
  for (const name of ["a", "b"]) {
    turn.handleLater({
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

test("what arrives while a turn is handled waits for the next", async () => {
  const steps: string[] = [];
  turn.handleLater({ handleArrived: () => turn.handleLater({ handleArrived: () => steps.push("second") }) });
  await nextTurn();
  assert.deepEqual(steps, []);
  await nextTurn();
  assert.deepEqual(steps, ["second"]);
});

test("who waits for every socket to be looked at waits for one whole reading, not for the rest of one", async () => {
  const steps: string[] = [];
  const mark = (step: string) => turn.handleLater({ handleArrived: () => steps.push(step) });
  turn.afterLook({ onAllRead: () => steps.push("asked while reading") });
  turn.handleLater({ handleArrived: () => turn.afterLook({ onAllRead: () => steps.push("asked while handling") }) });
  mark("turn 1");
  await nextTurn();
  mark("turn 2");
  await nextTurn();
  assert.deepEqual(steps, ["turn 1", "asked while reading", "asked while handling", "turn 2"]);
});
