import { availableParallelism } from "node:os";
import { oneOf, setting, text, wholeNumber } from "../setting.ts";

const maxThreads = 256;

/** The process: where it keeps things, how it runs and ends. */
export const processSettings = {
  data: setting({
    env: "TURNPIKE_DATA",
    flag: "--data <dir>",
    default: "./data",
    parse: text,
    help: "Folder that holds the database, the master key, the root account and the access log.",
  }),
  threads: setting({
    env: "TURNPIKE_THREADS",
    flag: "--threads <n>",
    default: Math.min(availableParallelism(), maxThreads),
    shownDefault: "one per core",
    parse: wholeNumber(1, maxThreads),
    help: "Threads that serve callers on the same port; with 1 the main thread does it. All limits are exact across them.",
  }),
  role: setting<"all" | "control" | "gateway">({
    env: "TURNPIKE_ROLE",
    flag: "--role <role>",
    default: "all",
    parse: oneOf("all", "control", "gateway"),
    help: "Which parts run here: all, control or gateway. This version knows only all.",
  }),
  instance: setting<string | null>({
    env: "TURNPIKE_INSTANCE",
    default: null,
    shownDefault: "none",
    parse: text,
    help: "Id of the exclusive instance this node belongs to: it serves the services placed there and no others.",
  }),
  drainSeconds: setting({
    env: "TURNPIKE_DRAIN_SECONDS",
    default: 30,
    parse: wholeNumber(0, 3_600),
    help: "Longest time calls in flight are given to finish when the program is told to stop.",
  }),
  logLevel: setting({
    env: "TURNPIKE_LOG_LEVEL",
    default: "info",
    parse: oneOf("debug", "info", "warn", "error", "silent"),
    help: "What is logged on standard error: debug, info, warn, error or silent.",
  }),
} as const;
