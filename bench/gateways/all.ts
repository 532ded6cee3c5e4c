import type { Gateway } from "./gateway.ts";
import { haproxy } from "./haproxy.ts";
import { haproxyCheck } from "./haproxy-check.ts";
import { nginx } from "./nginx.ts";
import { nginxLua } from "./nginx-lua.ts";
import { nodeGateway } from "./node-gateway.ts";
import { turnpike } from "./turnpike.ts";

export const gateways: readonly Gateway[] = [
  turnpike,
  nginx,
  haproxy,
  nginxLua,
  haproxyCheck,
  nodeGateway("fastify-http-proxy", "@fastify/http-proxy"),
  nodeGateway("fast-gateway", "fast-gateway"),
  nodeGateway("express-gateway", "express-gateway"),
];
