import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading } from './loading.tsx';

/** A page that is fetched when it is first opened. A failed fetch is said, and can be tried again. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [turn, setTurn] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded) return;
      void (async () => {
        try {
          loaded = await load();
          setTurn((count) => count + 1);
        } catch {
          setFailed(true);
        }
      })();
    }, [turn]);
    if (loaded) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    return (
      <main class="page" id="main">
        {failed ? (
          <div class="notice notice--fault" role="alert">
            <p>This page could not be fetched. The connection may be gone.</p>
            <button type="button" class="usa-button usa-button--outline" onClick={() => location.reload()}>
              Try again
            </button>
          </div>
        ) : (
          <Loading what=" the page" />
        )}
      </main>
    );
  };
};
