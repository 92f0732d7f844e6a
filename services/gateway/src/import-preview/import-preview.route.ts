import { type ImportPreview, ImportPreviewRequest } from '@demarche/contracts';
import {
  correlationIdOf,
  type Identity,
  inTurn,
  jsonIn,
  letArrive,
  malformed,
  parseInput,
  problem,
  readJsonBytes,
  sendProblem,
} from '@demarche/service-kit';
import { Router } from 'express';
import { atMost } from './at-most.ts';
import { countriesOnRecord } from './countries-on-record.ts';
import { type PreviewPorts, previewImport } from './preview-import.ts';

/** Eight megabytes of files, as base64 makes them. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** Each holds a body of that size, which takes minutes to arrive over a slow line; */
const BODIES = 8;

/** and so many of them the files in it and their readings. */
const AT_ONCE = 2;

/** For `createHttpApp`: nobody's body is read before they have said who they are, nor more of them at once than fit. */
export const importPreviewBodies = { '/import/preview': 'read-by-the-route' } as const;

/**
 * `POST /import/preview`: what would bringing these files in do? See `ImportPreview` in the contracts.
 * `GET /import/countries`: the countries on record, for whoever reads files elsewhere.
 */
export const importPreviewRoute = (ports: PreviewPorts, identity: Identity): Router => {
  const router = Router();
  const admit = atMost(BODIES);
  const take = inTurn(AT_ONCE);
  router.post('/import/preview', async (request, response) => {
    const correlationId = correlationIdOf(response);
    if (!(await identity.identify(request)))
      return sendProblem(response, problem('not-signed-in', correlationId).problem);
    return admit(async () => {
      letArrive(request);
      const body = await readJsonBytes(request, BODY_LIMIT);
      return take(async () => {
        const asked = parseInput(ImportPreviewRequest, jsonIn(body));
        if (!asked.success) return sendProblem(response, malformed(asked.error, correlationId).problem);
        return void response.json(await previewOf(ports, asked.data));
      });
    });
  });
  router.get('/import/countries', async (request, response) => {
    if (!(await identity.identify(request)))
      return sendProblem(response, problem('not-signed-in', correlationIdOf(response)).problem);
    response.json({ countries: await countriesOnRecord(ports.queries) });
  });
  return router;
};

const previewOf = async (ports: PreviewPorts, asked: ImportPreviewRequest): Promise<ImportPreview> => {
  const { hints, acceptUnsure } = asked;
  const files = asked.files.map(({ name, contentBase64, split }) => ({
    name,
    split,
    bytes: Buffer.from(contentBase64, 'base64'),
  }));
  return { files: [...(await previewImport(ports, files, { hints, acceptUnsure }))] };
};
