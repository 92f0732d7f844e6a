import { deliveryStatuses } from '@demarche/contracts/vocabularies';
import { Answered } from '../../app/asked.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { CountriesChoice } from '../../forms/countries-choice.tsx';
import { type EvidenceDraft, EvidenceEditor, evidenceInput } from '../../forms/evidence-editor.tsx';
import { ChipsField, DayField, TextField } from '../../forms/fields.tsx';
import { missing } from '../../forms/required.ts';
import { unknownCountries } from '../../forms/unknown-countries.ts';
import type { Commitment } from '../../graphql/answers.ts';
import type { CommandName } from '../../graphql/command-document.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { dayInWords, today } from '../../words/days.ts';
import { deliveryOf } from '../../words/delivery.ts';
import { type CommitmentAnswer, CommitmentDocument } from '../commitment/commitment.document.ts';

const crumbsOf = (id: string) => [
  id.startsWith('ENG-') ? { to: '/promises', name: 'Promises' } : { to: '/forums', name: 'Forums' },
  { to: `/commitments/${id}`, name: id },
];

const back = (id: string) => () => [
  { to: `/commitments/${id}`, name: 'Open it' },
  { to: '/promises?due=overdue', name: 'What else is overdue' },
];

const DAY_RULES = { 'occurred-in-the-future': 'occurredOn', 'occurred-before-commitment': 'occurredOn' };

const soFar = (commitment: Commitment): string => {
  const delivery = deliveryOf(commitment);
  return delivery ? ` · delivery so far: ${deliveryStatuses[delivery].toLowerCase()}` : '';
};

const Brief = ({ id }: { readonly id: string }) => {
  const asked = useAnswer<CommitmentAnswer>({ document: CommitmentDocument, variables: { id } });
  return (
    <Answered asked={asked}>
      {({ commitment }) =>
        commitment && (
          <section class="panel" aria-label="What was promised">
            <p>“{commitment.wording}”</p>
            <p class="quiet">
              {commitment.dueOn ? `Due ${dayInWords(commitment.dueOn)}` : 'No due date'}
              {soFar(commitment)}
            </p>
            {commitment.measurableTarget && <p>To be measured: {commitment.measurableTarget}</p>}
          </section>
        )
      }
    </Answered>
  );
};

export const ReviewDeliveryPage = ({ id }: { readonly id: string }) => {
  const none: readonly EvidenceDraft[] = [];
  const anybody: readonly string[] = [];
  return (
    <CommandPage
      title="Review delivery"
      lead="How far it has been delivered. A delivered promise moves no assessment: record what was done as a concrete action."
      crumbs={crumbsOf(id)}
      command="reviewDelivery"
      initial={{ delivery: '', countries: anybody, occurredOn: today(), rationale: '', evidence: none }}
      check={({ delivery, rationale, occurredOn, countries }) => [
        ...missing([
          ['delivery', delivery, 'Choose how far it was delivered.'],
          ['rationale', rationale, 'Say how you know.'],
          ['occurredOn', occurredOn, 'Give the day.'],
        ]),
        ...unknownCountries('country', countries),
      ]}
      input={({ delivery, countries, occurredOn, rationale, evidence }) => ({
        commitmentId: id,
        delivery,
        occurredOn,
        rationale,
        country: countries[0] ?? null,
        evidence: evidenceInput(evidence),
      })}
      rules={{ ...DAY_RULES, 'country-not-bound': 'country', 'delivery-needs-evidence': 'evidence' }}
      save="Save the review"
      done="The review is recorded"
      next={back(id)}
      beside={<Brief id={id} />}
    >
      {({ bind, fields, put, faultAt }) => (
        <>
          <ChipsField label="Delivery" options={deliveryStatuses} {...bind('delivery')} />
          <TextField label="How you know" {...bind('rationale')} />
          <EvidenceEditor
            evidence={fields.evidence}
            hint={faultAt('evidence') ?? 'Delivery is found on evidence.'}
            set={(evidence) => put({ evidence })}
            faultAt={faultAt}
          />
          <DayField label="As of" max={today()} {...bind('occurredOn')} />
          <CountriesChoice
            name="country"
            label="By one country only"
            hint="By name, or three-letter code; empty means the commitment as a whole."
            optional
            most={1}
            fault={faultAt('country')}
            countries={fields.countries}
            set={(countries) => put({ countries })}
          />
        </>
      )}
    </CommandPage>
  );
};

interface End {
  readonly title: string;
  readonly lead: string;
  readonly command: CommandName;
  readonly done: string;
}

export const ENDS: Readonly<Record<'fulfil' | 'lapse' | 'withdraw', End>> = {
  fulfil: {
    title: 'It was fulfilled',
    lead: 'The last review must find delivery complete.',
    command: 'fulfilCommitment',
    done: 'It is recorded as fulfilled',
  },
  lapse: {
    title: 'It lapsed',
    lead: 'Its due date passed and it was not kept.',
    command: 'lapseCommitment',
    done: 'It is recorded as lapsed',
  },
  withdraw: {
    title: 'It was withdrawn',
    lead: 'It was taken back, or had been recorded in error.',
    command: 'withdrawCommitment',
    done: 'It is recorded as withdrawn',
  },
};

export const EndCommitmentPage = ({ id, end }: { readonly id: string; readonly end: keyof typeof ENDS }) => {
  const { title, lead, command, done } = ENDS[end];
  return (
    <CommandPage
      title={title}
      lead={lead}
      crumbs={crumbsOf(id)}
      command={command}
      initial={{ occurredOn: today(), explanation: '' }}
      check={({ explanation, occurredOn }) =>
        missing([
          ['explanation', explanation, 'Explain it in a sentence or two.'],
          ['occurredOn', occurredOn, 'Give the day.'],
        ])
      }
      input={(fields) => ({ commitmentId: id, ...fields })}
      rules={DAY_RULES}
      save="Save"
      done={done}
      next={back(id)}
      beside={<Brief id={id} />}
    >
      {({ bind }) => (
        <>
          <TextField label="Explanation" {...bind('explanation')} />
          <DayField label="When" max={today()} {...bind('occurredOn')} />
        </>
      )}
    </CommandPage>
  );
};
