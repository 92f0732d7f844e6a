import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { useAnswer } from '../graphql/use-answer.ts';
import { CountryNamesDocument } from './country-names.document.ts';

export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

const NONE: readonly NamedCountry[] = [];
const Names = createContext<readonly NamedCountry[] | null>(null);

/** The countries on record, asked once for all pages: a code is for the address, a name for the reader. */
export const CountryNamesProvider = ({ children }: { readonly children: ComponentChildren }) => {
  const { answer } = useAnswer<{ countries: { nodes: readonly NamedCountry[] } }>({ document: CountryNamesDocument });
  return <Names.Provider value={answer?.countries.nodes ?? null}>{children}</Names.Provider>;
};

export const useCountryNames = (): readonly NamedCountry[] => useContext(Names) ?? NONE;

/** Known to be so; not while it is being asked. */
export const useNoCountryYet = (): boolean => useContext(Names)?.length === 0;

/** The name of a country by its code; what is no country on record stays as it is. */
export const useNameOf = (): ((code: string) => string) => {
  const countries = useCountryNames();
  return useMemo(() => {
    const names = new Map(countries.map(({ code, name }) => [code, name]));
    return (code) => names.get(code) ?? code;
  }, [countries]);
};
