import type { Store } from "../store/store.ts";
import { loadComplete } from "./complete.ts";
import type { SnapshotDelta, SnapshotSource } from "./delta.ts";
import type { OnUnreadable, SnapshotSettings } from "./load.ts";
import { loadStep } from "./step.ts";
import { UnreadableRecords } from "./unreadable-records.ts";

export interface SnapshotFeedOptions extends SnapshotSettings {
  /** How often to look for changes another process has written. */
  readonly pollIntervalMs: number;
  /** Told of every build and every subscriber that failed: the state before stays in force, and the next poll tries again. */
  readonly onError: (error: unknown) => void;
  /** Told of every record that is left out because its secret cannot be decrypted; all others are served. */
  readonly onUnreadable: OnUnreadable;
}

export interface SnapshotFeed extends SnapshotSource {
  /**
   * Resolves when everything committed before the call has been handed to all subscribers; rejects when that could not
   * be built.
   */
  catchUp(): Promise<void>;
  /** Position of what subscribers have been handed, 0 before there are any. */
  readonly seq: number;
  /** How many records are left out because their secrets cannot be decrypted. */
  readonly unreadableCount: number;
  close(): void;
}

type Apply = (delta: SnapshotDelta) => void;

/** The complete state, and the records that are left out of it. */
interface Loaded {
  readonly complete: SnapshotDelta;
  readonly found: ReadonlySet<string>;
}

/** Follows the store's change log and hands each step to its subscribers, to all of them in the same turn. */
export function createSnapshotFeed(store: Store, options: SnapshotFeedOptions): SnapshotFeed {
  const subscribers = new Set<Apply>();
  /** Those that failed to apply a delta: what they serve now is not known, so only the complete state helps them. */
  const lost = new Set<Apply>();
  const unreadable = new UnreadableRecords(options.onUnreadable);
  let seq = 0;
  // Builds run one after another, or deltas could arrive out of order.
  let lastBuild: Promise<unknown> = Promise.resolve();
  let waitingStep: Promise<void> | undefined;

  function afterOtherBuilds<T>(build: () => Promise<T>): Promise<T> {
    const result = lastBuild.then(build);
    // Apart, so that the next build comes even if reporting throws.
    lastBuild = result.catch(() => {});
    result.catch(options.onError);
    return result;
  }

  async function step(): Promise<void> {
    // From here on a new call needs a step of its own: this one may read the log before that call's commit.
    waitingStep = undefined;
    if (subscribers.size === 0) return;
    const found = new Set<string>();
    const onUnreadable = (record: string) => void found.add(record);
    const { delta, complete } = await store.read(async (tx) => ({
      delta: await loadStep(tx, seq, options, onUnreadable),
      complete: lost.size === 0 ? undefined : await loadComplete(tx, options, onUnreadable),
    }));
    const latest = complete ?? delta;
    if (latest) unreadable.update(latest, found);
    if (delta) seq = delta.seq;
    for (const apply of subscribers) {
      const next = lost.has(apply) ? complete : delta;
      if (next) hand(apply, next);
    }
  }

  function hand(apply: Apply, delta: SnapshotDelta): void {
    try {
      apply(delta);
      lost.delete(apply);
    } catch (error) {
      // One subscriber's failure must not keep the step from the others.
      lost.add(apply);
      options.onError(error);
    }
  }

  /** `complete` may be older than what the others have been handed. */
  async function join(apply: Apply, { complete, found }: Loaded): Promise<() => void> {
    unreadable.update(complete, found);
    const missed = complete.seq < seq ? await loadMissed(complete.seq) : undefined;
    apply(complete);
    if (missed !== undefined) apply(missed);
    // Those who joined earlier still need the steps up to here; repeating them does the new one no harm.
    if (subscribers.size === 0) seq = complete.seq;
    // A function of its own: the same `apply` may subscribe twice.
    const subscriber: Apply = (delta) => apply(delta);
    subscribers.add(subscriber);
    return () => {
      subscribers.delete(subscriber);
      lost.delete(subscriber);
    };
  }

  async function loadAll(): Promise<Loaded> {
    const found = new Set<string>();
    const complete = await store.read((tx) => loadComplete(tx, options, (record) => void found.add(record)));
    return { complete, found };
  }

  async function loadMissed(since: number): Promise<SnapshotDelta | undefined> {
    const found = new Set<string>();
    const missed = await store.read((tx) => loadStep(tx, since, options, (record) => void found.add(record)));
    if (missed !== undefined) unreadable.update(missed, found);
    return missed;
  }

  function catchUp(): Promise<void> {
    waitingStep ??= afterOtherBuilds(step);
    return waitingStep;
  }

  // A failure has been reported already.
  const poll = setInterval(() => catchUp().catch(() => {}), options.pollIntervalMs).unref();

  return {
    // Loading takes long where there is much, and nobody's changes are to wait for it.
    async subscribe(apply) {
      const loaded = await loadAll().catch((error: unknown) => {
        options.onError(error);
        throw error;
      });
      return afterOtherBuilds(() => join(apply, loaded));
    },
    catchUp,
    get seq() {
      return seq;
    },
    get unreadableCount() {
      return unreadable.count;
    },
    close() {
      clearInterval(poll);
      subscribers.clear();
      lost.clear();
    },
  };
}
