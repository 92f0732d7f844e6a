import { channels, deliveryForms, fbsObjectives, forums, markings, pillars } from '@demarche/contracts/vocabularies';
import { useNameOf } from '../../app/country-names.tsx';
import { Facts } from '../../marks/facts.tsx';
import { LinkedList } from '../../marks/linked-list.tsx';
import { dayInWords, listInWords } from '../../words/days.ts';
import type { EngagementHeld } from './engagement.document.ts';

const named = (people: EngagementHeld['theirParticipants']): string =>
  people.map(({ name, title, body }) => [name, title, body].filter(Boolean).join(', ')).join('; ');

const loggedIn = ({ loggedBy, recordedAt, correctedAt }: EngagementHeld): string =>
  `${loggedBy.name}, ${dayInWords(recordedAt)}${correctedAt ? `; corrected ${dayInWords(correctedAt)}` : ''}`;

/** Who, where, how, and under what marking. */
export const EngagementFacts = ({ held }: { readonly held: EngagementHeld }) => {
  const nameOf = useNameOf();
  return (
    <Facts
      rows={[
        ['Countries', <LinkedList key="countries" references={held.countries} under="/countries" named={nameOf} />],
        ['How', `${channels[held.channel]}, ${deliveryForms[held.deliveryForm].toLowerCase()}`],
        ['Forum', held.forum && forums[held.forum]],
        ['Place', held.place],
        ['Their side', named(held.theirParticipants)],
        ['Our side', named(held.ourParticipants)],
        ['Post', held.post],
        ['Pillars', listInWords(held.pillars.map((pillar) => pillars[pillar]))],
        ['Objective', held.fbsObjective && `${held.fbsObjective} ${fbsObjectives[held.fbsObjective]}`],
        ['Record copy', held.recordReference],
        ['Marking', markings[held.marking]],
        ['Logged by', loggedIn(held)],
      ]}
    />
  );
};
