import { channels, deliveryForms, fbsObjectives, forums, markings } from '@demarche/contracts/vocabularies';
import { Answered } from '../../app/asked.tsx';
import { Page } from '../../app/page.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { CountriesChoice } from '../../forms/countries-choice.tsx';
import { ChoiceField, DayField, LineField, TextField } from '../../forms/fields.tsx';
import { missing, orNull } from '../../forms/required.ts';
import { unknownCountries } from '../../forms/unknown-countries.ts';
import { useAnswer } from '../../graphql/use-answer.ts';
import { today } from '../../words/days.ts';
import { type EngagementAnswer, EngagementDocument, type EngagementHeld } from '../engagement/engagement.document.ts';
import { personIn, personInWords } from '../log-meeting/meeting-fields.ts';

const RULES = { 'occurred-in-the-future': 'occurredOn', 'forum-missing': 'forum', 'country-still-named': 'countries' };

const oneALine = (people: EngagementHeld['theirParticipants']): string =>
  people.map(({ name, title, body }) => personInWords({ name, title: title ?? '', body: body ?? '' })).join('\n');

const peopleIn = (text: string) =>
  text
    .split('\n')
    .map(personIn)
    .filter((person) => person !== null)
    .map(({ name, title, body }) => ({ name, title: orNull(title), body: orNull(body) }));

const initialOf = (held: EngagementHeld) => ({
  occurredOn: held.occurredOn,
  countries: held.countries as readonly string[],
  channel: held.channel,
  deliveryForm: held.deliveryForm,
  place: held.place ?? '',
  post: held.post,
  forum: held.forum ?? '',
  ours: oneALine(held.ourParticipants),
  theirs: oneALine(held.theirParticipants),
  fbsObjective: held.fbsObjective ?? '',
  summary: held.summary,
  recordReference: held.recordReference ?? '',
  marking: held.marking,
  reason: '',
});

const inputOf = (held: EngagementHeld, fields: ReturnType<typeof initialOf>) => ({
  engagementId: held.engagementId,
  kind: fields.forum ? 'multilateral' : 'bilateral',
  occurredOn: fields.occurredOn,
  countries: fields.countries,
  channel: fields.channel,
  deliveryForm: fields.deliveryForm,
  place: orNull(fields.place),
  post: fields.post,
  forum: orNull(fields.forum),
  ourParticipants: peopleIn(fields.ours),
  theirParticipants: peopleIn(fields.theirs),
  pillars: held.pillars,
  fbsObjective: orNull(fields.fbsObjective),
  summary: fields.summary,
  recordReference: orNull(fields.recordReference),
  marking: fields.marking,
  reason: fields.reason,
});

const Correct = ({ held }: { readonly held: EngagementHeld }) => (
  <CommandPage
    title="Correct the engagement"
    lead={`${held.engagementId}: the whole note as it should be. What was raised, promised and assigned stays; what was recorded before stays in the history.`}
    crumbs={[
      { to: '/engagements', name: 'Engagements' },
      { to: `/engagements/${held.engagementId}`, name: held.engagementId },
    ]}
    command="correctEngagement"
    initial={initialOf(held)}
    check={({ theirs, summary, reason, countries }) => [
      ...missing([
        ['countries', countries, 'Name at least one country.'],
        ['theirParticipants', theirs, 'Name at least one counterpart.'],
        ['summary', summary, 'Write what was said.'],
        ['reason', reason, 'Say what was wrong.'],
      ]),
      ...unknownCountries('countries', countries),
    ]}
    input={(fields) => inputOf(held, fields)}
    ifMatch={held.revision}
    rules={RULES}
    save="Save the correction"
    done="The engagement is corrected"
    next={() => [{ to: `/engagements/${held.engagementId}`, name: 'Open the engagement' }]}
  >
    {({ bind, fields, put, faultAt }) => (
      <>
        <DayField label="Date" max={today()} {...bind('occurredOn')} />
        <CountriesChoice
          name="countries"
          label="Countries"
          fault={faultAt('countries')}
          countries={fields.countries}
          set={(countries) => put({ countries })}
        />
        <ChoiceField label="Channel" options={channels} {...bind('channel')} />
        <ChoiceField label="Form of delivery" options={deliveryForms} {...bind('deliveryForm')} />
        <TextField
          label="Their side"
          hint="One person a line: name, title, ministry"
          rows={3}
          {...bind('theirs')}
          name="theirParticipants"
          fault={faultAt('theirParticipants')}
        />
        <TextField label="Our side" hint="One person a line" optional rows={2} {...bind('ours')} />
        <TextField label="What was said" rows={8} max={10_000} hint="Name no victims." {...bind('summary')} />
        <LineField label="Held by" {...bind('post')} />
        <LineField label="Place" optional {...bind('place')} />
        <ChoiceField label="Forum" options={forums} none="None" {...bind('forum')} />
        <ChoiceField label="Objective of the strategy" options={fbsObjectives} none="None" {...bind('fbsObjective')} />
        <LineField label="Record copy" optional {...bind('recordReference')} />
        <ChoiceField label="Marking" options={markings} {...bind('marking')} />
        <TextField label="What was wrong" rows={2} {...bind('reason')} />
      </>
    )}
  </CommandPage>
);

export const CorrectEngagementPage = ({ id }: { readonly id: string }) => {
  const asked = useAnswer<EngagementAnswer>({ document: EngagementDocument, variables: { id } });
  if (asked.answer?.engagement) return <Correct held={asked.answer.engagement} />;
  return (
    <Page title="Correct the engagement">
      <Answered asked={asked}>{() => <p>There is no engagement {id} on record.</p>}</Answered>
    </Page>
  );
};
