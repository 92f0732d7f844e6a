import { useRef } from 'preact/hooks';
import { useAddress } from '../../address/address-provider.tsx';
import { Page } from '../../app/page.tsx';
import { SensitivePage } from '../../app/sensitivity.tsx';
import { usePerson, useSession } from '../../app/session-provider.tsx';
import { type Drafting, useDraft } from '../../drafts/use-draft.ts';
import { Form } from '../../forms/form.tsx';
import { Receipt } from '../../forms/receipt.tsx';
import { useRecording } from '../../forms/use-recording.ts';
import type { CommandAnswer } from '../../graphql/send-command.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { counted, momentInWords, today } from '../../words/days.ts';
import { type BeforeYouWriteAnswer, BeforeYouWriteDocument, type KnownBefore } from './before-you-write.document.ts';
import { BeforeYouWrite } from './before-you-write.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { checkMeeting, emptyMeeting, isTouched, type MeetingFields, meetingInput } from './meeting-fields.ts';
import { MeetingQuestions } from './meeting-questions.tsx';

const RULES = {
  'occurred-in-the-future': 'occurredOn',
  'forum-missing': 'forum',
  'recommendation-unknown': 'raised',
  'recommendation-of-another-country': 'raised',
  'recommendation-raised-before': 'raised',
  'promise-due-before-made': 'raised',
};

const countryOfDraft = (form: string): string => form.split('.')[1] ?? '';

const Unfinished = ({ others }: Pick<Drafting<MeetingFields>, 'others'>) => (
  <p class="notice">
    Not yet finished:{' '}
    {others.map((form) => (
      <a
        key={form}
        href={countryOfDraft(form) ? `/engagements/new?country=${countryOfDraft(form)}` : '/engagements/new'}
      >
        a note on {countryOfDraft(form) || 'another meeting'}{' '}
      </a>
    ))}
  </p>
);

const Found = ({ drafting }: { readonly drafting: Drafting<MeetingFields> }) => {
  const begin = () => {
    drafting.drop();
    location.reload();
  };
  return (
    <>
      {drafting.others.length > 0 && <Unfinished others={drafting.others} />}
      {drafting.foundFrom && drafting.kept && (
        <p class="notice">
          You find here what you typed until {momentInWords(drafting.foundFrom)}.{' '}
          <button type="button" class="link-button" onClick={begin}>
            Discard it and begin anew
          </button>
        </p>
      )}
    </>
  );
};

const useKeeping = (): string => {
  const { config } = useSession();
  return config.drafts === 'device'
    ? 'Kept on this device as you type, for seven days; gone when you save or sign out.'
    : 'Kept in this tab as you type; gone when you save, close it or sign out.';
};

const useKnownBefore = (code: string): KnownBefore | null =>
  useAnswer<BeforeYouWriteAnswer>({
    document: BeforeYouWriteDocument,
    variables: { code },
    countries: [code],
    skip: code === '',
  }).answer?.country ?? null;

interface LoggedProps {
  readonly answer: CommandAnswer;
  readonly fields: MeetingFields;
  readonly name: string;
}

const noted = (fields: MeetingFields): string => {
  const { promises, followUps, raised } = meetingInput(fields);
  const also = [
    promises.length > 0 && `${counted(promises.length, 'promise')} taken down`,
    followUps.length > 0 && `${counted(followUps.length, 'follow-up')} assigned`,
  ].filter((one) => one !== false);
  return `${[`${counted(raised.length, 'recommendation')} raised`, ...also].join(', ')}.`;
};

const Logged = ({ answer, fields, name }: LoggedProps) => (
  <Page title="Log a meeting">
    <Receipt
      answer={answer}
      title="The meeting is logged"
      next={[
        { to: `/engagements/${answer.subject}`, name: 'Open the note' },
        { to: `/countries/${fields.country}`, name: `Open ${name}` },
        { to: `/engagements/${answer.subject}/follow-up`, name: 'Add a follow-up' },
      ]}
    >
      <p>{noted(fields)} What was typed is no longer kept on this device.</p>
    </Receipt>
  </Page>
);

export const LogMeetingPage = () => {
  const { address, go, to } = useAddress();
  const person = usePerson();
  const wanted = address.search.get('country') ?? '';
  const drafting = useDraft(
    `log-meeting${wanted ? `.${wanted}` : ''}`,
    () => emptyMeeting(wanted, today(), person.post),
    isTouched,
  );
  const recording = useRecording(RULES);
  const goOn = useRef(false);
  const { fields } = drafting;
  const known = useKnownBefore(fields.country);
  const keeping = useKeeping();

  const save = async () => {
    const followUpNext = goOn.current;
    goOn.current = false;
    const faults = checkMeeting(fields);
    if (faults.length > 0) return recording.complain(faults);
    const sent = await recording.send({
      name: 'logEngagement',
      input: meetingInput(fields),
      idempotencyKey: drafting.commandId,
    });
    if (sent.outcome !== 'answered') return undefined;
    drafting.drop();
    if (followUpNext) go(to(`/engagements/${sent.answer.subject}/follow-up`));
    return undefined;
  };

  if (recording.answer)
    return <Logged answer={recording.answer} fields={fields} name={known?.name ?? fields.country} />;
  return (
    <Page title="Log a meeting" lead={`Country, date, counterpart and what was said are enough. ${keeping}`}>
      {fields.marking === 'SBU' && <SensitivePage />}
      <Found drafting={drafting} />
      <div class="form-page">
        <Form
          recording={recording}
          save="Save"
          onSave={() => void save()}
          further={
            <button type="submit" class="usa-button usa-button--outline" onClick={() => (goOn.current = true)}>
              Save and add a follow-up
            </button>
          }
        >
          <MeetingQuestions drafting={drafting} recording={recording} known={known} />
        </Form>
        <aside class="form-page__beside">
          <BeforeYouWrite known={known} />
          <ConnectionPanel fields={fields} />
        </aside>
      </div>
    </Page>
  );
};
