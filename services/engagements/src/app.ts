import { type WriteServiceParts, writeServiceApp } from '@demarche/service-kit';
import type { Express } from 'express';
import { engagementsModule } from './module.ts';
import type { WriteSide } from './write-side.ts';

/** The service over HTTP. */
export const engagementsApp = (parts: Omit<WriteServiceParts, 'routes'> & WriteSide): Express =>
  writeServiceApp({ ...parts, routes: engagementsModule(parts).routes });
