import { render } from 'preact';
import './styles/console.scss';
import { AddressProvider } from './address/address-provider.tsx';
import { Console } from './app/console.tsx';
import { SessionProvider } from './app/session-provider.tsx';

// The form that is opened on the slowest links is fetched before it is known who is signed in.
if (location.pathname === '/engagements/new') void import('./pages/log-meeting/log-meeting.page.tsx');

const root = document.getElementById('console');
if (root) {
  root.replaceChildren();
  render(
    <AddressProvider>
      <SessionProvider>
        <Console />
      </SessionProvider>
    </AddressProvider>,
    root,
  );
}
