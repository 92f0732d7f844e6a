import { type FeedBatch, logFeed as plainFeed } from '@demarche/messaging';

export * from '@demarche/messaging';

const MOST_OFTEN = 3;

/** A feed delivers at least once: here a batch comes twice or three times, and the one before it once more along with it. */
export const logFeed: typeof plainFeed = (...given) => {
  const feed = plainFeed(...given);
  return {
    ...feed,
    follow({ handle, ...options }) {
      let before: FeedBatch['events'] = [];
      return feed.follow({
        ...options,
        async handle({ events, head }) {
          const position = events.at(-1)?.position ?? 0;
          const times = MOST_OFTEN - (position % 2);
          // Whoever called it off is given nothing any more.
          for (let time = 0; time < times && !options.signal.aborted; time += 1) {
            await handle({ events: [...before, ...events], head });
          }
          before = events;
        },
      });
    },
  };
};
