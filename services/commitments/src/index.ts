export { commitmentsModule } from './module.ts';
export type { WriteSide } from './write-side.ts';
