import { type Address, address, addressBlocks, baseUrl, setting, text } from "../setting.ts";

/** Where the process listens, and the names it is reached by. */
export const listenerSettings = {
  management: setting<Address>({
    env: "TURNPIKE_MANAGEMENT",
    flag: "--management <host:port>",
    default: { host: "127.0.0.1", port: 7080 },
    shownDefault: "127.0.0.1:7080",
    parse: address,
    help: "Where the management API listens. Keep it on loopback unless the network in front of it is trusted.",
  }),
  publicUrl: setting<string | null>({
    env: "TURNPIKE_PUBLIC_URL",
    default: null,
    shownDefault: "the address of the management API",
    parse: baseUrl,
    help: "URL under which readers of API documents reach the management listener, such as `https://docs.example.com`.",
  }),
  gateway: setting<Address>({
    env: "TURNPIKE_GATEWAY",
    flag: "--gateway <host:port>",
    default: { host: "0.0.0.0", port: 8080 },
    shownDefault: "0.0.0.0:8080",
    parse: address,
    help: "Where callers reach the gateway.",
  }),
  gatewayTls: setting<Address | null>({
    env: "TURNPIKE_GATEWAY_TLS",
    flag: "--gateway-tls <host:port>",
    default: null,
    shownDefault: "off",
    parse: address,
    help: "Where callers reach the gateway over HTTPS, with HTTP/2 for those that speak it.",
  }),
  tlsCertificate: setting<string | null>({
    env: "TURNPIKE_TLS_CERTIFICATE",
    flag: "--tls-certificate <file>",
    default: null,
    shownDefault: "self-signed, made at the first start with HTTPS",
    parse: text,
    help: "PEM file of the certificate for HTTPS, with those that vouch for it. Custom domains have their own.",
  }),
  tlsKey: setting<string | null>({
    env: "TURNPIKE_TLS_KEY",
    flag: "--tls-key <file>",
    default: null,
    shownDefault: "that of the self-signed certificate",
    parse: text,
    help: "PEM file of the private key of `TURNPIKE_TLS_CERTIFICATE`.",
  }),
  domain: setting({
    env: "TURNPIKE_DOMAIN",
    default: "apigw.localhost",
    parse: (value) => text(value).toLowerCase(),
    help: "What the default domains of services end with: `{serviceId}-{appId}.{region short}.{domain}`.",
  }),
  trustedProxies: setting<readonly string[]>({
    env: "TURNPIKE_TRUSTED_PROXIES",
    default: [],
    shownDefault: "none",
    parse: addressBlocks,
    help: "Addresses of proxies in front, as CIDR blocks separated by commas, whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.",
  }),
} as const;
