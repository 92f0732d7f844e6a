import { type ImportPreview, ImportPreviewRequest } from '@demarche/contracts';
import { correlationIdOf, type Identity, malformed, problem, sendProblem } from '@demarche/service-kit';
import { Router } from 'express';
import { countriesOnRecord } from './countries-on-record.ts';
import { type PreviewPorts, previewImport } from './preview-import.ts';

/** Eight megabytes of files, as base64 makes them. */
export const PREVIEW_BODY_LIMIT = 8 * 1024 * 1024;

/**
 * `POST /import/preview`: what would bringing these files in do? See `ImportPreview` in the contracts.
 * `GET /import/countries`: the countries on record, for whoever reads files elsewhere.
 */
export const importPreviewRoute = (ports: PreviewPorts, identity: Identity): Router => {
  const router = Router();
  router.post('/import/preview', async (request, response) => {
    const correlationId = correlationIdOf(response);
    if (!(await identity.identify(request)))
      return sendProblem(response, problem('not-signed-in', correlationId).problem);
    const asked = ImportPreviewRequest.safeParse(request.body);
    if (!asked.success) return sendProblem(response, malformed(asked.error, correlationId).problem);
    const files = asked.data.files.map(({ name, contentBase64, split }) => ({
      name,
      split,
      bytes: Buffer.from(contentBase64, 'base64'),
    }));
    const { hints, acceptUnsure } = asked.data;
    const preview: ImportPreview = { files: [...(await previewImport(ports, files, { hints, acceptUnsure }))] };
    response.json(preview);
  });
  router.get('/import/countries', async (request, response) => {
    if (!(await identity.identify(request)))
      return sendProblem(response, problem('not-signed-in', correlationIdOf(response)).problem);
    response.json({ countries: await countriesOnRecord(ports.queries) });
  });
  return router;
};
