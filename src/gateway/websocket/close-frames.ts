/** The endpoint is going away, such as a server that stops (RFC 6455 §7.4.1). */
const GOING_AWAY = 1001;

const status = Buffer.alloc(2);
status.writeUInt16BE(GOING_AWAY);

const FINAL_CLOSE = 0x88;
const MASKED = 0x80;

/** Close frames with the status 1001 (RFC 6455 §5.5.1). What goes to a server has to be masked; the key hides nothing here. */
export const closeForCaller = Buffer.from([FINAL_CLOSE, status.length, ...status]);
export const closeForBackend = Buffer.from([FINAL_CLOSE, MASKED | status.length, 0, 0, 0, 0, ...status]);
