import gateway from "fast-gateway";
import { checkStep } from "./check.js";

gateway({
  middlewares: [checkStep],
  routes: [{ prefix: "", target: process.env.BENCH_BACKEND }],
}).start(Number(process.env.BENCH_PORT), "127.0.0.1");
