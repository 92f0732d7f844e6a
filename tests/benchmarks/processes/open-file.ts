import { DatabaseSync } from 'node:sqlite';

/** The least that a start on a record can be: Node opens the file named on its command line, reads how far it goes, and ends. */
const [, , file = ''] = process.argv;
const database = new DatabaseSync(file, { readOnly: true });
database.prepare('SELECT max(position) FROM events').get();
database.close();
