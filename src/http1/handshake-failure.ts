/**
 * Why a TLS handshake came to nothing: the caller went away (checks that only connect do so too), took too long, refused us with
 * an alert (because it does not trust the certificate, say), or spoke what is not TLS or nothing both sides know.
 */
export type HandshakeFailure = "closed" | "timeout" | "alert" | "protocol";

/** From the error of `tlsClientError`. */
export function handshakeFailureOf({ code = "" }: NodeJS.ErrnoException): HandshakeFailure {
  if (code === "ERR_TLS_HANDSHAKE_TIMEOUT") return "timeout";
  if (code.includes("_ALERT_")) return "alert";
  return code.startsWith("ERR_SSL_") ? "protocol" : "closed";
}
