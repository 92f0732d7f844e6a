export * from './doctor-facts.ts';
export * from './rebuild-state.ts';
export * from './replay.ts';
