export { engagementsModule } from './module.ts';
export type { WriteSide } from './write-side.ts';
