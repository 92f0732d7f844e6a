import { DoctorFacts, ParkedStream, RebuildState, Replay } from '@demarche/contracts';
import { z } from 'zod';
import { askEach, askReplica, type FromReplica, type OperatorRequest, type ReplicasToAsk } from './ask-replicas.ts';
import { mergeDoctorFacts, mergeParked, mergeRebuilds, mergeReplays } from './merge-answers.ts';

const Parked = z.object({ parked: z.array(ParkedStream) });
const Rebuild = z.object({ rebuild: RebuildState.nullable() });
const Cancelled = Rebuild.extend({ cancelled: z.boolean() });

/** The addresses at which one replica of the projections takes what an operator asks and wishes. */
export const operatorPaths = {
  doctor: '/operator/doctor',
  parked: '/operator/projections/parked',
  replay: '/operator/projections/replay',
  rebuild: '/operator/projections/rebuild',
  cancel: '/operator/projections/rebuild/cancel',
} as const;

export interface OperatedReplicas {
  doctor(): Promise<DoctorFacts>;
  parked(): Promise<z.output<typeof Parked>>;
  replay(wish: unknown): Promise<Replay>;
  rebuild(): Promise<z.output<typeof Rebuild>>;
  beginRebuild(wish: unknown): Promise<z.output<typeof Rebuild>>;
  cancelRebuild(): Promise<z.output<typeof Cancelled>>;
}

/**
 * The replicas of the projections as one: what is asked is asked of each, and a wish reaches all of them or none.
 * Each method @throws OperatorRefused
 */
export const operatedReplicas = (replicas: ReplicasToAsk, correlationId: string): OperatedReplicas => {
  const asking = <Answer>(asked: Omit<OperatorRequest<Answer>, 'correlationId'>) => ({ ...asked, correlationId });
  const each = async <Answer>(asked: Omit<OperatorRequest<Answer>, 'correlationId'>): Promise<Answer[]> =>
    (await askEach(replicas, asking(asked))).map(({ answer }) => answer);
  const states = asking({ method: 'GET', path: operatorPaths.rebuild, answer: Rebuild });
  const parked = () => each({ method: 'GET', path: operatorPaths.parked, answer: Parked });
  return {
    async doctor() {
      return mergeDoctorFacts(await each({ method: 'GET', path: operatorPaths.doctor, answer: DoctorFacts }));
    },
    async parked() {
      return mergeParked(await parked());
    },
    async replay(body) {
      // Whoever is away is better known before anything is done.
      await parked();
      return mergeReplays(await each({ method: 'POST', path: operatorPaths.replay, body, answer: Replay }));
    },
    async rebuild() {
      return mergeRebuilds((await askEach(replicas, states)).map(({ answer }) => answer));
    },
    async beginRebuild(body) {
      const asked = asking({ method: 'POST', path: operatorPaths.rebuild, body, answer: Rebuild });
      const begun: z.output<typeof Rebuild>[] = [];
      for (const address of busyFirst(await askEach(replicas, states)))
        begun.push((await askReplica(address, replicas.key, asked)).answer);
      return mergeRebuilds(begun);
    },
    async cancelRebuild() {
      const answers = await each({ method: 'POST', path: operatorPaths.cancel, body: {}, answer: Cancelled });
      return { cancelled: answers.some(({ cancelled }) => cancelled), ...mergeRebuilds(answers) };
    },
  };
};

/** Whoever is at a rebuild already refuses another: asked first, it does so before any other has begun. */
const busyFirst = (states: readonly FromReplica<z.output<typeof Rebuild>>[]): readonly string[] => {
  const isBusy = ({ answer }: (typeof states)[number]): boolean => answer.rebuild?.state === 'running';
  return [...states.filter(isBusy), ...states.filter((state) => !isBusy(state))].map(({ address }) => address);
};
