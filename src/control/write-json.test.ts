import assert from "node:assert/strict";
import { test } from "node:test";
import { writeJson } from "./write-json.ts";

const long = Array.from({ length: 2_345 }, (_, index) => ({ Name: `"${index}"`, At: null, Left: undefined }));

test("JSON of long lists, wherever they are, is what JSON.stringify writes", async () => {
  const values = [
    { Result: { TotalCount: 2, Set: [1, 2] } },
    {
      Result: { Before: "é", Set: long, Ids: long.map(({ Name }) => Name), None: undefined, Empty: [], Nothing: null },
    },
    { Set: [{ Apis: long, Name: "a" }, null, { Apis: [] }, [long, 1]] },
    { Set: Array.from({ length: 1_001 }, () => undefined) },
    long,
  ];
  for (const value of values) assert.equal(await writeJson(value), JSON.stringify(value));
});

test("others have their turn while a long list is written", async () => {
  const order: string[] = [];
  const written = writeJson({ long }).then(() => order.push("written"));
  setImmediate(() => order.push("other"));
  await written;
  assert.deepEqual(order, ["other", "written"]);
});
