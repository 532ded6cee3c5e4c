import assert from "node:assert/strict";
import { test } from "node:test";
import { startTurnpike } from "../../harness/turnpike.ts";
import { race } from "./race.ts";
import { rivals } from "./rivals.ts";

// Both calls of a pair start together, the one and the other first in turn, against a store of several connections.
test("of calls that exclude each other and come together, one succeeds, whoever is first", async (t) => {
  const client = (await startTurnpike(t, { TURNPIKE_MAX_SERVICES: "1000" })).client();
  for (const { title, prepare, oneLoses, otherLoses } of rivals) {
    for (let round = 0; round < 4; round++) {
      const { one, other } = await prepare(client);
      const calls = round % 2 === 0 ? [one, other] : [other, one];
      const codes = await race(...calls);
      const [ofOne, ofOther] = round % 2 === 0 ? codes : codes.toReversed();
      const allowed = [`ok ${otherLoses}`, `${oneLoses} ok`];
      assert.ok(allowed.includes(`${ofOne} ${ofOther}`), `${title}: ${ofOne} and ${ofOther}`);
    }
  }
});
