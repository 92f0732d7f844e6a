import { timelineSides } from '@demarche/contracts/vocabularies';
import type { ComponentChildren } from 'preact';
import { useAddress } from '../address/address-provider.tsx';
import type { TimelineEntry } from '../graphql/answers.ts';
import { EvidenceList } from '../marks/evidence-list.tsx';
import { dayInWords, today } from '../words/days.ts';
import { daysOf, type TimelineDay } from './days-of.ts';
import { describeEntry } from './describe-entry.ts';

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  /** The report year whose recommendations are called by their number alone. */
  readonly year: number | null;
  /** What can be done with an entry: withdraw it, sign it off. */
  readonly actionsFor?: ((entry: TimelineEntry) => ComponentChildren) | undefined;
}

const LONG = 220;

const More = ({ text }: { readonly text: string }) =>
  text.length <= LONG ? (
    <p class="entry__more">{text}</p>
  ) : (
    <details class="entry__more">
      <summary>{text.slice(0, text.lastIndexOf(' ', LONG))} …</summary>
      <p>{text}</p>
    </details>
  );

const Entry = ({ entry, year, actionsFor }: { readonly entry: TimelineEntry } & Omit<TimelineProps, 'entries'>) => {
  const { address, to } = useAddress();
  const { label, notes, text, more, tone, to: page } = describeEntry(entry, { day: address.point.on ?? today(), year });
  return (
    <article class={`entry entry--${tone}`} id={entry.id}>
      <h4 class="entry__label">
        <span class="entry__side">{timelineSides[entry.side]}: </span>
        {page ? <a href={to(page)}>{label}</a> : label}
        {notes.map((note) => (
          <span key={note} class="entry__note">
            {' · '}
            {note}
          </span>
        ))}
      </h4>
      <p class="entry__text">{text}</p>
      {more && <More text={more} />}
      {'evidence' in entry && <EvidenceList evidence={entry.evidence} />}
      {actionsFor?.(entry)}
    </article>
  );
};

const Day = ({ held, ...rest }: { readonly held: TimelineDay } & Omit<TimelineProps, 'entries'>) => {
  const sides = [held.ours, held.theirs] as const;
  const twoSided = held.ours.length + held.theirs.length > 0;
  return (
    <li class="day">
      <h3 class="day__date">
        <time dateTime={held.day}>{dayInWords(held.day)}</time>
      </h3>
      {twoSided &&
        sides.map((entries, index) => (
          <div
            key={index === 0 ? 'ours' : 'theirs'}
            class={index === 0 ? 'day__side day__side--ours' : 'day__side day__side--theirs'}
          >
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} {...rest} />
            ))}
          </div>
        ))}
      {held.both.length > 0 && (
        <div class="day__both">
          {held.both.map((entry) => (
            <Entry key={entry.id} entry={entry} {...rest} />
          ))}
        </div>
      )}
    </li>
  );
};

/** One timeline, two sides: left what we asked and said, right what they promised and did; a publication is a band across both. */
export const Timeline = ({ entries, ...rest }: TimelineProps) => (
  <div class="timeline">
    <div class="timeline__sides" aria-hidden="true">
      <span>We asked and said</span>
      <span>They promised and did</span>
    </div>
    <ol class="timeline__days">
      {daysOf(entries).map((held) => (
        <Day key={held.day} held={held} {...rest} />
      ))}
    </ol>
  </div>
);
