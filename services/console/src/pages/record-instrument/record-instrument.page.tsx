import { commitmentForces, forums } from '@demarche/contracts/vocabularies';
import { CommandPage } from '../../forms/command-page.tsx';
import { CountriesChoice } from '../../forms/countries-choice.tsx';
import { ChipsField, ChoiceField, DayField, LineField, TextField } from '../../forms/fields.tsx';
import { missing, orNull } from '../../forms/required.ts';
import { unknownCountries } from '../../forms/unknown-countries.ts';
import type { FieldFault } from '../../graphql/send-command.ts';
import { today } from '../../words/days.ts';

interface CommitmentDraft {
  readonly paragraph: string;
  readonly wording: string;
  readonly force: string;
  readonly measurableTarget: string;
  readonly dueOn: string;
  readonly countries: readonly string[];
}

const NONE: CommitmentDraft = {
  paragraph: '',
  wording: '',
  force: 'hortatory',
  measurableTarget: '',
  dueOn: '',
  countries: [],
};
const ONE: readonly CommitmentDraft[] = [NONE];

const commitmentInput = (draft: CommitmentDraft) => ({
  paragraph: orNull(draft.paragraph),
  wording: draft.wording.trim(),
  force: draft.force,
  measurableTarget: orNull(draft.measurableTarget),
  dueOn: orNull(draft.dueOn),
  countries: draft.countries,
  recommendations: [],
});

const checkTargets = (commitments: readonly CommitmentDraft[]): FieldFault[] =>
  commitments.flatMap(({ wording, force, measurableTarget }, index) =>
    wording.trim() && force === 'concrete' && !measurableTarget.trim()
      ? [
          {
            field: `commitments.${index}.measurableTarget`,
            message: 'A concrete commitment names what will be measured.',
          },
        ]
      : [],
  );

interface OneProps {
  readonly index: number;
  readonly draft: CommitmentDraft;
  put(changes: Partial<CommitmentDraft>): void;
  remove(): void;
  faultAt(name: string): string | undefined;
}

const OneCommitment = ({ index, draft, put, remove, faultAt }: OneProps) => {
  const bind = (name: Exclude<keyof CommitmentDraft, 'countries'>) => ({
    name: `commitments.${index}.${name}`,
    value: draft[name],
    fault: faultAt(`commitments.${index}.${name}`),
    set: (value: string) => put({ [name]: value }),
  });
  return (
    <fieldset class="follow-up">
      <legend class="usa-label">Commitment {index + 1}</legend>
      <LineField
        label="Paragraph"
        hint="As the document counts it: operative paragraph 4"
        optional
        {...bind('paragraph')}
      />
      <TextField label="Its words" rows={3} {...bind('wording')} />
      <ChipsField label="Force" options={commitmentForces} {...bind('force')} />
      {draft.force === 'concrete' && (
        <LineField label="What will be measured" max={4000} {...bind('measurableTarget')} />
      )}
      <DayField label="Due" optional {...bind('dueOn')} />
      <CountriesChoice
        name={`commitments.${index}.countries`}
        label="Countries bound"
        hint="By name, or three-letter code; none means all participants. Enter adds another."
        optional
        fault={faultAt(`commitments.${index}.countries`)}
        countries={draft.countries}
        set={(countries) => put({ countries })}
      />
      <button type="button" class="link-button" onClick={remove}>
        Remove this commitment
      </button>
    </fieldset>
  );
};

export const RecordInstrumentPage = () => (
  <CommandPage
    title="Record a text"
    lead="A resolution, declaration or decision that a forum adopted, with the commitments in it."
    crumbs={[{ to: '/forums', name: 'Forums' }]}
    command="recordForumInstrument"
    initial={{
      forum: '',
      documentSymbol: '',
      title: '',
      session: '',
      occurredOn: '',
      sourceAddress: '',
      commitments: ONE,
    }}
    check={({ forum, documentSymbol, title, occurredOn, commitments }) => [
      ...missing([
        ['forum', forum, 'Choose the forum.'],
        ['documentSymbol', documentSymbol, 'Give the symbol of the document, for example A/RES/72/1.'],
        ['title', title, 'Give its title.'],
        ['occurredOn', occurredOn, 'Give the day on which it was adopted.'],
      ]),
      ...checkTargets(commitments),
      ...commitments.flatMap(({ countries }, index) => unknownCountries(`commitments.${index}.countries`, countries)),
    ]}
    input={({ commitments, session, sourceAddress, ...rest }) => ({
      ...rest,
      session: orNull(session),
      sourceAddress: orNull(sourceAddress),
      commitments: commitments.filter(({ wording }) => wording.trim()).map(commitmentInput),
    })}
    rules={{
      'occurred-in-the-future': 'occurredOn',
      'instrument-on-record': 'documentSymbol',
      'due-before-adoption': 'occurredOn',
    }}
    save="Save the text"
    done="The text is recorded"
    next={({ subject }) => [
      { to: `/forums/${subject}`, name: 'Open the text' },
      { to: '/forums', name: 'Open the forums' },
    ]}
  >
    {({ bind, fields, put, faultAt }) => (
      <>
        <ChoiceField label="Forum" options={forums} none="Choose" {...bind('forum')} />
        <LineField
          label="Document symbol"
          hint="As the forum counts its documents: A/RES/72/1"
          max={60}
          {...bind('documentSymbol')}
        />
        <TextField label="Title" rows={2} {...bind('title')} />
        <LineField label="Session" optional {...bind('session')} />
        <DayField label="Adopted on" max={today()} {...bind('occurredOn')} />
        <LineField label="Web address of the text" type="url" max={2000} optional {...bind('sourceAddress')} />
        {fields.commitments.map((draft, index) => (
          <OneCommitment
            key={index}
            index={index}
            draft={draft}
            faultAt={faultAt}
            put={(changes) =>
              put({ commitments: fields.commitments.map((one, at) => (at === index ? { ...one, ...changes } : one)) })
            }
            remove={() => put({ commitments: fields.commitments.filter((_, at) => at !== index) })}
          />
        ))}
        <button type="button" class="chip" onClick={() => put({ commitments: [...fields.commitments, NONE] })}>
          + Add another commitment
        </button>
      </>
    )}
  </CommandPage>
);
