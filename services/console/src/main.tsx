import { render } from 'preact';
import './styles/console.scss';
import { AddressProvider } from './address/address-provider.tsx';
import { Console } from './app/console.tsx';
import { SessionProvider } from './app/session-provider.tsx';

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
