import { roles } from '@demarche/contracts/vocabularies';
import { useEffect, useState } from 'preact/hooks';
import { useAddress } from '../../address/address-provider.tsx';
import { Loading } from '../../app/loading.tsx';
import { Page } from '../../app/page.tsx';
import { type Person, readPersons, signIn } from '../../app/session.ts';
import { useSession } from '../../app/session-provider.tsx';

/** Where one was before: an address of this console and of nothing else. */
const wayBack = (path: string, search: URLSearchParams): string => {
  if (path !== '/sign-in') return `${location.pathname}${location.search}`;
  const back = search.get('back') ?? '';
  return /^\/(?!\/)/.test(back) ? back : '/countries';
};

const PersonChoice = ({ person, choose }: { readonly person: Person; choose(id: string): void }) => (
  <li>
    <button type="button" class="person" onClick={() => choose(person.id)}>
      <span class="person__name">{person.name}</span>
      <span class="person__role">
        {roles[person.role as keyof typeof roles] ?? person.role}, {person.post}
      </span>
    </button>
  </li>
);

/** For now one chooses who one is; nobody is asked for a password, and the service answers this machine alone. */
export const SignInPage = () => {
  const { address, go } = useAddress();
  const { refresh } = useSession();
  const [persons, setPersons] = useState<Person[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    readPersons().then(setPersons, () => setFailed(true));
  }, []);
  const choose = async (id: string) => {
    const back = wayBack(address.path, address.search);
    if (!(await signIn(id).catch(() => false))) return setFailed(true);
    await refresh();
    go(back, { replace: true });
  };
  return (
    <Page
      title="Sign in"
      lead="Choose who you are. These people are made up; what you record is kept under the name you choose."
    >
      {failed && (
        <p class="notice notice--fault" role="alert">
          Signing in did not work. The connection may be gone; load the page again.
        </p>
      )}
      {!persons && !failed && <Loading />}
      <ul class="persons">
        {persons?.map((person) => (
          <PersonChoice key={person.id} person={person} choose={(id) => void choose(id)} />
        ))}
      </ul>
    </Page>
  );
};
