import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

interface Sensitivity {
  readonly sensitive: boolean;
  say(sensitive: boolean): void;
}

const SensitivityContext = createContext<Sensitivity>({ sensitive: false, say: () => undefined });

/** Whether something on the page is Sensitive But Unclassified; the marking line says so. */
export const SensitivityProvider = ({ children }: { readonly children: ComponentChildren }) => {
  const [sensitive, say] = useState(false);
  const value = useMemo(() => ({ sensitive, say }), [sensitive]);
  return <SensitivityContext.Provider value={value}>{children}</SensitivityContext.Provider>;
};

export const useSensitivity = (): boolean => useContext(SensitivityContext).sensitive;

/** Said by a page that shows a sensitive record, for as long as it shows it. */
export const SensitivePage = () => {
  const { say } = useContext(SensitivityContext);
  useEffect(() => {
    say(true);
    return () => say(false);
  }, []);
  return null;
};
