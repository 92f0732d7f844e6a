export * from './rebuild-state.ts';
export * from './replay.ts';
