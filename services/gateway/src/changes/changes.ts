import type { ChangeSignal } from '@demarche/messaging';
import { builder } from '../builder.ts';
import { followChanges } from './follow-changes.ts';

const changeType = builder.objectRef<ChangeSignal>('Change').implement({
  description:
    'Views changed. It does not say what is in them: read again what you show, with `position` as `minPosition`. One that names neither countries nor subjects says that anything may have changed.',
  fields: (t) => ({
    position: t.field({
      type: 'Position',
      description: 'How far the views have come.',
      resolve: ({ position }) => position,
    }),
    countries: t.field({ type: ['CountryCode'], resolve: ({ countries }) => [...countries] }),
    subjects: t.stringList({
      description: 'References of the records that changed: `KEN-2024-03`, `ENG-7F3K-2Q9X`.',
      resolve: ({ subjects }) => [...subjects],
    }),
  }),
});

builder.subscriptionField('changes', (t) =>
  t.field({
    type: changeType,
    authScopes: { signedIn: true },
    description:
      'What changed, in one country or in all, from now on. After an interruption, subscribe again and read again what you show; nothing else is to be made up for.',
    args: { country: t.arg({ type: 'CountryCode', description: 'Only what touches this country.' }) },
    complexity: 1,
    subscribe: (_, { country }, { signals, closing }) => followChanges(signals, country ?? null, closing),
    resolve: (change) => change,
  }),
);
