import type { Client } from "../management.ts";

/** Replies by action, in the order they came; a failure is kept as its `Error` member, as it stands on the wire. */
export type KeptReplies = Map<string, Readonly<Record<string, unknown>>[]>;

/** The client, which keeps every reply from now on. Its methods all make their calls through `request`. */
export function keepReplies(client: Client, kept: KeptReplies): Client {
  const { request } = client;
  client.request = async (...call: Parameters<Client["request"]>) => {
    const [action] = call;
    const replies = kept.get(action) ?? [];
    kept.set(action, replies);
    try {
      const reply = await request.apply(client, call);
      replies.push(reply);
      return reply;
    } catch (error) {
      const { code: Code, message: Message, requestId: RequestId } = error as Record<string, unknown>;
      replies.push({ Error: { Code, Message }, RequestId });
      throw error;
    }
  };
  return client;
}
