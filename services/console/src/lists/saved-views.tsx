import { useState } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';
import { usePerson } from '../app/session-provider.tsx';

interface View {
  readonly name: string;
  readonly search: string;
}

const read = (key: string): View[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as View[];
  } catch {
    return [];
  }
};

/** A saved view is a name for an address; it is kept on this device. */
export const SavedViews = () => {
  const { address } = useAddress();
  const key = `demarche.views.${usePerson().id}.${address.path}`;
  const [views, setViews] = useState(() => read(key));
  const [naming, setNaming] = useState<string | null>(null);
  const search = address.search.toString();
  const keep = (next: View[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
    setNaming(null);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const name = naming?.trim();
    if (name) keep([...views.filter((view) => view.name !== name), { name, search }]);
  };
  return (
    <>
      {views.map((view) => (
        <span key={view.name} class={view.search === search ? 'chip chip--on chip--view' : 'chip chip--view'}>
          <a href={`${address.path}?${view.search}`} aria-current={view.search === search ? 'true' : undefined}>
            {view.name}
          </a>
          <button
            type="button"
            aria-label={`Forget the view ${view.name}`}
            onClick={() => keep(views.filter((other) => other !== view))}
          >
            ×
          </button>
        </span>
      ))}
      {naming === null ? (
        search && (
          <button type="button" class="chip" onClick={() => setNaming('')}>
            + Save this view
          </button>
        )
      ) : (
        <form class="naming" onSubmit={save}>
          <input
            aria-label="Name of the view"
            placeholder="Name of the view"
            maxLength={40}
            value={naming}
            onInput={(event) => setNaming(event.currentTarget.value)}
          />
          <button type="submit" class="chip">
            Save
          </button>
        </form>
      )}
    </>
  );
};
