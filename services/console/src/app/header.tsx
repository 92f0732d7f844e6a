import { roles } from '@demarche/contracts/vocabularies';
import { useState } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';
import { SearchBox } from './search-box.tsx';
import { useSession } from './session-provider.tsx';

const PLACES = [
  ['/countries', 'Countries'],
  ['/recommendations?current=yes', 'Recommendations'],
  ['/engagements', 'Engagements'],
  ['/forums', 'Forums'],
  ['/promises', 'Promises'],
] as const;

const Places = () => {
  const { address, to } = useAddress();
  return (
    <nav class="places" aria-label="Places">
      <ul>
        {PLACES.map(([path, name]) => (
          <li key={path}>
            <a href={to(path)} aria-current={address.path.startsWith(path.split('?')[0] ?? path) ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Who = () => {
  const { person, leave } = useSession();
  const { go } = useAddress();
  if (!person) return null;
  const out = async () => {
    await leave();
    go('/sign-in');
  };
  return (
    <div class="who">
      <p>
        <span class="who__name">{person.name}</span>
        <span class="who__role">{roles[person.role as keyof typeof roles] ?? person.role}</span>
      </p>
      <button type="button" class="who__out" onClick={() => void out()}>
        Sign out
      </button>
    </div>
  );
};

/** The places, the search over everything, and who is signed in. On a narrow screen the places open under a button. */
export const Header = () => {
  const { to } = useAddress();
  const [open, setOpen] = useState(false);
  return (
    <header class={open ? 'header header--open' : 'header'}>
      <a class="header__name" href={to('/countries')}>
        Demarche
      </a>
      <button
        type="button"
        class="header__menu"
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
      >
        Menu
      </button>
      <div
        class="header__parts"
        id="menu"
        onClick={(event) => event.target instanceof HTMLAnchorElement && setOpen(false)}
      >
        <Places />
        <SearchBox />
        <Who />
      </div>
    </header>
  );
};
