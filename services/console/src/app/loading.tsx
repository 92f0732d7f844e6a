import { useEffect, useState } from 'preact/hooks';

const USUAL_MS = 8_000;

/** It is on its way; or it takes long, and nobody has to do anything about that. */
export const Loading = ({ what = '' }: { readonly what?: string }) => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), USUAL_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="loading" role="status">
      Loading{what} …{isLong && ' This takes longer than usual. It goes on by itself.'}
    </p>
  );
};
