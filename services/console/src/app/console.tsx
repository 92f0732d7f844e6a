import { Component, type ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';
import { isNow } from '../address/point-in-time.ts';
import { SignInPage } from '../pages/sign-in/sign-in.page.tsx';
import { CountryNamesProvider } from './country-names.tsx';
import { Header } from './header.tsx';
import { Loading } from './loading.tsx';
import { MarkingLine } from './marking-line.tsx';
import { Page } from './page.tsx';
import { pageAt } from './places.tsx';
import { SensitivityProvider } from './sensitivity.tsx';
import { useSession } from './session-provider.tsx';
import { TimeBar } from './time-bar.tsx';

class Boundary extends Component<
  { readonly children: ComponentChildren; readonly path: string },
  { readonly path: string | null }
> {
  override state = { path: null };

  override componentDidCatch(fault: unknown) {
    // The page says that something went wrong; what it was is for whoever mends it.
    // oxlint-disable-next-line no-console
    console.error(fault);
    this.setState({ path: this.props.path });
  }

  override render() {
    if (this.state.path !== this.props.path) return this.props.children;
    return (
      <Page title="Something went wrong on this page">
        <p>Nothing was lost: what is on record is untouched.</p>
        <button type="button" class="usa-button" onClick={() => location.reload()}>
          Load the page again
        </button>
      </Page>
    );
  }
}

const Unreachable = () => (
  <Page title="Demarche cannot be reached">
    <p>There is no connection, or the service is starting. Nothing was lost.</p>
    <button type="button" class="usa-button" onClick={() => location.reload()}>
      Try again
    </button>
  </Page>
);

const Content = () => {
  const { person, unreachable } = useSession();
  const { address } = useAddress();
  if (unreachable) return <Unreachable />;
  if (person === undefined)
    return (
      <div class="starting">
        <Loading />
      </div>
    );
  if (person === null || address.path === '/sign-in') return <SignInPage />;
  return (
    <CountryNamesProvider>
      <TimeBar />
      <Boundary path={address.path}>{pageAt(address.path)}</Boundary>
    </CountryNamesProvider>
  );
};

/** Everything that stays while pages come and go. */
export const Console = () => {
  const { address } = useAddress();
  const { person } = useSession();
  const current = isNow(address.point);
  useEffect(() => {
    document.documentElement.classList.toggle('then', !current);
  }, [current]);
  return (
    <SensitivityProvider>
      <a class="usa-skipnav" href="#main">
        Skip to the page
      </a>
      <MarkingLine place="top" />
      {person && <Header />}
      <Content />
      <MarkingLine place="bottom" />
    </SensitivityProvider>
  );
};
