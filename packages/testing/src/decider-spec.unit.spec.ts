import { accept, type Decider, reject } from '@demarche/kernel';
import { describe, expect, it } from 'vitest';
import { deciderSpec } from './decider-spec.ts';

type Switched = { type: 'SwitchedOn' } | { type: 'SwitchedOff' };
type Flip = { to: 'on' | 'off' | 'dim' };

const lamp: Decider<Flip, Switched, 'on' | 'off', 'no-dimmer'> = {
  initialState: 'off',
  evolve: (_, event) => (event.type === 'SwitchedOn' ? 'on' : 'off'),
  decide: ({ to }, state) => {
    if (to === 'dim') return reject('no-dimmer', 'This lamp has no dimmer: switch it on or off.');
    if (to === state) return accept();
    return accept<Switched>({ type: to === 'on' ? 'SwitchedOn' : 'SwitchedOff' });
  },
};
const { given } = deciderSpec(lamp);

describe('a decider told as a story', () => {
  it('passes when the story is true', () => {
    given().when({ to: 'on' }).thenRecords({ type: 'SwitchedOn' });
    given({ type: 'SwitchedOn' }).when({ to: 'on' }).thenChangesNothing();
    given({ type: 'SwitchedOn' }, { type: 'SwitchedOff' }).when({ to: 'on' }).thenRecords({ type: 'SwitchedOn' });
    expect(() =>
      given()
        .when({ to: 'dim' })
        .thenRefuses('no-dimmer', /switch it on or off/),
    ).not.toThrow();
  });

  it('fails when other events, no event or no refusal came of it', () => {
    expect(() => given().when({ to: 'on' }).thenRecords({ type: 'SwitchedOff' })).toThrow(/SwitchedOff/);
    expect(() => given().when({ to: 'on' }).thenChangesNothing()).toThrow(/SwitchedOn/);
    expect(() => given().when({ to: 'off' }).thenRecords({ type: 'SwitchedOff' })).toThrow(/SwitchedOff/);
    expect(() => given().when({ to: 'on' }).thenRefuses('no-dimmer')).toThrow(/SwitchedOn/);
  });

  it('fails when the refusal says something else', () => {
    expect(() =>
      given()
        .when({ to: 'dim' })
        .thenRefuses('no-dimmer', /candle/),
    ).toThrow(/candle/);
    expect(() => given().when({ to: 'dim' }).thenRecords({ type: 'SwitchedOn' })).toThrow(/no-dimmer/);
  });
});
