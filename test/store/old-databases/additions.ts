import {
  makeAppsAndOauth,
  makeDomainsInstancesDocs,
  makePluginsAndIpStrategies,
  makeUpstreams,
  tagApp,
  tagPlugin,
} from "./later-families.ts";
import type { Program } from "./program.ts";
import { makeShop } from "./shop.ts";

/**
 * By schema, what programs of it could make that earlier ones could not. Each makes services of its own, so that what it tells
 * of the others does not depend on the schema. No program ever ran on schemas 2 and 3, which are steps on the way to 4.
 */
export const additions: ReadonlyMap<number, readonly ((program: Program) => Promise<void>)[]> = new Map([
  [1, [makeShop]],
  [4, [makeAppsAndOauth, makeDomainsInstancesDocs, makePluginsAndIpStrategies]],
  [5, [makeUpstreams]],
  [6, [tagApp]],
  [7, [tagPlugin]],
  [8, []],
  [9, []],
]);
