import { largeAnswerBytes, smallAnswerBytes } from "./backend.ts";

/** Keys known to every gateway that checks. Each is in a usage plan of its own kind. */
export interface BenchKey {
  readonly id: string;
  readonly secret: string;
}

export interface BenchKeys {
  /** Unlimited in rate; their plan has a quota too large to be spent. */
  readonly open: readonly BenchKey[];
  /** In a plan that admits one call per second. */
  readonly throttled: BenchKey;
}

/** As many as one usage plan of Turnpike holds unless it is set up otherwise. */
const KEY_COUNT = 50;

export function makeKeys(): BenchKeys {
  const key = (name: string): BenchKey => ({ id: `bench-key-${name}`, secret: `bench-secret-of-${name}` });
  return { open: Array.from({ length: KEY_COUNT }, (_, index) => key(String(index))), throttled: key("throttled") };
}

/** The four APIs behind every gateway: what is published and where it leads are spelt the same. */
export const apis = [
  { name: "small", method: "GET", path: "/small" },
  { name: "large", method: "GET", path: "/large" },
  { name: "post", method: "POST", path: "/post" },
  { name: "upload", method: "POST", path: "/upload" },
] as const;

type ApiName = (typeof apis)[number]["name"];

export interface Case {
  readonly name: string;
  readonly title: string;
  readonly api: ApiName;
  readonly requestBytes: number;
  /** Fewest body bytes of a good answer. */
  readonly answerBytes: number;
  readonly status: 200 | 401 | 429;
  readonly caller: "open" | "throttled" | "wrong secret";
  /** How many of the keys call. */
  readonly keyCount: number;
  /** How many different X-Dates each key signs: with 1, the same signed headers come again and again. */
  readonly datesPerKey: number;
  /** Calls per second of the paced run, well below what the slowest gateway can do. */
  readonly pacedRate: number;
  /** Whether every number of connections is tried, or only the middle one. */
  readonly isMain: boolean;
}

const keyedGet: Case = {
  name: "get",
  title: "keyed GET, 100-byte answer",
  api: "small",
  requestBytes: 0,
  answerBytes: smallAnswerBytes,
  status: 200,
  caller: "open",
  keyCount: 10,
  datesPerKey: 1,
  pacedRate: 500,
  isMain: true,
};

export const cases: readonly Case[] = [
  keyedGet,
  {
    ...keyedGet,
    name: "fresh",
    title: "keyed GET, signature not seen before",
    keyCount: KEY_COUNT,
    datesPerKey: 800,
    isMain: false,
  },
  { ...keyedGet, name: "post", title: "keyed POST of 1 KB", api: "post", requestBytes: 1_024, isMain: false },
  {
    ...keyedGet,
    name: "large",
    title: "keyed GET, 64 KB answer",
    api: "large",
    answerBytes: largeAnswerBytes,
    pacedRate: 200,
    isMain: false,
  },
  {
    ...keyedGet,
    name: "upload",
    title: "keyed upload of 1 MB",
    api: "upload",
    requestBytes: 1_048_576,
    pacedRate: 20,
    isMain: false,
  },
  {
    ...keyedGet,
    name: "refused",
    title: "refused: wrong signature",
    status: 401,
    caller: "wrong secret",
    answerBytes: 0,
    isMain: false,
  },
  {
    ...keyedGet,
    name: "throttled",
    title: "throttled: over the plan's rate",
    status: 429,
    caller: "throttled",
    answerBytes: 0,
    isMain: false,
  },
];
