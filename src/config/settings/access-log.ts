import { oneOf, setting, wholeNumber } from "../setting.ts";

/** Where the access log goes. */
export const accessLogSettings = {
  accessLog: setting({
    env: "TURNPIKE_ACCESS_LOG",
    default: "file",
    parse: oneOf("file", "stdout", "off"),
    help: "Where the access log goes: `file` (`access.log` in the data folder), `stdout` or `off`.",
  }),
  accessLogMaxMb: setting({
    env: "TURNPIKE_ACCESS_LOG_MAX_MB",
    default: 100,
    parse: wholeNumber(1, 100_000),
    help: "Megabytes after which the access log file is rotated.",
  }),
  accessLogFiles: setting({
    env: "TURNPIKE_ACCESS_LOG_FILES",
    default: 10,
    parse: wholeNumber(1, 10_000),
    help: "Access log files kept, the current one included.",
  }),
} as const;
