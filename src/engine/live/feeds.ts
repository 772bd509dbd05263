import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { Feed } from './feed.ts';

/** The feeds of all workspaces, each made when somebody first listens. */
export interface Feeds {
  of(schema: string): Feed;
  /** Lets the listeners of a workspace go: it was closed, or they come again. */
  forget(schema: string): void;
  /** Something may have been written anywhere. */
  wake(): void;
  /** Ends when no feed reads any more. */
  close(): Promise<void>;
}

export function createFeeds(database: Database, registry: Registry, report: (error: unknown) => void): Feeds {
  const feeds = new Map<string, Feed>();
  return {
    of(schema) {
      const feed = feeds.get(schema) ?? new Feed(database, registry, schema, report);
      feeds.set(schema, feed);
      return feed;
    },
    forget(schema) {
      void feeds.get(schema)?.close();
      feeds.delete(schema);
    },
    wake() {
      for (const feed of feeds.values()) feed.wake();
    },
    async close() {
      await Promise.all([...feeds.values()].map((feed) => feed.close()));
    },
  };
}
