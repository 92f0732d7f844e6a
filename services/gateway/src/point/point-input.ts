import { type AskOptions, At } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { gatewayError } from '../http/gateway-error.ts';

const atInput = builder.inputType('AtInput', {
  description: 'A point on two clocks. What is left out is now.',
  fields: (t) => ({
    validTime: t.field({ type: 'Date', description: 'What had happened in the world by the end of this day.' }),
    systemTime: t.field({
      type: 'SystemTime',
      description: 'What was on record by this moment, this day’s end or this position.',
    }),
  }),
});

/** The arguments that every root field takes, and that everything below it inherits. */
export const pointArgs = {
  at: builder.args((t) => ({
    at: t.field({ type: atInput, description: 'The point on the two clocks; now where left out.' }),
  })).at,
  minPosition: builder.args((t) => ({
    minPosition: t.field({
      type: 'Position',
      description: 'Waits up to a second until the views have taken this position: the `position` of your own write.',
    }),
  })).minPosition,
};

export interface PointArguments {
  readonly at?:
    | { readonly validTime?: string | null | undefined; readonly systemTime?: string | number | null | undefined }
    | null
    | undefined;
  readonly minPosition?: number | null | undefined;
}

export const readPoint = ({ at, minPosition }: PointArguments): AskOptions => {
  const given = Object.entries(at ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const parsed = At.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw gatewayError('malformed', sentences[parsed.error.issues[0]?.path[0] as keyof At]);
  return { at: parsed.data, ...(minPosition === null || minPosition === undefined ? {} : { minPosition }) };
};

const sentences: Readonly<Record<keyof At, string>> = {
  validTime: 'at.validTime must be a day, for example 2026-09-09.',
  systemTime: 'at.systemTime must be a moment (2026-09-09T08:30:00.000Z), a day (2026-09-09) or a position (4711).',
};
