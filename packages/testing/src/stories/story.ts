import { createHash } from 'node:crypto';
import {
  type CommandId,
  type EventType,
  eventCatalogue,
  type Officer,
  type RecordableEvent,
  type RecordedEvent,
  type StreamName,
  streamName,
} from '@demarche/contracts';
import { type EngagementStory, engagementStory } from './engagement-story.ts';
import { type ForumStory, forumStory } from './forum-story.ts';
import { type RecommendationStory, recommendationStory } from './recommendation-story.ts';
import { type ReportStory, reportStory } from './report-story.ts';
import { lead } from './story-persons.ts';

/** Puts one event on the record of a story. The data is parsed by the event's schema, so a story cannot tell what cannot happen. */
export type Tell = (type: EventType, id: string, data: object) => void;

export interface Story extends ReportStory, RecommendationStory, EngagementStory, ForumStory {
  /** From now on things are recorded at this moment; a bare day means its noon in UTC. */
  recordedOn(moment: string): Story;
  /** Everything told so far, in order of position. */
  events(): readonly RecordedEvent[];
  /** The position of the event told last; 0 before the first. */
  position(): number;
}

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const metadataOf = (commandId: string, officer: Officer, recordedAt: string): RecordedEvent['metadata'] => ({
  commandId: commandId as CommandId,
  commandFingerprint: commandId,
  correlationId: commandId,
  causationId: commandId,
  actor: officer.id,
  actorName: officer.name,
  role: officer.role,
  post: officer.post,
  marking: 'U',
  recordedAt,
  schemaVersion: '1',
});

/**
 * Tells a history of fictional countries in the words of the office, as the events that the services would have recorded:
 * `aStory().recordedOn('2026-05-02').publishes({ country: 'XKD', year: 2024 })`.
 */
export const aStory = (): Story => {
  const events: RecordedEvent[] = [];
  const revisions = new Map<StreamName, number>();
  let moment = '2026-07-01T12:00:00.000Z';
  const tell: Tell = (type, id, data) => {
    const definition = eventCatalogue[type];
    const stream = streamName(definition.stream, id);
    const revision = (revisions.get(stream) ?? -1) + 1;
    const eventId = uuidOf(`${stream}#${revision}`);
    revisions.set(stream, revision);
    const parsed = definition.data.parse(data) as RecordableEvent['data'];
    events.push({
      eventId,
      type,
      data: parsed,
      metadata: metadataOf(eventId, lead, moment),
      stream,
      revision,
      position: events.length + 1,
    });
  };
  const story: Story = {
    recordedOn(next) {
      moment = next.length === 10 ? `${next}T12:00:00.000Z` : next;
      return story;
    },
    events: () => events,
    position: () => events.length,
    ...reportStory(tell, () => story),
    ...recommendationStory(tell, () => story),
    ...engagementStory(tell, () => story),
    ...forumStory(tell, () => story),
  };
  return story;
};
