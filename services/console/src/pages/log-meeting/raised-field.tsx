import { receptions } from '@demarche/contracts/vocabularies';
import { useState } from 'preact/hooks';
import { fieldId } from '../../forms/field-id.ts';
import { ChipsField, DayField, LineField } from '../../forms/fields.tsx';
import type { KnownBefore } from './before-you-write.document.ts';
import { type MeetingFields, NOT_RAISED, type RaisedFields } from './meeting-fields.ts';

type Candidate = KnownBefore['recommendations']['nodes'][number];

interface RaisedProps {
  readonly candidates: readonly Candidate[];
  readonly raised: MeetingFields['raised'];
  set(raised: MeetingFields['raised']): void;
  faultAt(field: string): string | undefined;
}

const FIRST_SHOWN = 4;
const lower = Object.fromEntries(Object.entries(receptions).map(([code, label]) => [code, label.toLowerCase()]));

interface OneProps {
  readonly candidate: Candidate;
  readonly held: RaisedFields | undefined;
  readonly fault: string | undefined;
  put(held: RaisedFields | null): void;
}

const Opened = ({ candidate: { reference, text }, held, fault, put }: OneProps & { readonly held: RaisedFields }) => (
  <div class="raised__opened">
    <ChipsField
      strip
      name={`raised.${reference}`}
      label={`How they took: ${text}`}
      options={lower}
      fault={fault}
      value={held.reception}
      set={(reception) => put({ ...held, reception: reception as RaisedFields['reception'] })}
    />
    <div class="raised__promise">
      <LineField
        name={`${reference}.promise`}
        label="Promise"
        hint="What they said they would do"
        optional
        max={4000}
        value={held.promise}
        set={(promise) => put({ ...held, promise })}
      />
      {held.promise && (
        <>
          <DayField
            name={`${reference}.dueOn`}
            label="Due"
            optional
            value={held.dueOn}
            set={(dueOn) => put({ ...held, dueOn })}
          />
          <LineField
            name={`${reference}.by`}
            label="By"
            hint="Ministry or body"
            optional
            value={held.responsibleBody}
            set={(responsibleBody) => put({ ...held, responsibleBody })}
          />
        </>
      )}
    </div>
  </div>
);

const One = (props: OneProps) => {
  const { candidate, held, put } = props;
  return (
    <li class={held ? 'raised raised--on' : 'raised'}>
      <label class="tick">
        <input
          type="checkbox"
          checked={held !== undefined}
          onChange={(event) => put(event.currentTarget.checked ? NOT_RAISED : null)}
        />
        <span>
          <strong>{candidate.ordinal}.</strong> {candidate.text}
        </span>
      </label>
      {held && <Opened {...props} held={held} />}
    </li>
  );
};

/** This year’s recommendations; ticking one opens how it was taken, and a place for a promise. */
export const RaisedField = ({ candidates, raised, set, faultAt }: RaisedProps) => {
  const [all, setAll] = useState(false);
  const shown = candidates.filter(({ reference }, index) => all || index < FIRST_SHOWN || raised[reference]);
  const put = (reference: string, held: RaisedFields | null) => {
    const { [reference]: _, ...others } = raised;
    set(held ? { ...others, [reference]: held } : others);
  };
  return (
    <fieldset class="raised-field" id={fieldId('raised')} tabIndex={-1}>
      <legend class="usa-label">Which recommendations came up, and how they took it</legend>
      {candidates.length === 0 && <p class="quiet">No recommendations of this country are on record.</p>}
      <ul>
        {shown.map((candidate) => (
          <One
            key={candidate.reference}
            candidate={candidate}
            held={raised[candidate.reference]}
            fault={faultAt(`raised.${candidate.reference}`)}
            put={(held) => put(candidate.reference, held)}
          />
        ))}
      </ul>
      {shown.length < candidates.length && (
        <button type="button" class="chip" onClick={() => setAll(true)}>
          Show the other {candidates.length - shown.length}
        </button>
      )}
    </fieldset>
  );
};
