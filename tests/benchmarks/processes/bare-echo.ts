import { LogEngagement } from '@demarche/contracts';
import express from 'express';
import { serveUntilTold } from './serve-until-told.ts';

/**
 * What HTTP alone costs on this stack: Express and its body parser, the same schema, and the parsed input sent back. It
 * keeps nothing, checks nobody and logs nothing.
 */
const app = express();
app.use(express.json());
app.post('/engagements', (request, response) => {
  response.status(201).json(LogEngagement.input.parse(request.body));
});
serveUntilTold(app);
