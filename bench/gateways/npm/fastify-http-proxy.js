import proxy from "@fastify/http-proxy";
import fastify from "fastify";
import { check, newRequestId } from "./check.js";

const server = fastify({ bodyLimit: 16 * 1024 * 1024 });

server.addHook("onRequest", async (request, reply) => {
  const refused = check(request.raw);
  const requestId = newRequestId();
  reply.header("X-Api-RequestId", requestId);
  request.raw.headers["x-api-requestid"] = requestId;
  if (refused !== undefined) return reply.code(refused.status).send({ message: refused.message });
});
await server.register(proxy, {
  upstream: process.env.BENCH_BACKEND,
  undici: { connections: 1024, pipelining: 1 },
});
await server.listen({ host: "127.0.0.1", port: Number(process.env.BENCH_PORT), backlog: 4096 });
