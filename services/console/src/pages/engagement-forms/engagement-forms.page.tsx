import { usePerson } from '../../app/session-provider.tsx';
import { CommandPage } from '../../forms/command-page.tsx';
import { DayField, LineField, TextField } from '../../forms/fields.tsx';
import { missing, orNull } from '../../forms/required.ts';

const crumbsOf = (id: string) => [
  { to: '/engagements', name: 'Engagements' },
  { to: `/engagements/${id}`, name: id },
];

const back = (id: string) => () => [{ to: `/engagements/${id}`, name: 'Open the engagement' }];

export const WithdrawEngagementPage = ({ id }: { readonly id: string }) => (
  <CommandPage
    title="Withdraw the engagement"
    lead={`${id} was recorded in error. It leaves every view, with what was raised, promised and assigned in it, and stays in the history.`}
    crumbs={crumbsOf(id)}
    command="withdrawEngagement"
    initial={{ reason: '' }}
    check={({ reason }) => missing([['reason', reason, 'Say what was wrong.']])}
    input={({ reason }) => ({ engagementId: id, reason })}
    save="Withdraw the engagement"
    done="The engagement is withdrawn"
    next={() => [{ to: '/engagements', name: 'Open the engagements' }]}
  >
    {({ bind }) => <TextField label="What was wrong" {...bind('reason')} />}
  </CommandPage>
);

export const FollowUpPage = ({ id }: { readonly id: string }) => {
  const person = usePerson();
  return (
    <CommandPage
      title="Add a follow-up"
      lead="Something that one of us will do after the meeting."
      crumbs={crumbsOf(id)}
      command="assignFollowUp"
      initial={{ what: '', owner: person.name, dueOn: '' }}
      check={({ what, owner }) =>
        missing([
          ['what', what, 'Say what is to be done.'],
          ['owner', owner, 'Say who does it.'],
        ])
      }
      input={({ what, owner, dueOn }) => ({ engagementId: id, what, owner, dueOn: orNull(dueOn) })}
      save="Save the follow-up"
      done="The follow-up is recorded"
      next={back(id)}
    >
      {({ bind }) => (
        <>
          <TextField label="What we will do" rows={2} {...bind('what')} />
          <LineField label="Who" {...bind('owner')} />
          <DayField label="By when" optional {...bind('dueOn')} />
        </>
      )}
    </CommandPage>
  );
};
